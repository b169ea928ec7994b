// The example of engine.h.

#include <gtest/gtest.h>

#include "searcher/engine/engine.h"
#include "tests/support/sample_index.h"
#include "tests/support/temp_dir.h"

namespace kiosque::engine {
namespace {

TEST(EngineExample, AnswersARequest) {
  const test::TempDir dir;
  test::write_index(dir / "index", {test::article_of("https://fanal.test/bac", "Le bac est à quai.",
                                                     "2024-06-12")});
  const date::SystemClock clock;

  const std::filesystem::path indexes[] = {dir / "index"};
  auto engine = Engine::open(indexes, clock);
  ASSERT_TRUE(engine) << engine.error().message;
  const auto page = engine->search({.query = "bacs"});
  ASSERT_TRUE(page && page->total == 1);
  EXPECT_EQ(page->hits[0].snippet.text, "Le bac est à quai.");
}

}  // namespace
}  // namespace kiosque::engine
