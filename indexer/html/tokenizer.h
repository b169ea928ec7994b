#pragma once

#include <string_view>
#include <vector>

#include "indexer/html/tags.h"

namespace kiosque::html {

/// An attribute some rule reads; its value still holds character references.
struct RawAttribute {
  Attr name = Attr::None;
  std::string_view value;
};

struct Token {
  enum class Kind { Text, StartTag, EndTag };
  Kind kind = Kind::Text;
  Tag tag = Tag::Text;
  std::string_view text;  ///< the characters (references unresolved), or the element's name
  bool self_closing = false;
  std::vector<RawAttribute> attributes;  ///< the first of each name
};

/// Cuts HTML into tags and text as browsers do (HTML Living Standard, 13.2.5). Comments, doctypes
/// and processing instructions are passed over. Reads every byte once; never fails. Tokens point
/// into the text given.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view html) : rest_(html) {}

  /// Reads the next token; false at the end.
  [[nodiscard]] bool next(Token& token);

  /// After the start tag of an element without markup (script, title …): its content.
  [[nodiscard]] std::string_view take_raw_text(std::string_view name);

 private:
  void skip_comment();
  void read_tag(Token& token);
  void read_attributes(Token& token);
  [[nodiscard]] std::string_view read_value();
  void skip_space();

  std::string_view rest_;
};

}  // namespace kiosque::html
