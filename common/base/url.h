#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiosque {

/// An absolute http or https URL, parsed once (RFC 3986). A value; safe from any thread.
///
/// What pages write and browsers repair is repaired: blanks around it are dropped, line breaks
/// too, characters that may not stand in a URL become %XX, dot segments are resolved.
class Url {
 public:
  /// Nothing unless `text` is an absolute http or https URL of at most 8192 bytes with a valid host
  /// name of at most 253 bytes (RFC 1035, 2.3.4) and a TCP port.
  [[nodiscard]] static std::optional<Url> parse(std::string_view text);

  /// `reference` as seen from here (RFC 3986, section 5); nothing unless the result is a Url.
  [[nodiscard]] std::optional<Url> resolve(std::string_view reference) const;

  /// The same with the scheme https.
  [[nodiscard]] Url over_https() const;

  /// What else the same host and port serve, without user, query and fragment. REQUIRES: `path`
  /// begins with "/" and holds only what may stand in one.
  [[nodiscard]] Url at(std::string path) const;

  [[nodiscard]] const std::string& scheme() const noexcept { return scheme_; }  ///< http, https
  /// In lower case; letters beyond ASCII as in UTF-8, a numeric IPv6 in brackets.
  [[nodiscard]] const std::string& host() const noexcept { return host_; }
  /// As written, or "" without one.
  [[nodiscard]] const std::string& port() const noexcept { return port_; }
  /// Begins with "/".
  [[nodiscard]] const std::string& path() const noexcept { return path_; }
  /// Without its "?"; nothing without one.
  [[nodiscard]] const std::optional<std::string>& query() const noexcept { return query_; }
  /// Without its "#"; nothing without one.
  [[nodiscard]] const std::optional<std::string>& fragment() const noexcept { return fragment_; }

  /// What a host is asked for: the path, with "?" and the query unless that is empty.
  [[nodiscard]] std::string target() const;

  /// Scheme, host and a port that is not the usual: "https://rfi.fr", "http://rfi.fr:8080".
  [[nodiscard]] std::string origin() const;

  /// The host as the network knows it (IDN as punycode) without "www.": "rfi.fr".
  [[nodiscard]] std::string site() const;

  /// The one spelling of a page's address, by which articles are told apart: IDN as punycode, no
  /// default port, fragment, user or tracking parameters (utm_*, fbclid, gclid, xtor, at_medium …),
  /// needless %XX decoded, other parameters kept in order. Nothing beyond 8192 bytes.
  ///
  ///   HTTPS://WWW.Lemonde.fr:443/a/../b?utm_source=x&id=1#c  ->  https://www.lemonde.fr/b?id=1
  [[nodiscard]] std::optional<std::string> canonical() const;

  /// All of it; parses to an equal Url.
  [[nodiscard]] std::string text() const;

  friend bool operator==(const Url&, const Url&) = default;

 private:
  Url() = default;
  struct Parser;

  std::string scheme_, user_, host_, port_, path_;
  std::optional<std::string> query_, fragment_;
};

/// For a URL that is kept as text: `Url::canonical` of it; nothing if it is no Url.
[[nodiscard]] std::optional<std::string> canonical_url(std::string_view url);

/// For a URL that is kept as text: `Url::host` of it, or "" if it is no Url.
[[nodiscard]] std::string host_of(std::string_view url);

/// For a URL that is kept as text: `Url::site` of it, or "" if it is no Url.
[[nodiscard]] std::string site_of(std::string_view url);

}  // namespace kiosque
