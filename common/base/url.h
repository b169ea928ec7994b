#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiosque {

/// `reference` as seen from `base` (RFC 3986, section 5); nothing unless the result is an absolute
/// http or https URL. An empty `base` asks for an absolute `reference`.
[[nodiscard]] std::optional<std::string> resolve_url(std::string_view base,
                                                     std::string_view reference);

/// The one spelling of a page's address, by which articles are told apart: scheme and host in lower
/// case (IDN as punycode), no default port, fragment, user, dot segments or tracking parameters
/// (utm_*, fbclid, gclid, xtor, at_medium …), needless %XX decoded, other parameters kept in order.
/// Nothing for what is not an http or https URL.
///
///   HTTPS://WWW.Lemonde.fr:443/a/../b?utm_source=x&id=1#c  ->  https://www.lemonde.fr/b?id=1
[[nodiscard]] std::optional<std::string> canonical_url(std::string_view url);

/// The host of an absolute URL without "www.", or "" if it has none: "https://www.rfi.fr/a" ->
/// "rfi.fr".
[[nodiscard]] std::string site_of(std::string_view url);

}  // namespace kiosque
