#pragma once

#include <span>
#include <string_view>

/// What stands around the text of an article, in the languages of the press. All phrases have the
/// form that `loosen` gives: lower case, no punctuation.
namespace kiosque::extract::text::phrases {

using Table = std::span<const std::string_view>;

/// A line that is one of these and nothing else is no text.
[[nodiscard]] Table whole_lines();

/// A short line that begins with one of these is no text.
[[nodiscard]] Table beginnings();

/// A short line that holds one of these anywhere is no text.
[[nodiscard]] Table anywhere();

/// Headlines of lists of other articles.
[[nodiscard]] Table end_marks();

/// Words that accompany a date of publication.
[[nodiscard]] Table date_words();

/// How bylines begin.
[[nodiscard]] Table byline_starts();

}  // namespace kiosque::extract::text::phrases
