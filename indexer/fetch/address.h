#pragma once

#include <sys/socket.h>

#include <string_view>

namespace kiosque::fetch {

/// True if the address is one of the public internet: none of the IANA special-purpose registries
/// (RFC 6890 and updates): loopback, private, link-local, shared, documentation, multicast,
/// reserved; an IPv6 address that carries an IPv4 one (mapped, NAT64, 6to4) is judged by that.
[[nodiscard]] bool is_public_address(const sockaddr& address) noexcept;

/// The same for a numeric address as text, "10.0.0.1" or "fe80::1"; false for anything else.
[[nodiscard]] bool is_public_address(std::string_view numeric);

/// True if a URL's host is a private place by its mere name: "localhost", "x.local", "10.0.0.1",
/// "[::1]". Other names have to be resolved to know.
[[nodiscard]] bool is_private_host(std::string_view host);

}  // namespace kiosque::fetch
