// The example of indexer/cli/cli.h.
#include <gtest/gtest.h>

#include "indexer/cli/cli.h"
#include "tests/support/result_matchers.h"

namespace kiosque::cli {
namespace {

TEST(Example, RunsASubcommand) {
  CLI::App app("Indexes French news");
  Action action;
  declare_stats(app, action);
  app.parse("stats --index /no/such/index");
  const Result<ExitStatus> ended = action();

  EXPECT_THAT(ended, test::FailsWith(ErrorCode::NotFound));
}

}  // namespace
}  // namespace kiosque::cli
