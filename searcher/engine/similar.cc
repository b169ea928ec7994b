#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "common/index/schema.h"
#include "searcher/engine/engine_impl.h"
#include "searcher/engine/hits.h"
#include "searcher/engine/other_sources.h"
#include "searcher/rank/best_hits.h"

namespace kiosque::engine {
namespace {

/// The terms that tell an article from others, as a query.
Xapian::Query telling_terms(const Xapian::Database& database, Xapian::docid id) {
  constexpr Xapian::termcount kTerms = 25;
  struct StemsOnly final : Xapian::ExpandDecider {
    bool operator()(const std::string& term) const override {
      return term.starts_with(index::prefix::kStem);
    }
  };
  const StemsOnly stems;
  Xapian::RSet article;
  article.add_document(id);
  const Xapian::ESet terms = Xapian::Enquire(database).get_eset(kTerms, article, 0, &stems);
  return Xapian::Query(Xapian::Query::OP_ELITE_SET, terms.begin(), terms.end(), kTerms);
}

}  // namespace

Result<Page> Engine::similar(std::string_view url, const Request& request) {
  const std::string term = index::unique_term(url);
  const std::size_t limit = std::min(request.limit, kMaxLimit);
  auto page = impl_->reader.read("find similar articles", [&](Xapian::Database& database) {
    Page found;
    const auto posting = database.postlist_begin(term);
    if (posting == database.postlist_end(term)) return std::pair(false, found);
    Xapian::Enquire enquire(database);
    const Xapian::Query alike(Xapian::Query::OP_AND_NOT, telling_terms(database, *posting),
                              Xapian::Query(term));
    enquire.set_query(alike);
    enquire.set_weighting_scheme(rank::NewsWeight(impl_->ranking));
    const rank::HitsWanted wanted{.hits = request.offset + limit,
                                  .one_a_story = request.collapse_stories};
    const rank::BestHits best =
        rank::best_hits(enquire, database, wanted, [](const std::vector<rank::RankedHit>&) {});
    found.offset = request.offset;
    found.total = best.stories();
    found.total_exact = best.all;
    const std::size_t begin = std::min(request.offset, best.hits.size());
    const auto shown =
        std::span(best.hits).subspan(begin, std::min(limit, best.hits.size() - begin));
    for (const rank::RankedHit& hit : shown) {
      found.hits.push_back(make_hit(database, hit, {}, request, impl_->analyzer));
      found.hits.back().rank = begin + found.hits.size();
    }
    if (request.with_snippets && request.collapse_stories) {
      find_other_sources(database, alike, shown, found.hits);
    }
    return std::pair(true, found);
  });
  if (!page) return page.error();
  if (page->first) return std::move(page->second);
  return no_such_article(url);
}

}  // namespace kiosque::engine
