#include "searcher/rank/recency.h"

#include <cmath>
#include <string>

#include "common/index/schema.h"

namespace kiosque::rank {
namespace {

constexpr double kSecondsADay = 86'400;
/// Ages are cut off here: what is left, a 256th, is nothing.
constexpr double kHalfLives = 8;
/// A clock may be wrong, or a zone missing, by so much.
constexpr double kMostAhead = kSecondsADay;

/// Weighs every article that has a date by its age.
class RecencySource final : public Xapian::ValuePostingSource {
 public:
  RecencySource(const Recency& recency, double most)
      : ValuePostingSource(index::slot::kPublished), recency_(recency), most_(most) {}

  double get_weight() const override {
    const auto published = index::decode_time(get_value());
    return published ? recency_.worth(*published) : 0;
  }
  RecencySource* clone() const override { return new RecencySource(recency_, most_); }
  void init(const Xapian::Database& database) override {
    ValuePostingSource::init(database);
    set_maxweight(most_);
  }
  std::string get_description() const override { return "Recency"; }

 private:
  Recency recency_;
  double most_;
};

double worth_of_words(const meaning::Words& words, std::size_t longest_query) {
  double sum = 0;
  std::size_t count = 0;
  for (const meaning::Word& word : words) {
    for (const meaning::Alternative& term : word.alternatives) {
      if (term.name > 0 || term.stop_word) continue;
      sum += term.idf;
      ++count;
    }
  }
  // A query as long as that asks for one article.
  return count > longest_query ? 0 : sum;
}

}  // namespace

Recency::Recency(std::chrono::sys_seconds now, const meaning::Words& words, const Options& options)
    : now_(now), half_life_(options.recency_half_life * kSecondsADay) {
  most_ = options.recency * worth_of_words(words, options.longest_query);
}

double Recency::worth(std::chrono::sys_seconds published) const {
  const auto age = static_cast<double>((now_ - published).count());
  if (age < -kMostAhead || age > kHalfLives * half_life_) return 0;
  return most_ * std::exp2(-std::max(age, 0.0) / half_life_);
}

Xapian::Query Recency::prefer_new(const Xapian::Query& query,
                                  const Xapian::Database& database) const {
  if (most_ <= 0) return query;
  const auto newest = index::decode_time(database.get_value_upper_bound(index::slot::kPublished));
  if (!newest || (*newest < now_ && worth(*newest) <= 0)) return query;
  auto* source = new RecencySource(*this, most_);
  return Xapian::Query(Xapian::Query::OP_AND_MAYBE, query, Xapian::Query(source->release()));
}

}  // namespace kiosque::rank
