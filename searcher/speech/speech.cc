#include "searcher/speech/speech.h"

#include "common/base/number.h"
#include "common/date/date.h"
#include "searcher/speech/typography.h"

namespace kiosque::speech {
namespace {

Message message_of(const query::Note& note) {
  switch (note.kind) {
    case query::Note::Kind::UnknownField:
      return Message::NoteUnknownField;
    case query::Note::Kind::UnclosedQuote:
      return Message::NoteUnclosedQuote;
    case query::Note::Kind::Unbalanced:
      return Message::NoteUnbalanced;
    case query::Note::Kind::DanglingOperator:
      return Message::NoteDanglingOperator;
    case query::Note::Kind::BadDate:
      return Message::NoteBadDate;
    case query::Note::Kind::Corrected:
      return Message::NoteCorrected;
    case query::Note::Kind::Suggested:
      return Message::NoteSuggested;
    case query::Note::Kind::AlsoSearched:
      return Message::NoteAlsoSearched;
    case query::Note::Kind::TooLong:
      return Message::NoteTooLong;
    case query::Note::Kind::TooManyExpansions:
      return Message::NoteTooManyExpansions;
    case query::Note::Kind::ShortPrefix:
      return Message::NoteShortPrefix;
    case query::Note::Kind::OptionalPhrase:
      return Message::NoteOptionalPhrase;
    case query::Note::Kind::OnlyStopWords:
      return Message::NoteOnlyStopWords;
    case query::Note::Kind::AllWords:
      return Message::NoteAllWords;
    case query::Note::Kind::NoneHasAll:
      return Message::NoteNoneHasAll;
    case query::Note::Kind::ShardFailed:
      return note.subject.empty() ? Message::NoteShardFailed : Message::NoteIndexFailed;
    case query::Note::Kind::NamesUnread:
      return Message::NoteNamesUnread;
    case query::Note::Kind::NamesMisread:
      return Message::NoteNamesMisread;
  }
  return Message::NoteShardFailed;
}

/// "du … au …", either end open; as it is if an end is no day.
std::string period_label(const std::string& from, const std::string& to, Language language) {
  const auto first = date::parse_timestamp(from);
  const auto last = date::parse_timestamp(to);
  if ((!first && !from.empty()) || (!last && !to.empty())) return from + " – " + to;
  if (!first && !last) return {};
  if (!last) return format(Message::Since, language, {format_day(*first, language)});
  if (!first) return format(Message::Until, language, {format_day(*last, language)});
  return format(Message::Between, language,
                {format_day(*first, language), format_day(*last, language)});
}

}  // namespace

std::string fill(std::string_view pattern, const std::vector<std::string>& arguments) {
  std::string filled;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
    if (!place) {
      filled += pattern[i];
      continue;
    }
    filled += arguments.at(static_cast<std::size_t>(pattern[i + 1] - '0'));
    i += 2;
  }
  return filled;
}

std::string format(Message message, Language language, const std::vector<std::string>& arguments) {
  return fill(text(message, language), arguments);
}

std::string plural(Message message, Language language, std::size_t count,
                   const std::vector<std::string>& more) {
  const std::string_view forms = text(message, language);
  const std::size_t bar = forms.find('|');
  const bool singular = count == 1 || (count == 0 && language == Language::French);
  std::vector<std::string> arguments{format_count(count, language)};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return fill(singular ? forms.substr(0, bar) : forms.substr(bar + 1), arguments);
}

std::string note_text(const query::Note& note, Language language) {
  return format(message_of(note), language, {note.subject, note.detail});
}

std::string found_text(std::size_t articles, std::size_t stories, Language language) {
  if (articles == 0) return std::string(text(Message::NoResult, language));
  std::string found = plural(Message::Articles, language, articles);
  if (stories != articles) found += ", " + plural(Message::Stories, language, stories);
  return found;
}

std::string filter_label(const engine::Filter& filter, Language language) {
  if (filter.field == "language") return language_name(filter.value, language);
  if (filter.field != "date") return filter.value;
  const std::size_t dots = filter.value.find("..");
  if (dots != std::string::npos) {
    return period_label(filter.value.substr(0, dots), filter.value.substr(dots + 2), language);
  }
  const std::size_t dash = filter.value.find('-', 1);
  if (dash == std::string::npos) return filter.value;
  const std::string_view value = filter.value;
  const auto year = parse_number<int>(value.substr(0, dash));
  const auto month = parse_number<unsigned>(value.substr(dash + 1));
  if (!year || !month || *month < 1 || *month > 12) return filter.value;
  return format_month(*year, *month, language);
}

}  // namespace kiosque::speech
