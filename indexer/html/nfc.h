#pragma once

#include <string>

namespace kiosque::html {

/// `text` in Unicode normalisation form C. REQUIRES: valid UTF-8.
[[nodiscard]] std::string to_nfc(std::string text);

}  // namespace kiosque::html
