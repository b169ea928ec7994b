#include "indexer/write/term_counts.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "common/index/schema.h"

namespace kiosque::write {
namespace {

/// The first bytes of a name as a number: most names are told apart by it.
std::uint64_t first_bytes(std::string_view name) {
  std::uint64_t number = 0;
  std::memcpy(&number, name.data(), std::min(name.size(), sizeof number));
  if constexpr (std::endian::native == std::endian::little) number = __builtin_bswap64(number);
  return number;
}

/// BM25's length normalisation (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009):
/// b, and the length of an average article of the press, in the same units as weights: 2,300 bytes
/// of text. Measured with scripts/relevance.
constexpr double kB = 0.8;
constexpr double kAverageLength = 1000;

/// The frequency that stands for `weight` (0 stays 0) in an article of `length`.
Xapian::termcount normalised(Xapian::termcount weight, double length) {
  if (weight == 0) return 0;
  const double words = weight / TermCounts::kWord;
  const double frequency = index::kWordWeight * words / (1 - kB + kB * length / kAverageLength);
  return static_cast<Xapian::termcount>(std::max(std::lround(frequency), 1L));
}

}  // namespace

std::size_t TermCounts::place_of(const Word& word) const {
  std::size_t place = word.hash & (places_.size() - 1);
  for (; places_[place] != 0; place = (place + 1) & (places_.size() - 1)) {
    const Term& term = terms_[places_[place] - 1];
    if (term.hash == word.hash && term.name == word.term) break;
  }
  return place;
}

Xapian::termcount TermCounts::weight_of(const Word& word) const {
  const std::uint32_t place = places_[place_of(word)];
  return place == 0 ? 0 : terms_[place - 1].weight;
}

TermCounts::Term& TermCounts::find(const Word& word) {
  const auto& [name, hash] = word;
  const std::size_t place = place_of(word);
  if (places_[place] != 0) return terms_[places_[place] - 1];
  if (used_ == terms_.size()) terms_.emplace_back();
  Term& term = terms_[used_++];
  places_[place] = static_cast<std::uint32_t>(used_);
  term.name = name;
  term.hash = hash;
  term.weight = 0;
  term.posted = false;
  term.positions.clear();
  term.forms.clear();
  term.different_forms.clear();
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
  Term& found = find({term, index::position_hash(term)});
  found.posted = true;
  found.weight += weight;
}

bool TermCounts::add(const Word& word, Xapian::termcount weight, Xapian::termpos position,
                     index::FormCode form) {
  Term& found = find(word);
  found.posted = true;
  found.weight += weight;
  // At the end, but for words that were undecided.
  const auto at = std::ranges::upper_bound(found.positions, position);
  found.forms.insert(found.forms.begin() + (at - found.positions.begin()), form);
  found.positions.insert(at, position);
  auto& known = found.different_forms;
  const auto place = std::lower_bound(known.begin(), known.end(), form);
  if (place != known.end() && *place == form) return false;
  known.insert(place, form);
  return true;
}

void TermCounts::add_position(const Word& word, Xapian::termcount weight,
                              Xapian::termpos position) {
  Term& found = find(word);
  found.weight += weight;
  found.positions.push_back(position);
  found.forms.push_back(0);
}

void TermCounts::move_to(Xapian::Document& document, Xapian::termpos title_end) {
  order_.clear();
  double length = 0;
  std::vector<index::TermPositions> positions;
  for (std::size_t i = 0; i < used_; ++i) {
    const Term& term = terms_[i];
    length += term.weight;
    if (term.posted) order_.emplace_back(first_bytes(term.name), i);
    if (!term.positions.empty()) positions.push_back({term.hash, term.positions, term.forms});
  }
  std::sort(order_.begin(), order_.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : terms_[a.second].name < terms_[b.second].name;
  });
  for (const auto& [bytes, index] : order_) {
    document.add_term(terms_[index].name, normalised(terms_[index].weight, length));
  }
  if (!positions.empty()) {
    document.add_value(index::slot::kPositions, index::encode_positions(positions, title_end));
  }
  start_anew();
}

/// What a document of usual length needs is kept; the memory of a giant would be walked through
/// for each one after it.
void TermCounts::start_anew() {
  constexpr std::size_t kUsualPlaces = 1u << 14;
  if (places_.size() > kUsualPlaces) {
    *this = TermCounts();
    return;
  }
  std::fill(places_.begin(), places_.end(), 0u);
  used_ = 0;
}

}  // namespace kiosque::write
