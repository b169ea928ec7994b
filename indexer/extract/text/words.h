#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosque::extract::text {

/// `text` in lower case: ASCII and the Latin letters of U+00C0 to U+00DE, which is what the
/// phrases looked for are made of.
[[nodiscard]] std::string lower(std::string_view text);

/// Lower case, with every run of other than letters and digits as one space, none at the ends: for
/// comparing titles. Bytes above 0x7F count as letters, save common quotes and dashes.
[[nodiscard]] std::string loosen(std::string_view text);

/// The words of `loosen(text)`.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

}  // namespace kiosque::extract::text
