#include "searcher/rank/rank.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <utility>

#include "common/index/positional_index.h"
#include "common/index/schema.h"
#include "common/index/terms.h"

namespace kiosque::rank {
namespace {

/// At idf 6 (a word of one article in 400) a power of idf changes nothing.
constexpr double kPivotIdf = 6;

/// Words further apart are not near each other.
constexpr double kFarApart = 100;

/// Words behind this one no longer count as early; the decay of "how often early".
constexpr double kEarlyDecay = 100;

/// Exponent that makes a share of the words in their exact form count little unless it is near 1.
constexpr double kAllExactPower = 4;

/// idf that never falls below 0, raised to `power`.
double powered_idf(double documents, double term_frequency, double power) {
  const double idf = std::log1p((documents - term_frequency + 0.5) / (term_frequency + 0.5));
  return std::pow(idf, power) * std::pow(kPivotIdf, 1 - power);
}

}  // namespace

NewsWeight::NewsWeight(const Options& options) : options_(options) {
  need_stat(COLLECTION_SIZE);
  need_stat(TERMFREQ);
  need_stat(WDF);
  need_stat(WDF_MAX);
  need_stat(WQF);
}

NewsWeight* NewsWeight::clone() const { return new NewsWeight(options_); }

std::string NewsWeight::name() const { return "kiosque::NewsWeight"; }

void NewsWeight::init(double factor) {
  // A factor of 0 asks for the part that does not depend on a term: there is none.
  weight_ = factor == 0
                ? 0
                : factor * get_wqf() * (options_.k1 + 1) *
                      powered_idf(get_collection_size(), get_termfreq(), options_.idf_power);
}

double NewsWeight::get_sumpart(Xapian::termcount wdf, Xapian::termcount /*length*/,
                               Xapian::termcount /*unique_terms*/) const {
  const double count = wdf / index::kWordWeight;
  return weight_ * count / (options_.k1 + count);
}

double NewsWeight::get_maxpart() const { return get_sumpart(get_wdf_upper_bound(), 0, 0); }

double NewsWeight::get_sumextra(Xapian::termcount /*length*/,
                                Xapian::termcount /*unique_terms*/) const {
  return 0;
}

double NewsWeight::get_maxextra() const { return 0; }

namespace {

/// Where the words of a query stand in one document, and what that is worth.
class Passages {
 public:
  Passages(const Xapian::Database& database, const Query& query, const Options& options)
      : database_(database),
        words_(query.words),
        beside_(query.beside),
        options_(options),
        positions_(words_.size()),
        exact_(words_.size()) {
    const double documents = database.get_doccount();
    for (const Word& word : words_) {
      // A name that no article holds is as rare as its other name is.
      double frequency = 0;
      for (const auto& term : word.stem_terms) {
        if (frequency == 0) frequency = database.get_termfreq(term);
        hashes_.push_back(index::position_hash(term));
      }
      idf_.push_back(frequency == 0 ? 0 : powered_idf(documents, frequency, options.idf_power));
      total_idf_ += idf_.back();
    }
    for (const BesideWord& word : beside_) hashes_.push_back(index::position_hash(word.stem_term));
    found_.resize(hashes_.size());
  }

  /// What is added to the weight of `id`.
  double bonus(Xapian::docid id) {
    read_positions(id);
    double sum = 0;
    double exact_idf = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      sum += idf_[i] * worth_of_place(positions_[i], exact_[i]);
      if (exact_[i] > 0) exact_idf += idf_[i];
    }
    if (total_idf_ > 0) {
      sum += options_.all_exact * total_idf_ * std::pow(exact_idf / total_idf_, kAllExactPower);
    }
    return sum + worth_of_nearness() + worth_of_stop_words();
  }

 private:
  void read_positions(Xapian::docid id) {
    const std::string encoded =
        database_.get_document(id, Xapian::DOC_ASSUME_VALID).get_value(index::slot::kPositions);
    index::PositionalIndex(encoded).find(hashes_, found_);
    auto found = found_.cbegin();
    for (std::size_t word = 0; word < words_.size(); ++word) {
      auto& positions = positions_[word];
      positions.clear();
      exact_[word] = 0;
      for (const index::FormCode form : words_[word].forms) {
        positions.insert(positions.end(), found->positions.begin(), found->positions.end());
        exact_[word] += std::count(found->forms.begin(), found->forms.end(), form);
        ++found;
      }
      if (words_[word].stem_terms.size() > 1) std::sort(positions.begin(), positions.end());
    }
    beside_positions_ = found;
  }

  double worth_of_place(const std::vector<Xapian::termpos>& positions, std::ptrdiff_t exact) const {
    if (positions.empty()) return 0;
    double early = 0;
    for (const auto position : positions) early += std::exp(-(position - 1.0) / kEarlyDecay);
    const double exact_share =
        std::min(1.0, static_cast<double>(exact) / static_cast<double>(positions.size()));
    return options_.first * std::exp(-(positions.front() - 1.0) / options_.first_decay) +
           (options_.early + options_.exact * exact_share) * early / (early + 1);
  }

  /// A word with the very stop word of the query beside it is rather the one that was meant.
  double worth_of_stop_words() const {
    double sum = 0;
    auto places = beside_positions_;
    for (const BesideWord& beside : beside_) {
      const auto& word = positions_[beside.word];
      const auto& positions = places->positions;
      const bool stands =
          std::any_of(positions.begin(), positions.end(), [&](Xapian::termpos place) {
            return std::binary_search(word.begin(), word.end(),
                                      beside.before ? place + 1 : place - 1);
          });
      if (stands) sum += options_.stop_word;
      ++places;
    }
    return sum;
  }

  double worth_of_nearness() const {
    double sum = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::size_t j = i + 1; j < words_.size(); ++j) {
        const auto [near, in_order] = distances(positions_[i], positions_[j]);
        const double idf = std::min(idf_[i], idf_[j]);
        if (near < kFarApart) {
          sum += options_.near * idf * std::exp(-(near - 1) / options_.near_decay);
        }
        if (j == i + 1 && in_order < kFarApart) {
          sum += options_.in_order * idf * std::exp(-(in_order - 1) / options_.near_decay);
        }
      }
    }
    return sum;
  }

  struct Distances {
    double either = kFarApart;
    double in_order = kFarApart;
  };

  /// The smallest distances of a position in `a` from one in `b`: whatever comes first, and with
  /// `a` before `b`.
  static Distances distances(const std::vector<Xapian::termpos>& a,
                             const std::vector<Xapian::termpos>& b) {
    Distances smallest;
    auto next = b.begin();
    for (const auto position : a) {
      while (next != b.end() && *next <= position) ++next;
      if (next != b.end()) {
        smallest.in_order = std::min(smallest.in_order, double(*next) - double(position));
      }
      auto before = next;
      if (before != b.begin() && *--before < position) {
        smallest.either = std::min(smallest.either, double(position) - double(*before));
      }
    }
    smallest.either = std::min(smallest.either, smallest.in_order);
    return smallest;
  }

  const Xapian::Database& database_;
  const std::vector<Word>& words_;
  const std::vector<BesideWord>& beside_;
  const Options& options_;
  std::vector<double> idf_;
  double total_idf_ = 0;
  std::vector<std::uint64_t> hashes_;  ///< of all names of all words, then of what is beside them
  std::vector<index::Occurrences> found_;  ///< of each of them, in the article looked at
  std::vector<index::Occurrences>::const_iterator beside_positions_;  ///< in found_
  std::vector<std::vector<Xapian::termpos>> positions_;               ///< of each word
  std::vector<std::ptrdiff_t> exact_;  ///< how often each stands there in the form of the query
};

}  // namespace

void rank_again(const Xapian::Database& database, std::vector<RankedHit>& hits, const Query& query,
                const Options& options) {
  const std::size_t words = query.words.size();
  if (words == 0 || options.depth == 0 || words > options.longest_query) return;
  const auto middle =
      hits.begin() + static_cast<std::ptrdiff_t>(std::min(options.depth, hits.size()));
  std::sort(hits.begin(), middle,
            [](const RankedHit& a, const RankedHit& b) { return a.id < b.id; });
  Passages passages(database, query, options);
  for (auto hit = hits.begin(); hit != middle; ++hit) hit->score += passages.bonus(hit->id);
  std::stable_sort(hits.begin(), middle,
                   [](const RankedHit& a, const RankedHit& b) { return a.score > b.score; });
  // What was not ranked again stays behind; its score may not say otherwise.
  for (auto hit = middle; hit != hits.end(); ++hit) {
    hit->score = std::min(hit->score, std::prev(hit)->score);
  }
}

namespace {

/// The term of another name that places it best: its rarest word.
bool stands_for_name(const meaning::Word& word, const meaning::Alternative& term,
                     const meaning::Words& words) {
  return std::ranges::none_of(words, [&](const meaning::Word& other) {
    return other.typed == word.typed &&
           std::ranges::any_of(other.alternatives, [&](const meaning::Alternative& rarer) {
             return rarer.name == term.name && rarer.idf > term.idf;
           });
  });
}

/// The words hits are ranked by; another name of a word stands for the word.
std::vector<Word> ranking_words(const meaning::Words& meant) {
  std::vector<Word> words;
  for (const meaning::Word& word : meant) {
    for (const meaning::Alternative& term : word.alternatives) {
      if (term.match == meaning::Alternative::Match::Prefix || term.stop_word) continue;
      std::string stem = index::stem_term(term.stem);
      const index::FormCode form = index::form_code(term.exact, term.stem);
      const bool other_reading = &term != &word.alternatives.front() && !words.empty();
      if (term.name == 0 && other_reading) {
        words.back().stem_terms.push_back(std::move(stem));
        words.back().forms.push_back(form);
      } else if (term.name == 0) {
        words.push_back({.stem_terms = {std::move(stem)}, .forms = {form}});
      } else if (!words.empty() && stands_for_name(word, term, meant)) {
        words.back().stem_terms.push_back(std::move(stem));
        words.back().forms.push_back(form);
      }
    }
  }
  return words;
}

/// The stop words of the query as typed that stand beside one of `words`.
std::vector<BesideWord> stop_words_beside(const std::vector<Word>& words,
                                          const std::vector<text::Token>& typed) {
  std::vector<BesideWord> beside;
  const auto add = [&](const text::Token& stop_word, const text::Token& token, bool before) {
    if (!stop_word.stop_word || token.stop_word) return;
    const auto word = std::find_if(words.begin(), words.end(), [&](const Word& w) {
      return w.stem_terms.front() == index::stem_term(token);
    });
    if (word == words.end()) return;
    beside.push_back(
        {index::stem_term(stop_word), static_cast<std::size_t>(word - words.begin()), before});
  };
  for (std::size_t i = 1; i < typed.size(); ++i) {
    add(typed[i - 1], typed[i], true);
    add(typed[i], typed[i - 1], false);
  }
  return beside;
}

}  // namespace

Query ranking_query(const meaning::Meaning& meaning) {
  Query query{.words = ranking_words(meaning.words)};
  query.beside = stop_words_beside(query.words, meaning.typed);
  return query;
}

}  // namespace kiosque::rank
