#include "common/base/url.h"

#include <unicode/uidna.h>
#include <uriparser/Uri.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace kiosque {
namespace {

constexpr std::size_t kMaxUrlBytes = 8192;

/// Parameters that say where a reader came from, never what the page is.
constexpr std::array kTrackingPrefixes{"utm_", "at_", "mtm_", "pk_", "matomo_", "hsa_", "ns_"};
constexpr std::array kTrackingNames{
    "fbclid",  "gclid",   "dclid",  "gbraid",   "wbraid",  "msclkid", "yclid",    "twclid",
    "igshid",  "igsh",    "mc_cid", "mc_eid",   "_ga",     "_gl",     "xtor",     "xtref",
    "xtcr",    "srsltid", "ocid",   "cmpid",    "cmp",     "wt_mc",   "ito",      "spm",
    "ref_src", "ref_url", "smid",   "sr_share", "echobox", "origine", "wickedid", "vero_id"};

std::string to_lower(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

std::string trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  const std::size_t last = text.find_last_not_of(kSpace);
  std::string trimmed(text.substr(first, last - first + 1));
  // RFC 3986 knows no line breaks; browsers drop them, and pages wrap long addresses.
  std::erase_if(trimmed, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  return trimmed;
}

bool is_tracking(std::string_view parameter) {
  const std::string name = to_lower(parameter.substr(0, parameter.find('=')));
  return std::ranges::any_of(kTrackingPrefixes,
                             [&](const char* p) { return name.starts_with(p); }) ||
         std::ranges::find(kTrackingNames, name) != kTrackingNames.end();
}

std::string without_tracking(std::string_view query) {
  std::string kept;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view parameter = query.substr(0, end);
    if (!parameter.empty() && !is_tracking(parameter)) {
      if (!kept.empty()) kept += '&';
      kept += parameter;
    }
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return kept;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Decodes %XX of unreserved characters and writes the others in upper case (RFC 3986, 6.2.2).
std::string normalise_escapes(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kUnreservedMarks = "-._~";
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
                        hex_value(text[i + 2]) >= 0;
    if (!escape) {
      result += text[i];
      continue;
    }
    const int byte = hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]);
    const bool alphanumeric = byte < 0x80 && std::isalnum(byte) != 0;
    if (alphanumeric || kUnreservedMarks.find(static_cast<char>(byte)) != std::string_view::npos) {
      result += static_cast<char>(byte);
    } else {
      result += '%';
      result += kHex[static_cast<std::size_t>(byte) >> 4];
      result += kHex[static_cast<std::size_t>(byte) & 0xF];
    }
    i += 2;
  }
  return result;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
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
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kForbidden = "\"<>\\^`{|}";
  const std::size_t authority = text.find("//");
  const std::size_t path =
      authority == std::string_view::npos ? 0 : text.find_first_of("/?#", authority + 2);
  const std::size_t fragment = text.find('#');
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool stray_percent = byte == '%' && (i + 2 >= text.size() || hex_value(text[i + 1]) < 0 ||
                                               hex_value(text[i + 2]) < 0);
    const bool bracket = (byte == '[' || byte == ']') && i >= path;
    const bool second_hash = byte == '#' && i > fragment;
    if (byte <= ' ' || byte >= 0x7F || kForbidden.find(text[i]) != std::string_view::npos ||
        stray_percent || bracket || second_hash) {
      result += '%';
      result += kHex[byte >> 4];
      result += kHex[byte & 0xF];
    } else {
      result += text[i];
    }
  }
  return result;
}

/// The bytes that %XX stands for.
std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
                        hex_value(text[i + 2]) >= 0;
    if (escape) {
      result += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

/// The parts of an absolute http(s) URL; without dot segments.
struct WebUrl {
  std::string scheme;  ///< in lower case
  std::string user;
  std::string host;  ///< in lower case, Unicode; IPv6 in brackets
  std::string port;  ///< as written, "" without one
  std::string path;  ///< begins with "/"
  std::optional<std::string> query, fragment;
};

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
  if (uri.hostData.ip6 != nullptr) return "[" + to_lower(text_of(uri.hostText)) + "]";
  std::string host = to_lower(unescaped(text_of(uri.hostText)));
  const bool possible = std::ranges::all_of(host, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0 || c == '-' || c == '.' || c == '_';
  });
  const bool empty_label = host.starts_with('.') || host.find("..") != std::string::npos;
  if (!possible || empty_label || (!is_ascii(host) && to_punycode(host).empty())) return {};
  return host;
}

/// True for a port of TCP, or none.
bool is_port(std::string_view port) {
  constexpr std::size_t kMaxDigits = 5;
  constexpr int kMaxPort = 65535;
  return port.empty() || (port.size() <= kMaxDigits && std::stoi(std::string(port)) <= kMaxPort);
}

std::optional<WebUrl> parts_of(const UriUriA& uri) {
  WebUrl url{.scheme = to_lower(text_of(uri.scheme)),
             .user = text_of(uri.userInfo),
             .host = host_of(uri),
             .port = text_of(uri.portText),
             .query = part_of(uri.query),
             .fragment = part_of(uri.fragment)};
  const bool web = url.scheme == "http" || url.scheme == "https";
  if (!web || url.host.empty() || !is_port(url.port)) return std::nullopt;
  for (const auto* segment = uri.pathHead; segment != nullptr; segment = segment->next) {
    url.path += '/' + text_of(segment->text);
  }
  if (url.path.empty()) url.path = "/";
  return url;
}

/// `reference` as seen from `base`, which may be empty.
std::optional<WebUrl> parse_web_url(std::string_view base, std::string_view reference) {
  const std::string trimmed = trim(reference);
  if (trimmed.size() > kMaxUrlBytes || base.size() > kMaxUrlBytes) return std::nullopt;
  const std::string text = escaped(trimmed);
  const ParsedUri uri(text);
  if (!uri.parsed) return std::nullopt;
  const std::string base_text = base.empty() ? text : escaped(trim(base));
  const ParsedUri base_uri(base_text);
  ParsedUri absolute;
  if (!base_uri.parsed || !parts_of(base_uri.uri) ||
      uriAddBaseUriExA(&absolute.uri, &uri.uri, &base_uri.uri, URI_RESOLVE_STRICTLY) !=
          URI_SUCCESS) {
    return std::nullopt;
  }
  return parts_of(absolute.uri);
}

/// The host as it is asked for in the network: punycode where it has other letters than ASCII.
std::string ascii_host(const WebUrl& url) {
  std::string host = is_ascii(url.host) ? url.host : to_punycode(url.host);
  if (host.ends_with('.')) host.pop_back();
  return host;
}

}  // namespace

std::optional<std::string> resolve_url(std::string_view base, std::string_view reference) {
  const auto url = parse_web_url(base, reference);
  if (!url) return std::nullopt;
  std::string absolute = url->scheme + "://";
  if (!url->user.empty()) absolute += url->user + "@";
  absolute += url->host;
  if (!url->port.empty()) absolute += ":" + url->port;
  absolute += url->path;
  if (url->query) absolute += "?" + *url->query;
  if (url->fragment) absolute += "#" + *url->fragment;
  return absolute;
}

std::optional<std::string> canonical_url(std::string_view address) {
  const auto url = parse_web_url({}, address);
  if (!url) return std::nullopt;
  std::string canonical = url->scheme + "://" + ascii_host(*url);
  const std::string_view default_port = url->scheme == "http" ? "80" : "443";
  if (!url->port.empty() && url->port != default_port) canonical += ":" + url->port;
  canonical += normalise_escapes(url->path);
  const std::string query = without_tracking(normalise_escapes(url->query.value_or("")));
  if (!query.empty()) canonical += "?" + query;
  // Escapes may have made it longer.
  if (canonical.size() > kMaxUrlBytes) return std::nullopt;
  return canonical;
}

std::string site_of(std::string_view address) {
  const auto url = parse_web_url({}, address);
  if (!url) return {};
  std::string host = ascii_host(*url);
  if (host.starts_with("www.") && host.find('.', 4) != std::string::npos) host.erase(0, 4);
  return host;
}

}  // namespace kiosque
