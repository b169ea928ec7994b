#include "indexer/feed/construct.h"

#include <array>
#include <cstdint>
#include <optional>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "indexer/feed/markup.h"
#include "indexer/feed/namespaces.h"

namespace kiosque::feed {
namespace {

/// Decodes base64 with white space in it (RFC 4648, 4); nothing for other characters.
std::optional<std::string> decode_base64(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    std::uint32_t value = 0;
    if (c >= 'A' && c <= 'Z') {
      value = static_cast<std::uint32_t>(c - 'A');
    } else if (c >= 'a' && c <= 'z') {
      value = static_cast<std::uint32_t>(c - 'a' + 26);
    } else if (c >= '0' && c <= '9') {
      value = static_cast<std::uint32_t>(c - '0' + 52);
    } else if (c == '+' || c == '/') {
      value = c == '+' ? 62 : 63;
    } else if (c == '=' || c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      continue;
    } else {
      return std::nullopt;
    }
    bits = (bits << 6 | value) & 0xFFFFFF;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes += static_cast<char>(bits >> count & 0xFF);
    }
  }
  return to_valid_utf8(bytes);
}

enum class Kind { Text, Html, Xml, Base64 };

Kind kind_of_type(const std::string& type, const std::string& mode) {
  if (mode == "base64") return Kind::Base64;
  if (type == "html" || type.starts_with("text/html")) return Kind::Html;
  if (type == "xhtml" || type.ends_with("xml")) return Kind::Xml;
  if (type.empty() || type == "text" || type.starts_with("text/")) return Kind::Text;
  if (type.find('/') == std::string::npos || mode == "escaped") return Kind::Html;
  return Kind::Base64;
}

}  // namespace

Construct rss_construct(pugi::xml_node element, const Scope& scope) {
  if (has_elements(element)) {
    return {inner_html(element, scope.base, CdataIs::Html), true};
  }
  std::string text = raw_text(element);
  const bool is_html = has_markup(text);
  return {std::move(text), is_html};
}

Construct atom_construct(pugi::xml_node element, const Scope& scope) {
  const std::string type = lower(attribute_of(element, "type"));
  const std::string mode = lower(attribute_of(element, "mode"));
  const Kind kind = kind_of_type(type, mode);
  if (has_elements(element)) {
    const CdataIs cdata = kind == Kind::Html ? CdataIs::Html : CdataIs::Text;
    return {inner_html(element, scope.base, cdata), true};
  }
  std::string text = raw_text(element);
  if (kind == Kind::Base64) {
    const auto decoded = decode_base64(text);
    const bool names_html = type.find("html") != std::string::npos;
    const bool binary = type.find('/') != std::string::npos && !type.starts_with("text/");
    if (decoded) return {*decoded, names_html || (binary && has_markup(*decoded))};
    return {text, has_markup(text)};
  }
  if (kind == Kind::Xml) return {text_to_html(text), true};
  return {std::move(text), kind == Kind::Html};
}

std::string as_line(const Construct& construct) {
  return construct.is_html ? html_to_line(construct.value) : one_line(construct.value);
}

std::string as_html(const Construct& construct, const Scope& scope) {
  const std::string_view value = trimmed(construct.value);
  return construct.is_html ? resolve_links(value, scope.base) : text_to_html(value);
}

}  // namespace kiosque::feed
