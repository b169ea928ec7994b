#include "indexer/fetch/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>

namespace kiosque::fetch {
namespace {

struct Block4 {
  std::uint32_t network;
  int bits;
};

constexpr std::array kSpecial4{
    Block4{0x00000000, 8},   // this network
    Block4{0x0A000000, 8},   // private
    Block4{0x64400000, 10},  // shared (carrier NAT)
    Block4{0x7F000000, 8},   // loopback
    Block4{0xA9FE0000, 16},  // link-local, cloud metadata
    Block4{0xAC100000, 12},  // private
    Block4{0xC0000000, 24},  // protocol assignments
    Block4{0xC0000200, 24},  // documentation
    Block4{0xC0586300, 24},  // 6to4 relays
    Block4{0xC0A80000, 16},  // private
    Block4{0xC6120000, 15},  // benchmarks
    Block4{0xC6336400, 24},  // documentation
    Block4{0xCB007100, 24},  // documentation
    Block4{0xE0000000, 4},   // multicast
    Block4{0xF0000000, 4},   // reserved, broadcast
};

bool is_public4(std::uint32_t address) noexcept {
  return std::none_of(kSpecial4.begin(), kSpecial4.end(), [&](const Block4& block) {
    return (address >> (32 - block.bits)) == (block.network >> (32 - block.bits));
  });
}

using Bytes6 = std::array<std::uint8_t, 16>;

std::uint32_t word_at(const Bytes6& a, std::size_t pos) noexcept {
  return std::uint32_t{a[pos]} << 24 | std::uint32_t{a[pos + 1]} << 16 |
         std::uint32_t{a[pos + 2]} << 8 | std::uint32_t{a[pos + 3]};
}

bool is_public6(const Bytes6& a) noexcept {
  const bool zero80 = std::all_of(a.begin(), a.begin() + 10, [](auto byte) { return byte == 0; });
  if (zero80 && a[10] == 0xFF && a[11] == 0xFF) return is_public4(word_at(a, 12));  // mapped
  if (word_at(a, 0) == 0x0064FF9B && word_at(a, 4) == 0 && word_at(a, 8) == 0) {    // NAT64
    return is_public4(word_at(a, 12));
  }
  if (a[0] == 0x20 && a[1] == 0x02) return is_public4(word_at(a, 2));  // 6to4
  if ((a[0] & 0xE0) != 0x20) return false;                       // only 2000::/3 is global unicast
  if (word_at(a, 0) == 0x20010DB8) return false;                 // documentation
  if ((word_at(a, 0) >> 9) == (0x20010000u >> 9)) return false;  // 2001::/23, Teredo and others
  return true;
}

bool ends_with_label(std::string_view host, std::string_view label) {
  return host == label || (host.size() > label.size() && host.ends_with(label) &&
                           host[host.size() - label.size() - 1] == '.');
}

}  // namespace

bool is_public_address(const sockaddr& address) noexcept {
  if (address.sa_family == AF_INET) {
    sockaddr_in in{};
    std::memcpy(&in, &address, sizeof in);
    return is_public4(ntohl(in.sin_addr.s_addr));
  }
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 in{};
    std::memcpy(&in, &address, sizeof in);
    Bytes6 bytes;
    std::memcpy(bytes.data(), &in.sin6_addr, bytes.size());
    return is_public6(bytes);
  }
  return false;
}

bool is_public_address(std::string_view numeric) {
  const std::string text(numeric.substr(0, numeric.find('%')));
  in_addr four{};
  if (inet_pton(AF_INET, text.c_str(), &four) == 1) return is_public4(ntohl(four.s_addr));
  Bytes6 six;
  return inet_pton(AF_INET6, text.c_str(), six.data()) == 1 && is_public6(six);
}

bool is_private_host(std::string_view host) {
  while (host.ends_with('.')) host.remove_suffix(1);
  if (host.starts_with('[') && host.ends_with(']')) {
    return !is_public_address(host.substr(1, host.size() - 2));
  }
  if (ends_with_label(host, "localhost") || ends_with_label(host, "local") ||
      ends_with_label(host, "internal") || ends_with_label(host, "home.arpa")) {
    return true;
  }
  in_addr four{};
  const std::string text(host);
  return inet_pton(AF_INET, text.c_str(), &four) == 1 && !is_public4(ntohl(four.s_addr));
}

}  // namespace kiosque::fetch
