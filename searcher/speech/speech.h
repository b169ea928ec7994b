#pragma once
// What a reader is told, in French or in English.
//
// In: facts (a count, a note on the query, a filter, an error). Out: words for a reader.
// Main types: Language, Message.
// Also open to other rooms: searcher/speech/language.h (the language of a reader, and the names of
// others), searcher/speech/typography.h (dates and numbers as they are written),
// searcher/speech/error_text.h (errors in French).
//
// Example (tests/unit/searcher/speech/example_test.cc):
//   const std::string found = plural(Message::Articles, Language::French, 12345);
//   EXPECT_EQ(found, "12\u202f345 articles");
//   EXPECT_EQ(filter_label({"date", "2024-05"}, Language::English), "May 2024");

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/engine/request.h"
#include "searcher/query/note.h"
#include "searcher/speech/language.h"

namespace kiosque::speech {

/// Every sentence shown to a reader, on the terminal and on the page. messages_table.cc has the
/// texts.
enum class Message {
  // What was found.
  Articles,  ///< plural: count
  Stories,   ///< plural: count
  NoResult,
  OnlySomeWords,  ///< above the hits that have not all words
  ResultsFor,     ///< the query
  EveryArticle,
  PageOf,         ///< number, inside a title
  AlertAdded,     ///< plural: count, then the alert's name
  OtherArticles,  ///< plural: lower bound of further articles of the story
  AlsoIn,         ///< before the names of its other sources
  And,            ///< between the last two of a list
  Paywalled,
  Untitled,
  // How the query was read: one for each Note::Kind. subject, detail
  NoteUnknownField,
  NoteUnclosedQuote,
  NoteUnbalanced,
  NoteDanglingOperator,
  NoteBadDate,
  NoteCorrected,
  NoteSuggested,
  NoteAlsoSearched,
  NoteTooLong,
  NoteTooManyExpansions,
  NoteShortPrefix,
  NoteOptionalPhrase,
  NoteOnlyStopWords,
  NoteAllWords,
  NoteNoneHasAll,   ///< how many words, of how many
  NoteShardFailed,  ///< what a visitor is told, who does not know our files
  NoteIndexFailed,
  NoteNamesUnread,
  NoteNamesMisread,
  DidYouMean,
  SearchAsTyped,  ///< the query as typed
  // Names of fields.
  FieldSource,
  FieldSection,
  FieldAuthor,
  FieldLanguage,
  FieldPeriod,
  // The search form.
  SearchLabel,
  SearchButton,
  SkipToResults,
  SortLabel,
  SortRelevance,
  SortDate,
  SortDateOldest,
  DatesTitle,
  DateFrom,
  DateTo,
  DateApply,
  Since,    ///< a day
  Until,    ///< a day
  Between,  ///< two days
  Filters,
  ActiveFilters,
  RemoveFilter,  ///< the filter
  AllArticles,
  OneHitAStory,
  // Moving on.
  Pagination,
  PreviousPage,
  NextPage,
  PageNumber,  ///< number
  TimelineTitle,
  TimelineBar,      ///< plural: count, then the month
  TimelineSummary,  ///< first month, last month, busiest month, its count
  TimelineEven,     ///< first month, last month
  FeedLink,
  JsonLink,
  OtherLanguage,  ///< in the other language
  // The first page, and help.
  Tagline,
  HelpTitle,
  HelpWords,
  HelpPhrase,
  HelpBoolean,
  HelpFields,
  HelpDates,
  HelpPrefix,
  NoResultTitle,  ///< the query
  NoResultSpelling,
  NoResultFewer,
  NoResultFilters,
  NoResultCorrected,
  // When there is no answer.
  ErrorBadRequest,
  ErrorNotFound,
  ErrorMethod,
  ErrorTooLong,
  ErrorUnavailable,
  ErrorTooSlow,
  ErrorInternal,
  BackToSearch,
  kCount
};

/// The text of a message as it is, without arguments.
[[nodiscard]] std::string_view text(Message message, Language language);

/// The text with its arguments in the places {0}, {1} … (in the order the enumerator documents).
[[nodiscard]] std::string format(Message message, Language language,
                                 const std::vector<std::string>& arguments);

/// A pattern of ours with `arguments` in its places: what format() does with a message.
[[nodiscard]] std::string fill(std::string_view pattern, const std::vector<std::string>& arguments);

/// The singular or plural form with `count`, written as the language does, for {0} and `more` for
/// {1} …. In French 0 and 1 are singular, in English only 1 is.
///
///   plural(Message::Articles, Language::French, 12345)  ->  "12 345 articles"
[[nodiscard]] std::string plural(Message message, Language language, std::size_t count,
                                 const std::vector<std::string>& more = {});

/// What a reader is told of how the query was read.
[[nodiscard]] std::string note_text(const query::Note& note, Language language);

/// "132 articles, 41 sujets": stories only where they are fewer.
[[nodiscard]] std::string found_text(std::size_t articles, std::size_t stories, Language language);

/// A filter as a reader says it: "mai 2024" for a date of "2024-05", "depuis le lundi 6 mai 2024"
/// for "2024-05-06..", the name of a language; the value itself for other fields, and where it is
/// none.
[[nodiscard]] std::string filter_label(const engine::Filter& filter, Language language);

}  // namespace kiosque::speech
