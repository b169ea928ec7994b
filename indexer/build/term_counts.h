#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kiosque {

/// The terms of one document while it is built, each with its weight and positions. Xapian keeps a
/// document's terms in a tree that each posting walks; counting here first makes that one walk a
/// term, in order.
class TermCounts {
 public:
  /// Counts `weight` for `term`.
  void add(std::string_view term, Xapian::termcount weight);

  /// The same, and notes where it stands. Positions of a term must grow.
  void add(std::string_view term, Xapian::termcount weight, Xapian::termpos position);

  /// Puts everything into `document` (positions into their value), and starts anew. `title_end` is
  /// the position of the last title word, 0 without one.
  void move_to(Xapian::Document& document, Xapian::termpos title_end);

 private:
  struct Term {
    std::string name;
    Xapian::termcount weight = 0;
    std::vector<Xapian::termpos> positions;
  };
  struct ViewHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>{}(text);
    }
  };

  Term& find(std::string_view name);

  std::vector<Term> terms_;  ///< the first `used_` are of this document, the rest is spare memory
  std::size_t used_ = 0;
  std::unordered_map<std::string, std::uint32_t, ViewHash, std::equal_to<>> index_;
};

}  // namespace kiosque
