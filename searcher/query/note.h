#pragma once

#include <string>

namespace kiosque::query {

/// What the user should know about how the query was read.
struct Note {
  enum class Kind {
    UnknownField,       ///< subject: the field's name; its words were searched
    UnclosedQuote,      ///< the quote was closed at the end
    Unbalanced,         ///< a parenthesis too many or too few
    DanglingOperator,   ///< subject: an operator without an operand, read as a word
    BadDate,            ///< subject: a date that was not understood
    Corrected,          ///< subject: the word; detail: what was searched instead
    Suggested,          ///< subject: the word; detail: a likelier one (not searched)
    AlsoSearched,       ///< subject: the word; detail: its variants, separated by ", "
    TooLong,            ///< the query was cut
    TooManyExpansions,  ///< subject: a prefix with more words than are searched
    ShortPrefix,        ///< subject: a prefix of too few letters, read as a word
    OptionalPhrase,     ///< subject: a quotation in a long query: preferred, not demanded
    OnlyStopWords,      ///< nothing but common words: they were searched side by side
    AllWords,           ///< by date: only articles with all words but stop words
    NoneHasAll,    ///< subject: how many words those have that are counted; detail: of how many
    ShardFailed,   ///< subject: an index that could not be searched; detail: why
    NamesUnread,   ///< subject: a file of names; detail: why it could not be read
    NamesMisread,  ///< subject: a file of names, and the line; detail: what is wrong there
  };
  Kind kind;
  std::string subject = {};
  std::string detail = {};
};

}  // namespace kiosque::query
