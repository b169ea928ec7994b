#include "searcher/engine/engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "common/base/files.h"
#include "common/index/record.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "searcher/engine/facets.h"
#include "searcher/engine/hits.h"
#include "searcher/engine/library.h"
#include "searcher/engine/search_attempt.h"
#include "searcher/meaning/meaning.h"
#include "searcher/query/query.h"
#include "searcher/rank/best_hits.h"

namespace kiosque::engine {
namespace {

/// The query of a request with its filters.
query::Ast read_request(const Request& request, std::chrono::sys_seconds now) {
  query::Ast ast = query::parse_query(request.query, now);
  if (request.filters.empty()) return ast;
  query::Node all{.kind = query::Node::Kind::Any};
  if (ast.root.kind != query::Node::Kind::All) {
    ast.root.role = query::Role::Must;
    all.children.push_back(std::move(ast.root));
  }
  for (const Filter& filter : request.filters) {
    auto clause = query::field_clause(filter.field, filter.value, now);
    if (!clause) {
      // A field that there is refuses nothing but dates.
      ast.notes.push_back(index::find_field(filter.field) == nullptr
                              ? query::Note{query::Note::Kind::UnknownField, filter.field}
                              : query::Note{query::Note::Kind::BadDate, filter.value});
      continue;
    }
    clause->role = query::Role::Filter;
    all.children.push_back(std::move(*clause));
  }
  ast.root = std::move(all);
  return ast;
}

/// What was typed, beside the filters; nothing without words.
query::Node* typed_node(query::Ast& ast, const Request& request) {
  if (request.filters.empty()) return &ast.root;
  auto& clauses = ast.root.children;
  const bool typed = !clauses.empty() && clauses.front().role == query::Role::Must;
  return typed ? &clauses.front() : nullptr;
}

/// The words of a request of which one is enough, but stop words.
std::vector<query::Node*> optional_words(meaning::Analysed& query, const Request& request) {
  std::vector<query::Node*> words;
  query::Node* typed = typed_node(query.ast, request);
  if (typed == nullptr || typed->kind != query::Node::Kind::Any) return words;
  for (query::Node& clause : typed->children) {
    const bool stop_words =
        clause.kind == query::Node::Kind::Word &&
        std::ranges::all_of(query.leaves[clause.leaf].tokens, &text::Token::stop_word);
    if (clause.role == query::Role::Optional && !stop_words) words.push_back(&clause);
  }
  return words;
}

Result<Page> answer(Library& library, const Request& request, const meaning::Analysed& query,
                    std::chrono::sys_seconds now) {
  return library.reader.read("search", [&](Xapian::Database& database) {
    return SearchAttempt(library, request, database, now).answer(query);
  });
}

/// The error for an address that the index does not hold.
Error no_such_article(std::string_view url) {
  return Error{ErrorCode::NotFound,
               "the index holds no article '" + std::string(url) + "'",
               "give its address as a search prints it",
               ErrorKind::NoSuchArticle,
               {std::string(url)}};
}

}  // namespace

Engine::Engine(std::unique_ptr<Library> library) : library_(std::move(library)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

const std::vector<query::Note>& Engine::failures() const { return library_->failures; }

void Engine::rank_by(const rank::Options& options) { library_->ranking = options; }

Result<Page> Engine::search(const Request& request) {
  const auto now = library_->clock.now();
  meaning::Analysed typed = meaning::analyse(read_request(request, now), library_->analyzer);
  const bool strict = request.all_words || (request.sort != Sort::Relevance &&
                                            optional_words(typed, request).size() >= 2);
  if (!strict) return answer(*library_, request, typed, now);
  meaning::Analysed all_words = typed;
  for (query::Node* word : optional_words(all_words, request)) word->role = query::Role::Must;
  auto page = answer(*library_, request, all_words, now);
  if (request.all_words) return page;
  if (page && page->total == 0) return answer(*library_, request, typed, now);
  if (page) page->notes.push_back({query::Note::Kind::AllWords});
  return page;
}

Result<index::Article> Engine::article(std::string_view url) {
  const std::string term = index::unique_term(url);
  const auto read = [&](Xapian::Database& database) {
    const auto posting = database.postlist_begin(term);
    return posting == database.postlist_end(term)
               ? std::string()
               : index::get_record(database.get_document(*posting));
  };
  TRY(const std::string data, library_->reader.read("read an article", read));
  if (data.empty()) return no_such_article(url);
  return index::decode_record(data);
}

std::string Engine::revision() {
  // A process that answers for days must see what was committed meanwhile; where nothing was, this
  // reads one small file a shard. A failure shows in the search that follows.
  (void)index::guard("reopen the index", [&] { return library_->reader.database().reopen(); });
  return library_->reader.revision();
}

std::vector<std::string> Engine::complete(std::string_view typed, std::size_t limit) {
  auto completed = library_->reader.read("complete a word", [&](Xapian::Database& database) {
    const meaning::IndexVocabulary vocabulary(database, library_->reader.forms());
    return meaning::complete(typed, limit, vocabulary, library_->analyzer);
  });
  return completed ? std::move(*completed) : std::vector<std::string>();
}

namespace {

/// Adds the names of the program and those of the indexes.
void load_variants(std::span<const std::filesystem::path> indexes, Library& library) {
  constexpr std::size_t kLimitBytes = 1u << 20;
  library.variants.add(text::built_in_variants());
  for (const auto& index : indexes) {
    const auto file = index / "variants.txt";
    const auto table = read_file(file, kLimitBytes);
    if (!table) {
      if (table.error().code == ErrorCode::NotFound) continue;
      library.failures.push_back(
          {query::Note::Kind::NamesUnread, file.string(), table.error().message});
      continue;
    }
    const auto lonely = library.variants.add(*table);
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
  TRY(index::Reader rest, index::Reader::open(usable));
  auto library = std::make_unique<Library>(Library{std::move(rest), clock});
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
  const auto find = [&](Xapian::Database& database) -> std::optional<Page> {
    const auto posting = database.postlist_begin(term);
    if (posting == database.postlist_end(term)) return std::nullopt;
    Page found;
    Xapian::Enquire enquire(database);
    const Xapian::Query alike(Xapian::Query::OP_AND_NOT, telling_terms(database, *posting),
                              Xapian::Query(term));
    enquire.set_query(alike);
    enquire.set_weighting_scheme(rank::NewsWeight(library_->ranking));
    FacetSpy counts(false);
    enquire.add_matchspy(&counts);
    const rank::HitsWanted wanted{.hits = request.offset + limit,
                                  .checked = database.get_doccount(),
                                  .one_a_story = request.collapse_stories};
    const rank::BestHits best =
        rank::best_hits(enquire, database, wanted, [](const std::vector<rank::RankedHit>&) {});
    found.offset = request.offset;
    found.articles = counts.articles();
    found.stories = counts.stories();
    found.total = found.reachable = request.collapse_stories ? found.stories : found.articles;
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
    return found;
  };
  TRY(auto page, library_->reader.read("find similar articles", find));
  if (!page) return no_such_article(url);
  return *std::move(page);
}

}  // namespace kiosque::engine
