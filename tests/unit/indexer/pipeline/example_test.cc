#include <gtest/gtest.h>

#include "common/date/date.h"
#include "indexer/pipeline/pipeline.h"
#include "indexer/source/source.h"
#include "indexer/write/write.h"
#include "tests/support/temp_dir.h"

namespace kiosque::pipeline {
namespace {

// As pipeline.h shows it.
TEST(PipelineExample, IndexesTheLinesOfAFile) {
  const test::TempDir dir;
  const date::SystemClock clock;
  const std::string file =
      dir.write("articles.jsonl",
                "{\"url\":\"https://journal.example/1\",\"body\":\"Un.\"}\n"
                "{\"url\":\"https://journal.example/2\",\"body\":\"Deux.\"}\n");
  auto writer = write::IndexWriter::open(dir / "index", {}, clock).value();

  source::FileList list = source::list_files({file});
  Progress progress;
  const Report report = index_files(list.files, writer, {.jobs = 2}, progress).value();

  EXPECT_EQ(report.articles, 2u);
  EXPECT_EQ(report.errors, 0u);
  EXPECT_EQ(writer.counts().fresh, 2u);
}

}  // namespace
}  // namespace kiosque::pipeline
