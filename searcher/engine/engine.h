#pragma once
// Answers requests over one or several indexes.
//
// In: a Request, plain data. Out: a Page, plain data, or an Error with a hint.
// Main types: Engine, Request, Page, Hit.
// Also open to other rooms: searcher/engine/request.h and searcher/engine/page.h (the data alone).
//
// Example (tests/unit/searcher/engine/example_test.cc):
//   const std::filesystem::path indexes[] = {dir / "index"};
//   auto engine = Engine::open(indexes, clock);
//   ASSERT_TRUE(engine) << engine.error().message;
//   const auto page = engine->search({.query = "bacs"});
//   ASSERT_TRUE(page && page->total == 1);
//   EXPECT_EQ(page->hits[0].snippet.text, "Le bac est à quai.");

#include <chrono>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/date/date.h"
#include "common/index/article.h"
#include "searcher/engine/page.h"
#include "searcher/engine/request.h"
#include "searcher/rank/options.h"

namespace kiosque::engine {

struct Library;

/// Answers requests over one or several indexes. Keeps up with a writer: a database that changed
/// during a search is reopened and the search done again. Not safe from two threads at once.
class Engine {
 public:
  /// Opens indexes that are searched as one. An index may hold a file `variants.txt` with names
  /// that mean the same, in the format of common/text/variants.txt: they are added to the table the
  /// program comes with. Errors: NotFound, Incompatible, Corrupt.
  [[nodiscard]] static Result<Engine> open(std::span<const std::filesystem::path> indexes,
                                           const date::Clock& clock);
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  /// What of the indexes could not be read, as every page says it too: for a log.
  [[nodiscard]] const std::vector<query::Note>& failures() const;

  /// Ranks by other weights than those that were found best: for experiments.
  void rank_by(const rank::Options& options);

  /// Answers `request`. A query that cannot be read as meant is searched as words, with a note.
  /// By date, all words are needed if any article has them all: what has but one of them, and would
  /// be far down by relevance, would be on top.
  [[nodiscard]] Result<Page> search(const Request& request);

  /// Articles like the one of `url`, best first. NotFound if the index does not hold it.
  [[nodiscard]] Result<Page> similar(std::string_view url, const Request& request);

  /// The whole article of `url`.
  [[nodiscard]] Result<index::Article> article(std::string_view url);

  /// At most `limit` words of the index that begin like the last word of `typed`, most frequent
  /// first, each put in its place: "cour des com" -> "cour des comptes". None for less than two
  /// letters, or when the index cannot be read.
  [[nodiscard]] std::vector<std::string> complete(std::string_view typed, std::size_t limit);

  /// Changes whenever the index does: for caches. (Xapian's uuid and revision of every shard.)
  [[nodiscard]] std::string revision();

 private:
  explicit Engine(std::unique_ptr<Library> library);
  std::unique_ptr<Library> library_;
};

}  // namespace kiosque::engine
