#include "common/base/url.h"

#include <unicode/uidna.h>
#include <uriparser/Uri.h>

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/base/escape.h"
#include "common/base/number.h"

namespace kiosque {
namespace {

constexpr std::size_t kMaxUrlBytes = 8192;
constexpr std::size_t kMaxHostBytes = 253;

/// Parameters that say where a reader came from, never what the page is.
constexpr std::array kTrackingPrefixes{"utm_", "at_", "mtm_", "pk_", "matomo_", "hsa_", "ns_"};
constexpr std::array kTrackingNames{
    "fbclid",  "gclid",   "dclid",  "gbraid",   "wbraid",  "msclkid", "yclid",    "twclid",
    "igshid",  "igsh",    "mc_cid", "mc_eid",   "_ga",     "_gl",     "xtor",     "xtref",
    "xtcr",    "srsltid", "ocid",   "cmpid",    "cmp",     "wt_mc",   "ito",      "spm",
    "ref_src", "ref_url", "smid",   "sr_share", "echobox", "origine", "wickedid", "vero_id"};

/// Without blanks at the ends, nor line breaks and tabs: RFC 3986 knows none, browsers drop them,
/// and pages wrap long addresses.
std::string unwrapped(std::string_view text) {
  std::string line(trim(text));
  std::erase_if(line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  return line;
}

bool is_tracking(std::string_view parameter) {
  const std::string name = lower(parameter.substr(0, parameter.find('=')));
  return std::ranges::any_of(kTrackingPrefixes,
                             [&](const char* p) { return name.starts_with(p); }) ||
         std::ranges::find(kTrackingNames, name) != kTrackingNames.end();
}

std::string without_tracking(std::string_view query) {
  std::string kept;
  for (const std::string_view parameter : split(query, '&')) {
    if (parameter.empty() || is_tracking(parameter)) continue;
    if (!kept.empty()) kept += '&';
    kept += parameter;
  }
  return kept;
}

/// A host of other letters than ASCII as the network writes it (UTS #46); "" for one that cannot
/// be.
std::string to_punycode(const std::string& host) {
  static const UIDNA* const kIdna = [] {
    UErrorCode error = U_ZERO_ERROR;
    return uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII, &error);
  }();
  std::array<char, 256> ascii{};
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  UErrorCode error = U_ZERO_ERROR;
  const int length =
      uidna_nameToASCII_UTF8(kIdna, host.data(), static_cast<int>(host.size()), ascii.data(),
                             static_cast<int>(ascii.size()), &info, &error);
  const bool done = U_SUCCESS(error) && info.errors == 0 && length > 0 &&
                    static_cast<std::size_t>(length) < ascii.size();
  return done ? std::string(ascii.data(), static_cast<std::size_t>(length)) : std::string();
}

/// `text` with %XX for all that may not stand in a URI (RFC 3986, section 2): what pages write and
/// browsers repair.
std::string escaped(std::string_view text) {
  constexpr std::string_view kForbidden = "\"<>\\^`{|}";
  const std::size_t authority = text.find("//");
  const std::size_t path =
      authority == std::string_view::npos ? 0 : text.find_first_of("/?#", authority + 2);
  const std::size_t fragment = text.find('#');
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    const bool stray_percent = c == '%' && !escaped_byte(text.substr(i));
    const bool bracket = (c == '[' || c == ']') && i >= path;
    const bool second_hash = c == '#' && i > fragment;
    if (byte <= ' ' || byte >= 0x7F || kForbidden.find(c) != std::string_view::npos ||
        stray_percent || bracket || second_hash) {
      append_escaped(result, c);
    } else {
      result += c;
    }
  }
  return result;
}

std::string text_of(const UriTextRangeA& range) {
  return range.first == nullptr ? std::string() : std::string(range.first, range.afterLast);
}

std::optional<std::string> part_of(const UriTextRangeA& range) {
  if (range.first == nullptr) return std::nullopt;
  return text_of(range);
}

/// A URI of uriparser, which frees what it holds. Its text must outlive it.
struct ParsedUri {
  UriUriA uri{};
  bool parsed = false;

  ParsedUri() = default;
  explicit ParsedUri(const std::string& text)
      : parsed(uriParseSingleUriExA(&uri, text.data(), text.data() + text.size(), nullptr) ==
               URI_SUCCESS) {}
  ParsedUri(const ParsedUri&) = delete;
  ParsedUri& operator=(const ParsedUri&) = delete;
  ~ParsedUri() { uriFreeUriMembersA(&uri); }
};

/// The host as a reader knows it, or "" if no host is written so.
std::string host_of(const UriUriA& uri) {
  if (uri.hostData.ip6 != nullptr) return "[" + lower(text_of(uri.hostText)) + "]";
  std::string host = lower(unescape_url(text_of(uri.hostText)));
  const bool possible = std::ranges::all_of(host, [](char c) {
    return !is_ascii(c) || is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_';
  });
  const bool empty_label = host.starts_with('.') || host.find("..") != std::string::npos;
  if (!possible || empty_label || host.size() > kMaxHostBytes) return {};
  if (!is_ascii(host) && to_punycode(host).empty()) return {};
  return host;
}

/// True for a port of TCP, or none.
bool is_port(std::string_view port) {
  constexpr std::size_t kMaxDigits = 5;
  constexpr int kMaxPort = 65535;
  return port.empty() ||
         (port.size() <= kMaxDigits && parse_number<int>(port).value_or(kMaxPort + 1) <= kMaxPort);
}

/// The host as it is asked for in the network: punycode where it has other letters than ASCII.
std::string ascii_host(const std::string& host) {
  std::string ascii = is_ascii(host) ? host : to_punycode(host);
  if (ascii.ends_with('.')) ascii.pop_back();
  return ascii;
}

std::string_view default_port(std::string_view scheme) { return scheme == "http" ? "80" : "443"; }

}  // namespace

struct Url::Parser {
  static std::optional<Url> parts_of(const UriUriA& uri) {
    Url url;
    url.scheme_ = lower(text_of(uri.scheme));
    url.user_ = text_of(uri.userInfo);
    url.host_ = host_of(uri);
    url.port_ = text_of(uri.portText);
    url.query_ = part_of(uri.query);
    url.fragment_ = part_of(uri.fragment);
    const bool web = url.scheme_ == "http" || url.scheme_ == "https";
    if (!web || url.host_.empty() || !is_port(url.port_)) return std::nullopt;
    for (const auto* segment = uri.pathHead; segment != nullptr; segment = segment->next) {
      url.path_ += '/' + text_of(segment->text);
    }
    if (url.path_.empty()) url.path_ = "/";
    return url;
  }

  /// `reference` as seen from `base`; from itself, which only resolves dot segments, without one.
  static std::optional<Url> resolve(const std::optional<std::string>& base,
                                    std::string_view reference) {
    const std::string unwrapped_reference = unwrapped(reference);
    if (unwrapped_reference.size() > kMaxUrlBytes) return std::nullopt;
    const std::string text = escaped(unwrapped_reference);
    const ParsedUri uri(text);
    if (!uri.parsed) return std::nullopt;
    const std::string base_text = base ? escaped(*base) : text;
    const ParsedUri base_uri(base_text);
    ParsedUri absolute;
    if (!base_uri.parsed || !parts_of(base_uri.uri) ||
        uriAddBaseUriExA(&absolute.uri, &uri.uri, &base_uri.uri, URI_RESOLVE_STRICTLY) !=
            URI_SUCCESS) {
      return std::nullopt;
    }
    return parts_of(absolute.uri);
  }
};

std::optional<Url> Url::parse(std::string_view text) { return Parser::resolve(std::nullopt, text); }

std::optional<Url> Url::resolve(std::string_view reference) const {
  return Parser::resolve(text(), reference);
}

Url Url::over_https() const {
  Url url = *this;
  url.scheme_ = "https";
  return url;
}

Url Url::at(std::string path) const {
  Url url = *this;
  url.user_.clear();
  url.path_ = std::move(path);
  url.query_.reset();
  url.fragment_.reset();
  return url;
}

std::string Url::target() const {
  return query_ && !query_->empty() ? path_ + "?" + *query_ : path_;
}

std::string Url::origin() const {
  const std::string port = port_.empty() ? port_ : std::to_string(*parse_number<int>(port_));
  const bool usual = port.empty() || port == default_port(scheme_);
  return scheme_ + "://" + host_ + (usual ? "" : ":" + port);
}

std::string Url::site() const {
  std::string host = ascii_host(host_);
  if (host.starts_with("www.") && host.find('.', 4) != std::string::npos) host.erase(0, 4);
  return host;
}

std::optional<std::string> Url::canonical() const {
  std::string canonical = scheme_ + "://" + ascii_host(host_);
  if (!port_.empty() && port_ != default_port(scheme_)) canonical += ":" + port_;
  canonical += normalise_escapes(path_);
  const std::string query = without_tracking(normalise_escapes(query_.value_or("")));
  if (!query.empty()) canonical += "?" + query;
  // Escapes may have made it longer.
  if (canonical.size() > kMaxUrlBytes) return std::nullopt;
  return canonical;
}

std::string Url::text() const {
  std::string text = scheme_ + "://";
  if (!user_.empty()) text += user_ + "@";
  text += host_;
  if (!port_.empty()) text += ":" + port_;
  text += path_;
  if (query_) text += "?" + *query_;
  if (fragment_) text += "#" + *fragment_;
  return text;
}

std::optional<std::string> canonical_url(std::string_view address) {
  const auto url = Url::parse(address);
  return url ? url->canonical() : std::nullopt;
}

std::string host_of(std::string_view address) {
  const auto url = Url::parse(address);
  return url ? url->host() : std::string();
}

std::string site_of(std::string_view address) {
  const auto url = Url::parse(address);
  return url ? url->site() : std::string();
}

}  // namespace kiosque
