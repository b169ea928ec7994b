#include "searcher/engine/hits.h"

#include <utility>

#include "common/index/record.h"
#include "common/index/record_slot.h"
#include "searcher/passage/snippet.h"

namespace kiosque::engine {

Hit make_hit(const Xapian::Database& database, const rank::RankedHit& ranked,
             const meaning::Terms& terms, const Request& request, text::Analyzer& analyzer) {
  Hit hit;
  hit.score = ranked.score;
  const std::string data = index::get_record(database.get_document(ranked.id));
  auto record =
      request.with_snippets ? index::decode_record(data) : index::decode_record_head(data);
  if (!record) return hit;
  hit.url = std::move(record->url);
  hit.title = passage::mark_words(record->title, terms, analyzer);
  if (request.with_snippets) {
    hit.snippet = passage::make_snippet(*record, terms, analyzer, request.snippet_length);
  }
  hit.source = std::move(record->source);
  hit.section = std::move(record->section);
  hit.language = std::move(record->language);
  hit.authors = std::move(record->authors);
  hit.published = record->published;
  hit.paywalled = record->paywalled;
  return hit;
}

}  // namespace kiosque::engine
