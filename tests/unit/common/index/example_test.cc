#include <gtest/gtest.h>

#include <array>

#include "common/index/index.h"
#include "common/index/record.h"
#include "common/index/schema.h"
#include "common/text/text.h"
#include "tests/support/temp_dir.h"

namespace kiosque::index {
namespace {

TEST(IndexExample, ReadsAnArticleOfAnIndex) {
  const test::TempDir temporary;
  const std::filesystem::path directory = temporary.path();
  Xapian::WritableDatabase shard((directory / "shard0").string());
  Xapian::Document document;
  set_record(document, encode_record({.title = "La crue atteint Tours"}));
  shard.add_document(document);
  shard.commit();
  ASSERT_TRUE(write_manifest(directory, {kSchemaVersion, text::analyzer_version(), {"shard0"}}));

  Reader reader = Reader::open(std::array{directory}).value();
  const Result<Article> article =
      reader.read("read an article", [](const Xapian::Database& database) {
        return decode_record(get_record(database.get_document(1)));
      });
  EXPECT_EQ(article->title, "La crue atteint Tours");
}

}  // namespace
}  // namespace kiosque::index
