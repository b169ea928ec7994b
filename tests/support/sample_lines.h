#pragma once

#include <string>

namespace kiosque::test {

/// `count` articles of about `words` words as JSON Lines, the first of them number `first`; their
/// URLs are https://exemple.fr/NUMBER. No two are alike.
[[nodiscard]] std::string sample_lines(int first, int count, int words = 60);

}  // namespace kiosque::test
