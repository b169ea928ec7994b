#include "common/base/url.h"

#include <curl/curl.h>
#include <unicode/uidna.h>

#include <algorithm>
#include <array>
#include <memory>

namespace kiosque {
namespace {

struct UrlDeleter {
  void operator()(CURLU* url) const noexcept { curl_url_cleanup(url); }
};
using UrlHandle = std::unique_ptr<CURLU, UrlDeleter>;

constexpr unsigned kParseFlags = CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE | CURLU_ALLOW_SPACE;
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

std::string part_of(CURLU* url, CURLUPart part, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, flags) != CURLUE_OK) return {};
  std::string copy(text);
  curl_free(text);
  return copy;
}

/// Parses an absolute http(s) URL that has a host.
UrlHandle parse_web_url(const std::string& text) {
  if (text.empty() || text.size() > kMaxUrlBytes) return nullptr;
  UrlHandle url(curl_url());
  if (!url || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), kParseFlags) != CURLUE_OK) {
    return nullptr;
  }
  const std::string scheme = to_lower(part_of(url.get(), CURLUPART_SCHEME));
  if (scheme != "http" && scheme != "https") return nullptr;
  if (part_of(url.get(), CURLUPART_HOST).empty()) return nullptr;
  return url;
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

/// A host of other letters than ASCII as the network writes it (UTS #46); as it is where that
/// fails.
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
  return done ? std::string(ascii.data(), static_cast<std::size_t>(length)) : host;
}

/// The host in lower case; punycode where it has other letters than ASCII.
std::string host_of(CURLU* url) {
  std::string host = to_lower(part_of(url, CURLUPART_HOST));
  const bool is_ascii =
      std::ranges::all_of(host, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!is_ascii) host = to_punycode(host);
  if (host.ends_with('.')) host.pop_back();
  return host;
}

}  // namespace

std::optional<std::string> resolve_url(std::string_view base, std::string_view reference) {
  const std::string trimmed_reference = trim(reference);
  if (trimmed_reference.size() > kMaxUrlBytes) return std::nullopt;
  UrlHandle url;
  if (base.empty()) {
    url = parse_web_url(trimmed_reference);
  } else {
    url = parse_web_url(trim(base));
    if (url && !trimmed_reference.empty() &&
        curl_url_set(url.get(), CURLUPART_URL, trimmed_reference.c_str(), kParseFlags) !=
            CURLUE_OK) {
      return std::nullopt;
    }
  }
  if (!url) return std::nullopt;
  std::string absolute = part_of(url.get(), CURLUPART_URL);
  if (!parse_web_url(absolute)) return std::nullopt;
  return absolute;
}

std::optional<std::string> canonical_url(std::string_view url) {
  const UrlHandle parsed = parse_web_url(trim(url));
  if (!parsed) return std::nullopt;
  std::string canonical = to_lower(part_of(parsed.get(), CURLUPART_SCHEME)) + "://";
  canonical += host_of(parsed.get());
  const std::string port = part_of(parsed.get(), CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
  if (!port.empty()) canonical += ":" + port;
  const std::string path = normalise_escapes(part_of(parsed.get(), CURLUPART_PATH));
  canonical += path.empty() ? "/" : path;
  const std::string query =
      without_tracking(normalise_escapes(part_of(parsed.get(), CURLUPART_QUERY)));
  if (!query.empty()) canonical += "?" + query;
  return canonical;
}

std::string site_of(std::string_view url) {
  const UrlHandle parsed = parse_web_url(trim(url));
  if (!parsed) return {};
  std::string host = host_of(parsed.get());
  if (host.starts_with("www.") && host.find('.', 4) != std::string::npos) host.erase(0, 4);
  return host;
}

}  // namespace kiosque
