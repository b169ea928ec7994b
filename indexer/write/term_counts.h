#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/positional_index.h"

namespace kiosque::write {

/// The terms of one document while it is built, each with its weight and positions. Xapian keeps a
/// document's terms in a tree that each posting walks; counting here first makes that one walk a
/// term, in order.
class TermCounts {
 public:
  /// The weight of one word of the body.
  static constexpr double kWord = 4;

  struct Word {
    std::string_view term;
    std::uint64_t hash;  ///< position_hash() of the term
  };

  /// Counts `weight` for `term`.
  void add(std::string_view term, Xapian::termcount weight);

  /// The same for a word, of which it notes where it stands and in which form; true for a form that
  /// is new to this document.
  bool add(const Word& word, Xapian::termcount weight, Xapian::termpos position,
           index::FormCode form);

  /// What was counted for `word` so far.
  [[nodiscard]] Xapian::termcount weight_of(const Word& word) const;

  /// Notes where a word stands that gets no posting list. `weight` counts for the article's length.
  void add_position(const Word& word, Xapian::termcount weight, Xapian::termpos position);

  /// Puts everything into `document` (weights normalised by the length of the article, positions
  /// into their value), and is empty again. `title_end` is
  /// the position of the last title word, 0 without one.
  void move_to(Xapian::Document& document, Xapian::termpos title_end);

 private:
  struct Term {
    std::string name;
    std::uint64_t hash = 0;  ///< position_hash() of the name
    Xapian::termcount weight = 0;
    bool posted = false;  ///< a term of the document
    std::vector<Xapian::termpos> positions;
    std::vector<index::FormCode> forms;
    std::vector<index::FormCode> different_forms;  ///< sorted
  };

  /// Where `word` is in places_, or where it would be.
  [[nodiscard]] std::size_t place_of(const Word& word) const;
  Term& find(const Word& word);
  void grow();
  void start_anew();

  std::vector<Term> terms_;  ///< the first `used_` are of this document, the rest is spare memory
  std::size_t used_ = 0;
  std::vector<std::pair<std::uint64_t, std::size_t>> order_;  ///< by name; kept for its memory
  /// Hash table, open addressing: 1 + place in terms_, 0 where empty; a power of two long, at most
  /// half full.
  std::vector<std::uint32_t> places_ = std::vector<std::uint32_t>(1024);
};

}  // namespace kiosque::write
