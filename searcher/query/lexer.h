#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/schema.h"
#include "searcher/query/note.h"

namespace kiosque::query {

/// What a date field says of its value.
enum class DateRelation { Within, Since, After, Before, Until };

/// The smallest piece of a query that means something.
struct Lexeme {
  enum class Kind {
    Word,       ///< as typed, with its punctuation
    Quoted,     ///< what stands between quotation marks
    Open,       ///< (
    Close,      ///< )
    And,        ///< AND, ET
    Or,         ///< OR, OU
    Not,        ///< NOT, SAUF
    Near,       ///< NEAR/n, PRES/n
    Plus,       ///< + before an operand
    Minus,      ///< - before an operand
    Equals,     ///< = before a word
    FieldName,  ///< titre: before an operand
    DateField,  ///< depuis: before a word or quotation
  };
  Kind kind;
  std::string text = {};
  std::uint32_t begin = 0;  ///< bytes [begin, end) of the query
  std::uint32_t end = 0;
  const index::Field* field = nullptr;           ///< of a FieldName
  DateRelation relation = DateRelation::Within;  ///< of a DateField
  unsigned distance = 0;                         ///< of a Near
};

/// The lexemes of a query. Parentheses are balanced and nested at most kMaxQueryDepth deep, the
/// prefixes (+ - = field:) stand before an operand, every Word and Quoted holds a letter or digit,
/// and there are at most kMaxQueryWords of these.
struct Lexemes {
  std::vector<Lexeme> list;
  std::vector<Note> notes;
};

/// REQUIRES: `query` is valid UTF-8 of at most kMaxQueryBytes.
[[nodiscard]] Lexemes lex(std::string_view query);

}  // namespace kiosque::query
