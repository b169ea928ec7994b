#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kiosque::text {

/// The table the programs come with: the content of variants.txt, which describes its format.
[[nodiscard]] std::string_view built_in_variants() noexcept;

/// Names that mean the same: Kiev and Kyiv, Otan and NATO.
class Variants {
 public:
  /// Adds the groups of a table in the format of variants.txt. Returns the numbers (from 1) of the
  /// lines that are neither empty nor a group: those hold one name only, and are passed over.
  std::vector<std::size_t> add(std::string_view table);

  /// A name at the start of some words.
  struct Match {
    std::size_t words = 0;            ///< how many of the words it is; 0: none
    std::vector<std::string> others;  ///< the other names of its groups, as the table writes them
  };

  /// The longest name that `exact_words` (Token::exact) begin with.
  [[nodiscard]] Match match(std::span<const std::string> exact_words) const;

 private:
  std::vector<std::vector<std::string>> groups_;
  std::unordered_map<std::string, std::vector<std::size_t>> groups_of_;  ///< by words joined by ' '
  std::size_t longest_ = 0;  ///< words of the longest name
};

}  // namespace kiosque::text
