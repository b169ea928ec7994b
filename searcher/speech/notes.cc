#include "searcher/speech/notes.h"

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
    case query::Note::Kind::ShardFailed:
      return note.subject.empty() ? Message::NoteShardFailed : Message::NoteIndexFailed;
    case query::Note::Kind::NamesUnread:
      return Message::NoteNamesUnread;
    case query::Note::Kind::NamesMisread:
      return Message::NoteNamesMisread;
  }
  return Message::NoteShardFailed;
}

}  // namespace

std::string note_text(const query::Note& note, Language language) {
  return format(message_of(note), language, {note.subject, note.detail});
}

}  // namespace kiosque::speech
