#include "indexer/build/term_counts.h"

#include <algorithm>
#include <numeric>

#include "common/index/schema.h"

namespace kiosque {

TermCounts::Term& TermCounts::find(std::string_view name) {
  const std::uint64_t hash = position_hash(name);
  std::size_t place = hash & (places_.size() - 1);
  for (; places_[place] != 0; place = (place + 1) & (places_.size() - 1)) {
    Term& term = terms_[places_[place] - 1];
    if (term.hash == hash && term.name == name) return term;
  }
  if (used_ == terms_.size()) terms_.emplace_back();
  Term& term = terms_[used_++];
  places_[place] = static_cast<std::uint32_t>(used_);
  term.name = name;
  term.hash = hash;
  term.weight = 0;
  term.positions.clear();
  term.forms.clear();
  if (used_ * 2 > places_.size()) grow();
  return term;
}

void TermCounts::grow() {
  places_.assign(places_.size() * 2, 0);
  for (std::size_t i = 0; i < used_; ++i) {
    std::size_t place = terms_[i].hash & (places_.size() - 1);
    while (places_[place] != 0) place = (place + 1) & (places_.size() - 1);
    places_[place] = static_cast<std::uint32_t>(i + 1);
  }
}

void TermCounts::add(std::string_view term, Xapian::termcount weight) {
  find(term).weight += weight;
}

bool TermCounts::add(std::string_view term, Xapian::termcount weight, Xapian::termpos position,
                     FormCode form) {
  Term& found = find(term);
  const bool known = std::find(found.forms.begin(), found.forms.end(), form) != found.forms.end();
  found.weight += weight;
  found.positions.push_back(position);
  found.forms.push_back(form);
  return !known;
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
    if (!term.positions.empty()) positions.push_back({term.hash, term.positions, term.forms});
  }
  if (!positions.empty()) {
    document.add_value(slot::kPositions, encode_positions(positions, title_end));
  }
  std::fill(places_.begin(), places_.end(), 0u);
  used_ = 0;
}

}  // namespace kiosque
