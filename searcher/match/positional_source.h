#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "common/index/positional_index.h"

namespace kiosque::match {

/// A word that must stand somewhere.
struct PatternWord {
  std::vector<std::string> terms;  ///< its readings, with prefix, as in the positional index
  std::vector<index::FormCode> forms = {};  ///< in one of these; in any if empty
};

/// Words that must stand in a certain way.
struct WordPattern {
  std::vector<PatternWord> words;
  std::uint32_t window = 0;  ///< positions that all of them stand within
  bool in_order = false;     ///< side by side, in this order; else in any order
  bool in_title = false;     ///< within the title
  bool absent = false;       ///< the other way round: they must not stand so
};

/// True if `positions`, one list a term, show the pattern (lists sorted, window at least their
/// number; `end` is the last position that counts).
[[nodiscard]] bool stands(const WordPattern& pattern,
                          const std::vector<std::vector<std::uint32_t>>& positions,
                          std::uint32_t end);

/// The articles whose words stand as in `pattern`, without weight: a filter for those that hold the
/// words, which is to be one clause of AND beside them. Reads the positional index of an article
/// only when the matcher gets there.
class PositionalSource final : public Xapian::PostingSource {
 public:
  /// `filters`: terms that every article found must have, beside those of the pattern (the words
  /// of a title are found by other terms than those that have positions). The empty term is in all.
  PositionalSource(WordPattern pattern, std::vector<std::string> filters);

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override;
  Xapian::doccount get_termfreq_max() const override;
  void next(double min_weight) override;
  void skip_to(Xapian::docid id, double min_weight) override;
  bool check(Xapian::docid id, double min_weight) override;
  bool at_end() const override { return at_end_; }
  Xapian::docid get_docid() const override { return id_; }
  PositionalSource* clone() const override;
  void init(const Xapian::Database& database) override;
  std::string get_description() const override;

 private:
  [[nodiscard]] bool matches(Xapian::docid id);
  [[nodiscard]] bool matches(const std::string& encoded);
  [[nodiscard]] double share_of_sample();
  void find_from(Xapian::docid id);

  WordPattern pattern_;
  std::vector<std::string> filters_;
  std::vector<std::uint64_t> hashes_;
  std::vector<index::Occurrences> found_;              ///< of each term, in the article looked at
  std::vector<std::vector<std::uint32_t>> positions_;  ///< those in the right form
  Xapian::Database database_;
  Xapian::ValueIterator encoded_;                  ///< positional indexes, at or before id_
  std::vector<Xapian::PostingIterator> postings_;  ///< of `filters_`, the rarest first
  double share_ = 0;  ///< of the articles that pass the filters: an estimate
  Xapian::docid id_ = 0;
  bool matched_ = false;  ///< id_ is an article that is found
  bool at_end_ = false;
};

}  // namespace kiosque::match
