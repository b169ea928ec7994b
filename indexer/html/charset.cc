#include "indexer/html/charset.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "common/base/ascii.h"
#include "common/base/utf8.h"

namespace kiosque::html {
namespace {

constexpr std::size_t kDeclarationWindow = 4096;
constexpr std::size_t kMaxLabel = 40;
constexpr char kDefault[] = "windows-1252";

bool is_label_char(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.' || c == ':' || c == '+';
}

/// The value after the first `key` `=` of `text`, quoted or not, in lower case.
std::string label_after(std::string_view text, std::string_view key) {
  for (std::size_t at = 0; at + key.size() < text.size(); ++at) {
    if (!starts_with_ignoring_case(text.substr(at), key)) continue;
    std::size_t pos = at + key.size();
    while (pos < text.size() && is_space(text[pos])) ++pos;
    if (pos == text.size() || text[pos] != '=') continue;
    ++pos;
    while (pos < text.size() && (is_space(text[pos]) || text[pos] == '"' || text[pos] == '\'')) {
      ++pos;
    }
    std::string label;
    while (pos < text.size() && is_label_char(text[pos]) && label.size() < kMaxLabel) {
      label += lower(text[pos++]);
    }
    if (!label.empty()) return label;
  }
  return {};
}

/// The name in `<?xml encoding=…?>`, `<meta charset=…>` or its http-equiv form; "" without one.
std::string declared_in_document(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kDeclarationWindow);
  if (const auto xml = head.find("<?xml"); xml != std::string_view::npos) {
    const auto declaration = head.substr(xml, head.find('>', xml) - xml);
    if (std::string label = label_after(declaration, "encoding"); !label.empty()) return label;
  }
  for (auto at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
    if (!starts_with_ignoring_case(head.substr(at), "<meta")) continue;
    const auto tag = head.substr(at, head.find('>', at) - at);
    if (std::string label = label_after(tag, "charset"); !label.empty()) return label;
  }
  return {};
}

/// The ICU converter that browsers mean by `label` (WHATWG Encoding Standard, 4.2): the ISO and
/// national names stand for the larger Windows code pages.
std::string converter_name(const std::string& label) {
  static constexpr auto kAliases = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"iso-8859-1", kDefault},
      {"iso8859-1", kDefault},
      {"iso_8859-1", kDefault},
      {"latin1", kDefault},
      {"latin-1", kDefault},
      {"l1", kDefault},
      {"us-ascii", kDefault},
      {"ascii", kDefault},
      {"ansi_x3.4-1968", kDefault},
      {"ansi", kDefault},
      {"cp1252", kDefault},
      {"x-cp1252", kDefault},
      {"iso-8859-9", "windows-1254"},
      {"latin5", "windows-1254"},
      {"iso-8859-11", "windows-874"},
      {"tis-620", "windows-874"},
      {"gb2312", "gb18030"},
      {"gb_2312-80", "gb18030"},
      {"gbk", "gb18030"},
      {"x-gbk", "gb18030"},
      {"euc-kr", "windows-949"},
      {"ks_c_5601-1987", "windows-949"},
      {"shift_jis", "windows-31j"},
      {"shift-jis", "windows-31j"},
      {"sjis", "windows-31j"},
      {"x-sjis", "windows-31j"},
      {"latin9", "iso-8859-15"},
      {"latin-9", "iso-8859-15"},
  });
  const auto* const alias = std::find_if(kAliases.begin(), kAliases.end(),
                                         [&](const auto& pair) { return pair.first == label; });
  return std::string(alias == kAliases.end() ? std::string_view(label) : alias->second);
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// Decodes by an ICU converter; nothing when ICU does not know `name`.
std::optional<std::string> decode_as(std::string_view bytes, const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> source(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status) != 0) return std::nullopt;
  const std::unique_ptr<UConverter, CloseConverter> target(ucnv_open("UTF-8", &status));

  std::string text;
  std::vector<char> out(64u << 10);
  std::array<UChar, 8192> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* in = bytes.data();
  const char* const in_end = bytes.data() + bytes.size();
  bool reset = true;
  do {
    status = U_ZERO_ERROR;
    char* out_at = out.data();
    ucnv_convertEx(target.get(), source.get(), &out_at, out.data() + out.size(), &in, in_end,
                   pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(),
                   static_cast<UBool>(reset), 1, &status);
    text.append(out.data(), out_at);
    reset = false;
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(status) != 0) return std::nullopt;
  return to_valid_utf8(text);
}

struct Signature {
  std::string_view bytes;
  const char* name;
};

constexpr std::string_view operator""_bytes(const char* text, std::size_t size) {
  return {text, size};
}

/// Longer marks first: the one of UTF-16LE starts that of UTF-32LE.
constexpr std::array kByteOrderMarks{
    Signature{"\xEF\xBB\xBF"_bytes, "UTF-8"},    Signature{"\xFF\xFE\0\0"_bytes, "UTF-32LE"},
    Signature{"\0\0\xFE\xFF"_bytes, "UTF-32BE"}, Signature{"\xFF\xFE"_bytes, "UTF-16LE"},
    Signature{"\xFE\xFF"_bytes, "UTF-16BE"},
};

/// What an opening "<" or "{" looks like in wide encodings, and "<?xm" in EBCDIC.
constexpr std::array kFirstCharacters{
    Signature{"<\0\0\0"_bytes, "UTF-32LE"},
    Signature{"\0\0\0<"_bytes, "UTF-32BE"},
    Signature{"<\0"_bytes, "UTF-16LE"},
    Signature{"\0<"_bytes, "UTF-16BE"},
    Signature{"{\0"_bytes, "UTF-16LE"},
    Signature{"\0{"_bytes, "UTF-16BE"},
    Signature{"\x4C\x6F\xA7\x94"_bytes, "ibm-37"},
};

template <class Signatures>
const Signature* find_signature(std::string_view bytes, const Signatures& signatures) {
  const auto it = std::find_if(signatures.begin(), signatures.end(), [&](const Signature& known) {
    return bytes.starts_with(known.bytes);
  });
  return it == signatures.end() ? nullptr : &*it;
}

/// True if `bytes` can only be meant as UTF-8: well-formed, or with at least four multi-byte
/// characters for each ill-formed sequence. A character cut off at the very end does not count.
bool is_mostly_utf8(std::string_view bytes) {
  if (is_utf8(bytes)) return true;
  for (int i = 0; i < 3 && !bytes.empty() && static_cast<unsigned char>(bytes.back()) >= 0x80;
       ++i) {
    bytes.remove_suffix(1);
  }
  const std::string repaired = to_valid_utf8(bytes);
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t pos = 0; pos < repaired.size();) {
    if (static_cast<unsigned char>(repaired[pos]) < 0x80) {
      ++pos;
      continue;
    }
    const bool replaced = next_character(repaired, pos) == U'\uFFFD';
    ++(replaced ? bad : good);
  }
  return good >= 4 * bad && good > 0;
}

bool is_unicode_label(std::string_view label) {
  return label.starts_with("utf") || label.starts_with("unicode") || label.starts_with("ucs") ||
         label.starts_with("iso-10646") || label.starts_with("csu") || label == "x-user-defined";
}

/// ASCII bytes that are not ASCII text: a 7-bit encoding with escape sequences.
bool is_escaped_7bit(std::string_view bytes, std::string_view label) {
  return label.starts_with("iso-2022-") && bytes.find('\x1B') != std::string_view::npos;
}

}  // namespace

std::string decode_to_utf8(std::string_view bytes, std::string_view content_type) {
  if (bytes.empty()) return {};
  if (const Signature* mark = find_signature(bytes, kByteOrderMarks)) {
    const auto rest = bytes.substr(mark->bytes.size());
    if (mark->name == std::string_view("UTF-8")) return to_valid_utf8(rest);
    return decode_as(rest, mark->name).value_or(std::string());
  }
  if (const Signature* first = find_signature(bytes, kFirstCharacters)) {
    if (auto text = decode_as(bytes, first->name)) return *std::move(text);
  }
  const std::array labels{label_after(content_type, "charset"), declared_in_document(bytes)};
  for (const std::string& label : labels) {
    if (!is_escaped_7bit(bytes, label)) continue;
    if (auto text = decode_as(bytes, label)) return *std::move(text);
  }
  if (is_mostly_utf8(bytes)) return to_valid_utf8(bytes);
  for (const std::string& label : labels) {
    // Bytes that are no UTF-8 cannot be what "utf-8" says, nor UTF-16 without a zero byte.
    if (label.empty() || is_unicode_label(label)) continue;
    if (auto text = decode_as(bytes, converter_name(label))) return *std::move(text);
  }
  return decode_as(bytes, kDefault).value_or(to_valid_utf8(bytes));
}

}  // namespace kiosque::html
