#pragma once

#include <string>

#include "searcher/engine/request.h"
#include "searcher/speech/messages.h"

namespace kiosque::speech {

/// A filter as a reader says it: "mai 2024" for a date of "2024-05", "depuis le lundi 6 mai 2024"
/// for "2024-05-06..", the name of a language; the value itself for other fields, and where it is
/// none.
[[nodiscard]] std::string filter_label(const engine::Filter& filter, Language language);

}  // namespace kiosque::speech
