#include "searcher/engine/hits.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "common/index/record.h"
#include "common/index/schema.h"
#include "searcher/passage/passage.h"

namespace kiosque::engine {
namespace {

/// Articles looked at for one page of hits: agency texts are printed by dozens of papers.
constexpr Xapian::doccount kMostArticles = 100;

using HitOfStory = std::map<std::string, std::size_t, std::less<>>;

/// The hits whose story several articles tell, by their story.
HitOfStory hits_of_stories(const Xapian::Database& database,
                           std::span<const rank::RankedHit> shown) {
  HitOfStory stories;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    std::string story = database.get_document(shown[i].id).get_value(index::slot::kStory);
    if (database.get_termfreq(std::string(index::prefix::kStory) + story) < 2) continue;
    stories.emplace(std::move(story), i);
  }
  return stories;
}

/// The articles of `stories`.
Xapian::Query of_stories(const HitOfStory& stories) {
  std::vector<std::string> terms;
  for (const auto& entry : stories)
    terms.push_back(std::string(index::prefix::kStory) + entry.first);
  return Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
}

bool names(const Hit& hit, const std::string& source) {
  return source.empty() || source == hit.source ||
         std::ranges::find(hit.elsewhere, source, &StorySource::source) != hit.elsewhere.end();
}

}  // namespace

Hit make_hit(const Xapian::Database& database, const rank::RankedHit& ranked,
             const meaning::Words& words, const Request& request, text::Analyzer& analyzer) {
  Hit hit;
  hit.score = ranked.score;
  const std::string data = index::get_record(database.get_document(ranked.id));
  auto record =
      request.with_snippets ? index::decode_record(data) : index::decode_record_head(data);
  if (!record) return hit;
  hit.url = std::move(record->url);
  hit.title = passage::mark_words(record->title, words, analyzer);
  if (request.with_snippets) {
    hit.snippet = passage::make_snippet(*record, words, analyzer, request.snippet_length);
  }
  hit.source = std::move(record->source);
  hit.section = std::move(record->section);
  hit.language = std::move(record->language);
  hit.authors = std::move(record->authors);
  hit.published = record->published;
  hit.paywalled = record->paywalled;
  return hit;
}

void find_other_sources(const Xapian::Database& database, const Xapian::Query& query,
                        std::span<const rank::RankedHit> shown, std::vector<Hit>& hits) {
  const HitOfStory stories = hits_of_stories(database, shown);
  if (stories.empty()) return;
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query, of_stories(stories)));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(index::slot::kPublished, false);
  const Xapian::MSet found = enquire.get_mset(0, kMostArticles);
  for (const auto& entry : stories) hits[entry.second].other_sources = 0;
  for (auto article = found.begin(); article != found.end(); ++article) {
    const Xapian::Document document = article.get_document();
    const std::size_t place = stories.at(document.get_value(index::slot::kStory));
    if (*article == shown[place].id) continue;
    Hit& hit = hits[place];
    ++hit.other_sources;
    if (names(hit, document.get_value(index::slot::kSource))) continue;
    auto record = index::decode_record_head(index::get_record(document));
    if (!record) continue;
    hit.elsewhere.push_back({std::move(record->source), std::move(record->url)});
  }
}

}  // namespace kiosque::engine
