#include "searcher/match/positional_source.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "common/index/positional_index.h"
#include "common/index/schema.h"

namespace kiosque::match {
namespace {

using Lists = std::vector<std::vector<std::uint32_t>>;

/// Adds the positions of `found` in one of `forms`, in any if there are none.
void add_positions(const std::vector<index::FormCode>& forms, const index::Occurrences& found,
                   std::vector<std::uint32_t>& positions) {
  if (forms.empty()) {
    positions.insert(positions.end(), found.positions.begin(), found.positions.end());
    return;
  }
  for (std::size_t i = 0; i < found.positions.size(); ++i) {
    const bool wanted = std::find(forms.begin(), forms.end(), found.forms[i]) != forms.end();
    if (wanted) positions.push_back(found.positions[i]);
  }
}

bool side_by_side(const Lists& lists, std::uint32_t end) {
  return std::any_of(lists[0].begin(), lists[0].end(), [&](std::uint32_t first) {
    if (std::uint64_t{first} + lists.size() - 1 > end) return false;
    for (std::uint32_t i = 1; i < lists.size(); ++i) {
      if (!std::binary_search(lists[i].begin(), lists[i].end(), first + i)) return false;
    }
    return true;
  });
}

/// Moves a window over the lists: always the list that is furthest behind goes on.
bool within(const Lists& lists, std::uint32_t window, std::uint32_t end) {
  std::vector<std::size_t> at(lists.size());
  while (true) {
    std::size_t behind = 0;
    std::uint32_t last = 0;
    for (std::size_t i = 0; i < lists.size(); ++i) {
      last = std::max(last, lists[i][at[i]]);
      if (lists[i][at[i]] < lists[behind][at[behind]]) behind = i;
    }
    if (last > end) return false;
    if (last - lists[behind][at[behind]] < window) return true;
    if (++at[behind] == lists[behind].size()) return false;
  }
}

}  // namespace

bool stands(const WordPattern& pattern, const Lists& positions, std::uint32_t end) {
  const bool all = std::none_of(positions.begin(), positions.end(),
                                [](const auto& list) { return list.empty(); });
  if (!all || positions.empty()) return false;
  return pattern.in_order ? side_by_side(positions, end) : within(positions, pattern.window, end);
}

PositionalSource::PositionalSource(WordPattern pattern, std::vector<std::string> filters)
    : pattern_(std::move(pattern)),
      filters_(std::move(filters)),
      positions_(pattern_.words.size()) {
  for (const PatternWord& word : pattern_.words) {
    for (const std::string& term : word.terms) hashes_.push_back(index::position_hash(term));
  }
  found_.resize(hashes_.size());
}

Xapian::doccount PositionalSource::get_termfreq_max() const { return database_.get_doccount(); }

/// Large where other filters stand beside it, so that the matcher asks here last.
Xapian::doccount PositionalSource::get_termfreq_est() const {
  return static_cast<Xapian::doccount>(share_ * database_.get_doccount());
}

/// Of stop words nothing but the articles tells how frequent they are: some spread over the shard.
double PositionalSource::share_of_sample() {
  constexpr Xapian::docid kSample = 256;
  const Xapian::docid step = database_.get_lastdocid() / kSample + 1;
  auto encoded = database_.valuestream_begin(index::slot::kPositions);
  const Xapian::ValueIterator end;
  double looked_at = 0;
  double matching = 0;
  for (Xapian::docid id = 1; encoded != end; id += step) {
    encoded.skip_to(id);
    if (encoded == end) break;
    id = encoded.get_docid();
    ++looked_at;
    matching += matches(*encoded) ? 1 : 0;
  }
  return (matching + 0.5) / (looked_at + 1);
}

PositionalSource* PositionalSource::clone() const {
  return new PositionalSource(pattern_, filters_);
}

std::string PositionalSource::get_description() const {
  std::string text = pattern_.absent ? "NOT " : "";
  text += pattern_.in_order ? "PHRASE" : "NEAR/" + std::to_string(pattern_.window);
  for (const PatternWord& word : pattern_.words) {
    text += ' ' + fmt::format("{}", fmt::join(word.terms, "|"));
    for (const index::FormCode form : word.forms) text += fmt::format("#{}", form);
  }
  return text;
}

void PositionalSource::init(const Xapian::Database& database) {
  database_ = database;
  postings_.clear();
  encoded_ = database.valuestream_begin(index::slot::kPositions);
  // Of articles that hold all words one in three has them as they must stand, of one word nine in
  // ten.
  const bool any_article = filters_.size() == 1 && filters_.front().empty();
  share_ = any_article ? share_of_sample() : pattern_.words.size() > 1 ? 1.0 / 3 : 0.9;
  id_ = 0;
  matched_ = false;
  at_end_ = false;
}

bool PositionalSource::matches(Xapian::docid id) {
  const Xapian::ValueIterator none;
  if (encoded_ != none) encoded_.skip_to(id);
  if (encoded_ == none || encoded_.get_docid() != id) return pattern_.absent;
  return matches(*encoded_);
}

bool PositionalSource::matches(const std::string& encoded) {
  const index::PositionalIndex index(encoded);
  index.find(hashes_, found_);
  auto found = found_.cbegin();
  for (std::size_t i = 0; i < positions_.size(); ++i) {
    const PatternWord& word = pattern_.words[i];
    positions_[i].clear();
    for (std::size_t reading = 0; reading < word.terms.size(); ++reading) {
      add_positions(word.forms, *found++, positions_[i]);
    }
    if (word.terms.size() > 1) std::sort(positions_[i].begin(), positions_[i].end());
  }
  const std::uint32_t end =
      pattern_.in_title ? index.title_end() : std::numeric_limits<std::uint32_t>::max();
  return stands(pattern_, positions_, end) != pattern_.absent;
}

/// Goes to the first article from `id` on.
void PositionalSource::find_from(Xapian::docid id) {
  if (postings_.empty()) {
    std::vector<std::string> rarest_first = filters_;
    std::sort(rarest_first.begin(), rarest_first.end(),
              [&](const std::string& a, const std::string& b) {
                return database_.get_termfreq(a) < database_.get_termfreq(b);
              });
    for (const std::string& term : rarest_first) {
      postings_.push_back(database_.postlist_begin(term));
    }
  }
  const Xapian::PostingIterator end;
  for (std::size_t i = 0; i < postings_.size();) {
    postings_[i].skip_to(id);
    if (postings_[i] == end) {
      at_end_ = true;
      return;
    }
    const bool ahead = *postings_[i] > id;
    if (ahead) id = *postings_[i];
    i = ahead && i > 0 ? 0 : i + 1;
    if (i == postings_.size() && !matches(id)) {
      ++id;
      i = 0;
    }
  }
  id_ = id;
  matched_ = true;
}

void PositionalSource::next(double /*min_weight*/) { find_from(id_ + 1); }

void PositionalSource::skip_to(Xapian::docid id, double /*min_weight*/) {
  if (id > id_ || !matched_) find_from(std::max(id, id_ + 1));
}

bool PositionalSource::check(Xapian::docid id, double /*min_weight*/) {
  if (id <= id_) return matched_;
  id_ = id;
  matched_ = matches(id);
  return matched_;
}

}  // namespace kiosque::match
