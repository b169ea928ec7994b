#include "indexer/feed/xml_text.h"

#include <algorithm>
#include <array>
#include <map>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "indexer/html/entities.h"

namespace kiosque::feed {
namespace {

constexpr std::size_t kMaxName = 40;
constexpr std::size_t kMaxEntityValue = 1024;
constexpr std::size_t kMaxEntities = 200;
constexpr std::size_t kMaxAdded = 1u << 20;

using Entities = std::map<std::string, std::string, std::less<>>;

bool is_name_char(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.' || !is_ascii(c);
}

bool is_predefined(std::string_view name) {
  static constexpr std::array<std::string_view, 5> kNames{"amp", "lt", "gt", "quot", "apos"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

std::string escape_markup(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '&') {
      escaped += "&amp;";
    } else if (c == '<') {
      escaped += "&lt;";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

/// The reference that begins at `text[0] == '&'`, with its semicolon; "" if there is none.
std::string_view reference_at(std::string_view text) {
  std::size_t end = 1;
  if (end < text.size() && text[end] == '#') ++end;
  while (end < text.size() && end < kMaxName && is_name_char(text[end])) ++end;
  const bool complete = end > 1 && end < text.size() && text[end] == ';';
  return complete ? text.substr(0, end + 1) : std::string_view();
}

class Normaliser {
 public:
  explicit Normaliser(std::string_view xml) : xml_(xml) { out_.reserve(xml.size()); }

  std::string run() {
    while (pos_ < xml_.size()) {
      const char c = xml_[pos_];
      if (c == '&') {
        add_reference();
      } else if (c == '<') {
        add_section();
      } else {
        add_character();
      }
    }
    return std::move(out_);
  }

 private:
  /// Copies one character unless XML forbids it; C1 codes are windows-1252 read as Latin-1.
  void add_character() {
    const std::size_t start = pos_;
    const char32_t c = next_character(xml_, pos_);
    if (c >= 0x80 && c < 0xA0) {
      html::append_decoded(out_, "&#" + std::to_string(static_cast<unsigned>(c)) + ";");
    } else if (c >= 0x20 || c == '\t' || c == '\n' || c == '\r') {
      out_ += xml_.substr(start, pos_ - start);
    }
  }

  void add_until(std::size_t end) {
    while (pos_ < std::min(end, xml_.size())) add_character();
  }

  /// A CDATA section or comment whole; the DTD is read and dropped; else only the '<'.
  void add_section() {
    const std::string_view rest = xml_.substr(pos_);
    if (rest.starts_with("<![CDATA[") && cdata_can_end_) {
      const std::size_t end = xml_.find("]]>", pos_);
      cdata_can_end_ = end != std::string_view::npos;
      if (cdata_can_end_) return add_until(end + 3);
    }
    if (rest.starts_with("<!--") && comment_can_end_) {
      const std::size_t end = xml_.find("-->", pos_ + 4);
      comment_can_end_ = end != std::string_view::npos;
      if (comment_can_end_) {
        pos_ = end + 3;
        return;
      }
    }
    const bool is_dtd = rest.starts_with("<!DOCTYPE") || rest.starts_with("<!doctype");
    if (is_dtd && !seen_dtd_) return read_dtd();
    out_ += '<';
    ++pos_;
  }

  void read_dtd() {
    seen_dtd_ = true;
    const std::size_t close = xml_.find('>', pos_);
    const std::size_t subset = xml_.find('[', pos_);
    std::size_t end = close;
    if (subset < close) {
      const std::size_t subset_end = xml_.find(']', subset);
      const std::size_t declared_end = xml_.find("]>", subset);
      end = declared_end != std::string_view::npos ? declared_end + 1 : xml_.find('>', subset_end);
      if (end != std::string_view::npos) read_entities(xml_.substr(subset, end - subset));
    }
    pos_ = end == std::string_view::npos ? pos_ + 1 : end + 1;
  }

  /// `<!ENTITY name "value">`: values are plain text here, and short, so they cannot grow a bomb.
  void read_entities(std::string_view subset) {
    constexpr std::string_view kDeclaration = "<!ENTITY";
    for (auto at = subset.find(kDeclaration); at != std::string_view::npos;
         at = subset.find(kDeclaration, at + 1)) {
      if (entities_.size() == kMaxEntities) return;
      std::string_view rest = subset.substr(at + kDeclaration.size());
      rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
      const auto name_end = std::find_if_not(rest.begin(), rest.end(), is_name_char);
      const std::string name(rest.begin(), name_end);
      rest.remove_prefix(name.size());
      rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
      if (name.empty() || rest.empty() || (rest[0] != '"' && rest[0] != '\'')) continue;
      const std::size_t quote = rest.find(rest[0], 1);
      if (quote == std::string_view::npos || quote > kMaxEntityValue) continue;
      entities_.emplace(name, html::decode_entities(rest.substr(1, quote - 1)));
    }
  }

  void add_reference() {
    const std::string_view reference = reference_at(xml_.substr(pos_));
    if (reference.empty()) {
      out_ += '&';
      ++pos_;
      return;
    }
    pos_ += reference.size();
    const std::string_view name = reference.substr(1, reference.size() - 2);
    if (is_predefined(name)) {
      out_ += reference;
      return;
    }
    const auto declared = entities_.find(name);
    const std::string value =
        declared != entities_.end() ? declared->second : html::decode_entities(reference);
    const bool unknown = value == reference;
    if (value.size() > reference.size()) added_ += value.size();
    if (unknown || added_ > kMaxAdded) {
      out_ += reference;
    } else {
      add_value(value);
    }
  }

  void add_value(std::string_view value) {
    for (std::size_t pos = 0; pos < value.size();) {
      const std::size_t start = pos;
      const char32_t c = next_character(value, pos);
      const bool forbidden = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
      if (!forbidden) out_ += escape_markup(value.substr(start, pos - start));
    }
  }

  std::string_view xml_;
  std::size_t pos_ = 0;
  std::string out_;
  Entities entities_;
  std::size_t added_ = 0;
  bool seen_dtd_ = false;
  bool cdata_can_end_ = true;  ///< false once no "]]>" follows: searching again would be quadratic
  bool comment_can_end_ = true;
};

}  // namespace

std::string normalise_xml_text(std::string_view xml) { return Normaliser(xml).run(); }

}  // namespace kiosque::feed
