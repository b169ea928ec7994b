#include "searcher/engine/engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "common/base/files.h"
#include "common/index/record.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "searcher/engine/hits.h"
#include "searcher/engine/library.h"
#include "searcher/engine/read_request.h"
#include "searcher/engine/search_attempt.h"
#include "searcher/meaning/vocabulary.h"
#include "searcher/query/query.h"
#include "searcher/rank/best_hits.h"

namespace kiosque::engine {
Engine::Engine(std::unique_ptr<Library> library) : library_(std::move(library)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

const std::vector<query::Note>& Engine::failures() const { return library_->failures; }

void Engine::rank_by(const rank::Options& options) { library_->ranking = options; }

Result<Page> Engine::search(const Request& request) {
  if (request.sort == Sort::Relevance || request.all_words) return answer(request);
  query::Ast ast = query::parse_query(request.query, library_->clock.now());
  if (optional_words(ast, library_->analyzer).size() < 2) return answer(request);
  Request strict = request;
  strict.all_words = true;
  auto page = answer(strict);
  if (page && page->total == 0) return answer(request);
  if (page) page->notes.push_back({query::Note::Kind::AllWords});
  return page;
}

Result<Page> Engine::answer(const Request& request) {
  const auto now = library_->clock.now();
  const query::Ast as_typed = read_request(request, library_->analyzer, now);
  return library_->reader.read("search", [&](Xapian::Database& database) {
    return SearchAttempt(*library_, request, database, now).answer(as_typed);
  });
}

Result<index::Article> Engine::article(std::string_view url) {
  const std::string term = index::unique_term(url);
  auto data = library_->reader.read("read an article", [&](Xapian::Database& database) {
    const auto posting = database.postlist_begin(term);
    return posting == database.postlist_end(term)
               ? std::string()
               : index::get_record(database.get_document(*posting));
  });
  if (!data) return data.error();
  if (data->empty()) {
    return no_such_article(url);
  }
  return index::decode_record(*data);
}

std::string Engine::revision() {
  // A process that answers for days must see what was committed meanwhile; where nothing was, this
  // reads one small file a shard. A failure shows in the search that follows.
  (void)index::guard("reopen the index", [&] { return library_->reader.database().reopen(); });
  return library_->reader.revision();
}

namespace {

constexpr std::size_t kShortestPrefix = 2;

/// What the shortest of `forms` has behind the first `typed` letters; empty if none is longer. So
/// a word is shown once.
std::string shortest_ending(const std::vector<std::string>& forms, std::size_t typed) {
  std::string shortest;
  for (const std::string& form : forms) {
    if (form.size() <= typed) continue;
    if (shortest.empty() || form.size() - typed < shortest.size()) shortest = form.substr(typed);
  }
  return shortest;
}

}  // namespace

std::vector<std::string> Engine::complete(std::string_view typed, std::size_t limit) {
  const std::vector<text::Token> tokens = library_->analyzer.analyze(typed);
  if (tokens.empty() || tokens.back().end != typed.size()) return {};
  const std::string prefix = tokens.back().exact;
  if (prefix.size() < kShortestPrefix) return {};

  // One more: the word that is typed already may be among them.
  const auto expansion = library_->reader.read("complete a word", [&](Xapian::Database& database) {
    return meaning::IndexVocabulary(database, library_->reader.forms())
        .expand_forms(prefix, limit + 1);
  });
  if (!expansion) return {};
  std::vector<std::string> completed;
  for (const auto& word : expansion->words) {
    const std::string ending = shortest_ending(word.forms, prefix.size());
    // The typed letters keep their accents: "éle" + "ction".
    if (!ending.empty() && completed.size() < limit)
      completed.push_back(std::string(typed) + ending);
  }
  return completed;
}

namespace {

/// Adds the names of the program and those of the indexes.
void load_variants(std::span<const std::filesystem::path> indexes, Library& library) {
  constexpr std::size_t kLimitBytes = 1u << 20;
  library.variants.add(text::built_in_variants(), library.analyzer);
  for (const auto& index : indexes) {
    const auto file = index / "variants.txt";
    const auto table = read_file(file, kLimitBytes);
    if (!table) {
      if (table.error().code == ErrorCode::NotFound) continue;
      library.failures.push_back(
          {query::Note::Kind::NamesUnread, file.string(), table.error().message});
      continue;
    }
    const auto lonely = library.variants.add(*table, library.analyzer);
    if (lonely.empty()) continue;
    // One note a file: a table in another format is wrong in every line.
    library.failures.push_back({query::Note::Kind::NamesMisread,
                                fmt::format("{}:{}", file.string(), lonely[0]),
                                "a line is names separated by \" = \""});
  }
}

}  // namespace

Result<Engine> Engine::open(std::span<const std::filesystem::path> indexes,
                            const date::Clock& clock) {
  auto reader = index::Reader::open(indexes);
  if (reader) {
    auto library = std::make_unique<Library>(Library{std::move(*reader), clock});
    load_variants(indexes, *library);
    return Engine(std::move(library));
  }
  if (indexes.size() < 2) return reader.error();

  // One of several failed: the others answer, and every page says so.
  std::vector<std::filesystem::path> usable;
  std::vector<query::Note> failures;
  for (const auto& index : indexes) {
    if (auto one = index::Reader::open(std::span(&index, 1)); one) {
      usable.push_back(index);
    } else {
      failures.push_back({query::Note::Kind::ShardFailed, index.string(), one.error().message});
    }
  }
  if (usable.empty()) return reader.error();
  reader = index::Reader::open(usable);
  if (!reader) return reader.error();
  auto library = std::make_unique<Library>(Library{std::move(*reader), clock});
  library->failures = std::move(failures);
  load_variants(usable, *library);
  return Engine(std::move(library));
}

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
  auto page = library_->reader.read("find similar articles", [&](Xapian::Database& database) {
    Page found;
    const auto posting = database.postlist_begin(term);
    if (posting == database.postlist_end(term)) return std::pair(false, found);
    Xapian::Enquire enquire(database);
    const Xapian::Query alike(Xapian::Query::OP_AND_NOT, telling_terms(database, *posting),
                              Xapian::Query(term));
    enquire.set_query(alike);
    enquire.set_weighting_scheme(rank::NewsWeight(library_->ranking));
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
      found.hits.push_back(make_hit(database, hit, {}, request, library_->analyzer));
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
