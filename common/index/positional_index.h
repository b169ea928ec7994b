#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::index {

/// Tells the forms of a stem apart: 0 is the form that is spelled as the stem (all that stop words
/// and numbers have), others are 1 + XXH3 (64 bits) of the form modulo 4,095. Two forms of a stem
/// share a code once in four thousand times.
using FormCode = std::uint16_t;
[[nodiscard]] FormCode form_code(std::string_view form, std::string_view stem) noexcept;

/// A term of one document and where it stands there.
struct TermPositions {
  std::uint64_t hash;                        ///< position_hash() of it
  std::span<const std::uint32_t> positions;  ///< from 1, growing, not empty
  std::span<const FormCode> forms = {};      ///< in which form; empty: always code 0
};

/// Where a term stands, and in which form: as many `forms` as `positions`.
struct Occurrences {
  std::vector<std::uint32_t> positions;
  std::vector<FormCode> forms;
};

/// What a term is known by in a positional index: XXH3 (64 bits) of it with its prefix.
[[nodiscard]] std::uint64_t position_hash(std::string_view term) noexcept;

/// The positional index of one document: a bit stream, kept as one value of the document
/// (SCHEMA.md has the layout). One value a document is several times smaller, and faster to write,
/// than Xapian's position table, which has an entry for each term of each document.
///
/// `title_end` is the position of the last word of the title, 0 without one.
[[nodiscard]] std::string encode_positions(std::span<const TermPositions> terms,
                                           std::uint32_t title_end);

/// Reads what encode_positions() wrote; broken bytes give no positions, never undefined behaviour.
/// `encoded` must outlive it.
class PositionalIndex {
 public:
  explicit PositionalIndex(std::string_view encoded);

  [[nodiscard]] std::uint32_t title_end() const { return title_end_; }

  /// For each of `terms` (position_hash()), at the same place of `found`: where it stands, or
  /// nothing. A term that the document does not hold is taken for another one once in four
  /// thousand times: ask for terms that it holds where that matters.
  ///
  /// REQUIRES: as many in `found` as `terms`.
  void find(std::span<const std::uint64_t> terms, std::span<Occurrences> found) const;

 private:
  std::string_view hashes_;                ///< bits
  std::string_view positions_;             ///< bits
  std::vector<std::size_t> group_begins_;  ///< bit of positions_ where each group of terms begins
  std::uint64_t terms_ = 0;                ///< of the document: what hashes are reduced by
  std::uint64_t entries_ = 0;              ///< fewer than terms where two of them share a hash
  std::uint32_t last_position_ = 0;
  std::uint32_t title_end_ = 0;
};

}  // namespace kiosque::index
