#pragma once

#include <span>
#include <string_view>

#include "indexer/extract/text/zone.h"

namespace kiosque::extract::text {

/// Reads a class or id attribute. It is cut into words at punctuation and capitals, and each word
/// and each pair of neighbours is looked up, so that one entry ("readmore") meets "read-more",
/// "readMore" and "read_more".
[[nodiscard]] ClassHints read_class(std::string_view attribute);

struct ClassWord {
  std::string_view word;  ///< with '*' at the end: every word that begins so
  ClassHints hints;
};

/// Words of class and id attributes, in the languages of the press, and what each says.
[[nodiscard]] std::span<const ClassWord> class_words();

}  // namespace kiosque::extract::text
