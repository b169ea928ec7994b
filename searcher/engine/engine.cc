#include "searcher/engine/engine.h"

#include <utility>

#include "common/index/record.h"
#include "common/index/record_slot.h"
#include "common/index/schema.h"
#include "searcher/engine/engine_impl.h"
#include "searcher/engine/read_request.h"
#include "searcher/engine/search_attempt.h"
#include "searcher/query/parser.h"

namespace kiosque::engine {
Engine::Engine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

const std::vector<query::Note>& Engine::failures() const { return impl_->failures; }

void Engine::rank_by(const rank::Options& options) { impl_->ranking = options; }

Result<Page> Engine::search(const Request& request) {
  if (request.sort == Sort::Relevance || request.all_words) return answer(request);
  query::Ast ast = query::parse_query(request.query, impl_->clock.now());
  if (optional_words(ast, impl_->analyzer).size() < 2) return answer(request);
  Request strict = request;
  strict.all_words = true;
  auto page = answer(strict);
  if (page && page->total == 0) return answer(request);
  if (page) page->notes.push_back({query::Note::Kind::AllWords});
  return page;
}

Result<Page> Engine::answer(const Request& request) {
  const auto now = impl_->clock.now();
  const query::Ast as_typed = read_request(request, impl_->analyzer, now);
  return impl_->reader.read("search", [&](Xapian::Database& database) {
    return SearchAttempt(*impl_, request, database, now).answer(as_typed);
  });
}

Result<index::Article> Engine::article(std::string_view url) {
  const std::string term = index::unique_term(url);
  auto data = impl_->reader.read("read an article", [&](Xapian::Database& database) {
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
  (void)index::xapian_guard("reopen the index", [&] { return impl_->reader.database().reopen(); });
  return impl_->reader.revision();
}

}  // namespace kiosque::engine
