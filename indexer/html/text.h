#pragma once

#include <string>
#include <string_view>

namespace kiosque::html {

/// White space of HTML (HTML Living Standard, 2.3): a vertical tab is none.
[[nodiscard]] constexpr bool is_space(char c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// Appends `text` with each run of white space (no-break and other Unicode spaces too) as one
/// space, none at the start of `out` or after another; control characters and zero-width marks go.
void append_folded(std::string& out, std::string_view text);

/// `text` folded likewise and without space at either end.
[[nodiscard]] std::string fold_space(std::string_view text);

/// `text` in Unicode normalisation form C. REQUIRES: valid UTF-8.
[[nodiscard]] std::string to_nfc(std::string text);

}  // namespace kiosque::html
