#include "searcher/speech/notes.h"

namespace kiosque {
namespace {

Message message_of(const Note& note) {
  switch (note.kind) {
    case Note::Kind::UnknownField:
      return Message::NoteUnknownField;
    case Note::Kind::UnclosedQuote:
      return Message::NoteUnclosedQuote;
    case Note::Kind::Unbalanced:
      return Message::NoteUnbalanced;
    case Note::Kind::DanglingOperator:
      return Message::NoteDanglingOperator;
    case Note::Kind::BadDate:
      return Message::NoteBadDate;
    case Note::Kind::Corrected:
      return Message::NoteCorrected;
    case Note::Kind::Suggested:
      return Message::NoteSuggested;
    case Note::Kind::AlsoSearched:
      return Message::NoteAlsoSearched;
    case Note::Kind::TooLong:
      return Message::NoteTooLong;
    case Note::Kind::TooManyExpansions:
      return Message::NoteTooManyExpansions;
    case Note::Kind::ShortPrefix:
      return Message::NoteShortPrefix;
    case Note::Kind::OptionalPhrase:
      return Message::NoteOptionalPhrase;
    case Note::Kind::OnlyStopWords:
      return Message::NoteOnlyStopWords;
    case Note::Kind::AllWords:
      return Message::NoteAllWords;
    case Note::Kind::ShardFailed:
      return note.subject.empty() ? Message::NoteShardFailed : Message::NoteIndexFailed;
    case Note::Kind::NamesUnread:
      return Message::NoteNamesUnread;
    case Note::Kind::NamesMisread:
      return Message::NoteNamesMisread;
  }
  return Message::NoteShardFailed;
}

}  // namespace

std::string note_text(const Note& note, Language language) {
  return format(message_of(note), language, {note.subject, note.detail});
}

}  // namespace kiosque
