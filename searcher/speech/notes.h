#pragma once

#include <string>

#include "searcher/query/note.h"
#include "searcher/speech/messages.h"

namespace kiosque::speech {

/// What a reader is told of how the query was read.
[[nodiscard]] std::string note_text(const query::Note& note, Language language);

}  // namespace kiosque::speech
