#include "searcher/engine/engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/base/files.h"
#include "common/index/record.h"
#include "common/index/schema.h"
#include "searcher/engine/engine_impl.h"
#include "searcher/engine/expand_variants.h"
#include "searcher/engine/explain.h"
#include "searcher/engine/facets.h"
#include "searcher/engine/hits.h"
#include "searcher/engine/other_sources.h"
#include "searcher/engine/ranking_query.h"
#include "searcher/engine/recency.h"
#include "searcher/engine/suggest.h"
#include "searcher/query/compile.h"
#include "searcher/query/parser.h"

namespace kiosque {
namespace {

using Paths = std::vector<std::filesystem::path>;

/// The words of `ast` of which one is enough.
std::vector<Node*> optional_words(Ast& ast) {
  std::vector<Node*> words;
  if (ast.root.kind != Node::Kind::Any) return words;
  for (Node& clause : ast.root.children) {
    if (clause.role == Role::Optional) words.push_back(&clause);
  }
  return words;
}

/// The query of a request with its filters.
Ast read_query(const Request& request, std::chrono::sys_seconds now) {
  Ast ast = parse(request.query, now);
  if (request.all_words) {
    for (Node* word : optional_words(ast)) word->role = Role::Must;
  }
  if (request.filters.empty()) return ast;
  Node all{.kind = Node::Kind::Any};
  if (ast.root.kind != Node::Kind::All) {
    ast.root.role = Role::Must;
    all.children.push_back(std::move(ast.root));
  }
  for (const Filter& filter : request.filters) {
    auto clause = field_clause(filter.field, filter.value, now);
    if (!clause) {
      // A field that there is refuses nothing but dates.
      ast.notes.push_back(find_field(filter.field) == nullptr
                              ? Note{Note::Kind::UnknownField, filter.field}
                              : Note{Note::Kind::BadDate, filter.value});
      continue;
    }
    clause->role = Role::Filter;
    all.children.push_back(std::move(*clause));
  }
  ast.root = std::move(all);
  return ast;
}

bool asks_for_phrase(const Ast& ast) {
  return std::any_of(ast.root.children.begin(), ast.root.children.end(), [](const Node& clause) {
    return clause.kind == Node::Kind::Phrase && clause.role == Role::Must;
  });
}

/// Asks for the quotations of `ast` no longer, and notes it; false if it asked for none.
bool relax_phrases(Ast& ast) {
  bool relaxed = false;
  for (Node& clause : ast.root.children) {
    if (clause.kind != Node::Kind::Phrase || clause.role != Role::Must) continue;
    const bool explicit_plus = clause.begin > 0 && ast.query[clause.begin - 1] == '+';
    if (explicit_plus) continue;
    clause.role = Role::Optional;
    ast.notes.push_back({Note::Kind::OptionalPhrase, clause.text});
    relaxed = true;
  }
  return relaxed;
}

void set_order(Xapian::Enquire& enquire, const Request& request, const QueryTerms& terms) {
  if (request.sort == Sort::DateOldest) {
    auto* published = new Xapian::MultiValueKeyMaker;
    published->add_value(slot::kPublished, false, "\xFF");  // behind every date
    enquire.set_sort_by_key_then_relevance(published->release(), false);
  } else if (request.sort == Sort::Date || terms.empty()) {
    // Where nothing ranks (a source, a day) the newest come first too.
    enquire.set_sort_by_value_then_relevance(slot::kPublished, true);
  }
  if (request.collapse_stories) enquire.set_collapse_key(slot::kStory);
}

}  // namespace

Engine::Engine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::open(std::span<const std::filesystem::path> indexes, const Clock& clock) {
  auto reader = IndexReader::open(indexes);
  if (reader) {
    auto impl = std::make_unique<Impl>(Impl{std::move(*reader), clock});
    load_variants(indexes, *impl);
    return Engine(std::move(impl));
  }
  if (indexes.size() < 2) return reader.error();

  // One of several failed: the others answer, and every page says so.
  Paths usable;
  std::vector<Note> failures;
  for (const auto& index : indexes) {
    if (auto one = IndexReader::open(std::span(&index, 1)); one) {
      usable.push_back(index);
    } else {
      failures.push_back({Note::Kind::ShardFailed, index.string(), one.error().message});
    }
  }
  if (usable.empty()) return reader.error();
  reader = IndexReader::open(usable);
  if (!reader) return reader.error();
  auto impl = std::make_unique<Impl>(Impl{std::move(*reader), clock});
  impl->failures = std::move(failures);
  load_variants(usable, *impl);
  return Engine(std::move(impl));
}

void Engine::load_variants(std::span<const std::filesystem::path> indexes, Impl& impl) {
  constexpr std::size_t kLimitBytes = 1u << 20;
  impl.variants.add(built_in_variants(), impl.analyzer);
  for (const auto& index : indexes) {
    const auto file = index / "variants.txt";
    const auto table = read_file(file, kLimitBytes);
    if (!table) {
      if (table.error().code == ErrorCode::NotFound) continue;
      impl.failures.push_back({Note::Kind::NamesUnread, file.string(), table.error().message});
      continue;
    }
    const auto lonely = impl.variants.add(*table, impl.analyzer);
    if (lonely.empty()) continue;
    // One note a file: a table in another format is wrong in every line.
    impl.failures.push_back({Note::Kind::NamesMisread,
                             fmt::format("{}:{}", file.string(), lonely[0]),
                             "a line is names separated by \" = \""});
  }
}

const std::vector<Note>& Engine::failures() const { return impl_->failures; }

void Engine::rank_by(const RankingOptions& options) { impl_->ranking = options; }

Result<Page> Engine::search(const Request& request) {
  if (request.sort == Sort::Relevance || request.all_words) return answer(request);
  Ast ast = parse(request.query, impl_->clock.now());
  if (optional_words(ast).size() < 2) return answer(request);
  Request strict = request;
  strict.all_words = true;
  auto page = answer(strict);
  if (page && page->total == 0) return answer(request);
  if (page) page->notes.push_back({Note::Kind::AllWords});
  return page;
}

Result<Page> Engine::answer(const Request& request) {
  const auto now = impl_->clock.now();
  const Ast as_typed = read_query(request, now);
  const std::size_t limit = std::min(request.limit, kMaxLimit);
  return impl_->reader.read("search", [&](Xapian::Database& database) {
    Ast ast = as_typed;
    std::vector<Note> names;
    if (request.expand_variants) {
      names = expand_variants(ast, impl_->variants, database, impl_->analyzer);
    }
    const auto spelling =
        check_spelling(ast, database, impl_->analyzer,
                       request.correct_spelling ? Spelling::Correct : Spelling::Suggest);
    const IndexVocabulary vocabulary(database);
    const RankWeights weights{.exact = 0, .variant = impl_->ranking.variant};
    CompiledQuery compiled = compile(ast, impl_->analyzer, vocabulary, weights);

    Xapian::Enquire enquire(database);
    enquire.set_query(compiled.query);
    enquire.set_weighting_scheme(NewsWeight(impl_->ranking));
    if (asks_for_phrase(ast) && enquire.get_mset(0, 1).empty() && relax_phrases(ast)) {
      // A quotation that nobody printed so: the articles with its words are the next best.
      compiled = compile(ast, impl_->analyzer, vocabulary, weights);
    }
    RankingOptions ranking = impl_->ranking;
    if (request.sort != Sort::Relevance) ranking.recency = 0, ranking.depth = 0;
    const Recency recency(now, compiled.terms, ranking);
    enquire.set_query(recency.prefer_new(compiled.query, database));
    set_order(enquire, request, compiled.terms);
    const std::size_t wanted = std::max(request.offset + limit, impl_->ranking.depth);
    FacetSpy spy;
    const bool count_all = request.with_facets || request.with_timeline;
    if (count_all) enquire.add_matchspy(&spy);
    const std::size_t checked = count_all ? database.get_doccount() : wanted + 1;
    const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(wanted),
                                                static_cast<Xapian::doccount>(checked));
    auto ranked =
        rank_again(database, found,
                   ranking_query(compiled.terms, impl_->analyzer.analyze(request.query)), ranking);

    Page page;
    page.offset = request.offset;
    page.total = found.get_matches_estimated();
    page.total_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
    if (count_all) {
      // Where articles are collapsed Xapian estimates, even of what it has seen to the last.
      page.total = request.collapse_stories ? spy.stories() : spy.articles();
      page.total_exact = true;
    }
    page.parsed_query = to_s_expression(ast.root);
    page.notes = impl_->failures;
    page.notes.insert(page.notes.end(), ast.notes.begin(), ast.notes.end());
    page.notes.insert(page.notes.end(), spelling.notes.begin(), spelling.notes.end());
    page.notes.insert(page.notes.end(), names.begin(), names.end());
    page.suggestion = spelling.suggestion;
    page.notes.insert(page.notes.end(), compiled.notes.begin(), compiled.notes.end());
    if (request.with_facets) page.facets = spy.facets();
    if (request.with_timeline) page.timeline = spy.timeline();
    if (request.explain) page.explanation = explain(compiled);
    const std::size_t begin = std::min(request.offset, ranked.size());
    const std::size_t end = std::min(begin + limit, ranked.size());
    for (std::size_t i = begin; i < end; ++i) {
      page.hits.push_back(make_hit(database, ranked[i], compiled.terms, request, impl_->analyzer));
      page.hits.back().rank = i + 1;
      if (request.explain) {
        page.hits.back().explanation = explain(enquire, ranked[i], page.hits.back(), recency);
      }
    }
    if (request.with_snippets) {
      find_other_sources(database, compiled.query, std::span(ranked).subspan(begin, end - begin),
                         page.hits);
    }
    return page;
  });
}

Result<Article> Engine::article(std::string_view url) {
  const std::string term = unique_term(url);
  auto data = impl_->reader.read("read an article", [&](Xapian::Database& database) {
    const auto posting = database.postlist_begin(term);
    return posting == database.postlist_end(term) ? std::string()
                                                  : database.get_document(*posting).get_data();
  });
  if (!data) return data.error();
  if (data->empty()) {
    return no_such_article(url);
  }
  return decode_record(*data);
}

std::string Engine::revision() {
  // A process that answers for days must see what was committed meanwhile; where nothing was, this
  // reads one small file a shard. A failure shows in the search that follows.
  (void)xapian_guard("reopen the index", [&] { return impl_->reader.database().reopen(); });
  return impl_->reader.revision();
}

}  // namespace kiosque
