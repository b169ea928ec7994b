#include "searcher/rank/best_hits.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "common/index/schema.h"

namespace kiosque::rank {
namespace {

std::vector<RankedHit> hits_of(const Xapian::MSet& found) {
  std::vector<RankedHit> hits;
  hits.reserve(found.size());
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    hits.push_back({.id = *hit, .score = hit.get_weight()});
  }
  return hits;
}

std::string story_of(const Xapian::Database& database, Xapian::docid id) {
  return database.get_document(id, Xapian::DOC_ASSUME_VALID).get_value(index::slot::kStory);
}

/// Leaves the first of each story, and each of those without one; stops at `most` of them. Returns
/// how many hits were looked at.
std::size_t keep_first_of_each_story(const Xapian::Database& database,
                                     std::unordered_set<std::string> told, std::size_t most,
                                     std::vector<RankedHit>& hits) {
  std::size_t kept = 0;
  std::size_t looked_at = 0;
  for (; looked_at < hits.size() && kept < most; ++looked_at) {
    const std::string story = story_of(database, hits[looked_at].id);
    if (story.empty() || told.insert(story).second) hits[kept++] = hits[looked_at];
  }
  hits.resize(kept);
  return looked_at;
}

}  // namespace

std::size_t BestHits::stories() const {
  if (all || looked_at == 0) return hits.size();
  const double articles = found.get_matches_estimated();
  return static_cast<std::size_t>(articles * static_cast<double>(hits.size()) /
                                  static_cast<double>(looked_at));
}

BestHits best_hits(Xapian::Enquire& enquire, const Xapian::Database& database,
                   const HitsWanted& wanted, const Ranking& rank) {
  BestHits best;
  std::unordered_set<std::string> told;
  if (wanted.one_a_story) {
    for (const RankedHit& hit : wanted.before) told.insert(story_of(database, hit.id));
    told.erase(std::string());
  }
  // Half as many again are nearly always enough for one a story.
  const std::size_t enough = wanted.one_a_story ? wanted.hits + wanted.hits / 2 : wanted.hits;
  for (std::size_t asked = std::max(wanted.articles, enough);; asked *= 2) {
    best.found =
        enquire.get_mset(0, static_cast<Xapian::doccount>(asked),
                         static_cast<Xapian::doccount>(std::max(wanted.checked, asked + 1)));
    enquire.clear_matchspies();  // they count once
    best.hits = hits_of(best.found);
    best.all = best.found.size() < asked;
    best.looked_at = best.hits.size();
    rank(best.hits);
    if (wanted.one_a_story) {
      const std::size_t most = best.all ? best.hits.size() : wanted.hits;
      best.looked_at = keep_first_of_each_story(database, told, most, best.hits);
    }
    if (best.all || best.hits.size() >= wanted.hits) return best;
  }
}

}  // namespace kiosque::rank
