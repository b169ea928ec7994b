#pragma once

#include <span>
#include <string_view>

#include "indexer/extract/text/zone.h"

namespace kiosque::extract::text {

struct ClassWord {
  std::string_view word;  ///< with '*' at the end: every word that begins so
  ClassHints hints;
};

/// Words of class and id attributes, in the languages of the press, and what each says.
[[nodiscard]] std::span<const ClassWord> class_words();

}  // namespace kiosque::extract::text
