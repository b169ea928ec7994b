#include "indexer/build/term_counts.h"

#include <algorithm>
#include <numeric>

#include "common/index/positional_index.h"
#include "common/index/schema.h"

namespace kiosque {

TermCounts::Term& TermCounts::find(std::string_view name) {
  if (const auto known = index_.find(name); known != index_.end()) return terms_[known->second];
  index_.emplace(name, static_cast<std::uint32_t>(used_));
  if (used_ == terms_.size()) terms_.emplace_back();
  Term& term = terms_[used_++];
  term.name = name;
  term.weight = 0;
  term.positions.clear();
  return term;
}

void TermCounts::add(std::string_view term, Xapian::termcount weight) {
  find(term).weight += weight;
}

void TermCounts::add(std::string_view term, Xapian::termcount weight, Xapian::termpos position) {
  Term& found = find(term);
  found.weight += weight;
  found.positions.push_back(position);
}

void TermCounts::move_to(Xapian::Document& document, Xapian::termpos title_end) {
  std::vector<std::uint32_t> order(used_);
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return terms_[a].name < terms_[b].name; });
  std::vector<TermPositions> positions;
  for (const std::uint32_t index : order) {
    const Term& term = terms_[index];
    document.add_term(term.name, term.weight);
    if (!term.positions.empty()) positions.push_back({term.name, term.positions});
  }
  if (!positions.empty()) {
    document.add_value(slot::kPositions, encode_positions(positions, title_end));
  }
  index_.clear();
  used_ = 0;
}

}  // namespace kiosque
