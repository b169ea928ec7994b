#include "tests/support/sample_index.h"

#include <gtest/gtest.h>

#include "common/date/date.h"
#include "indexer/write/index_writer.h"

namespace kiosque::test {

Article article_of(const std::string& url, const std::string& body, const std::string& published) {
  Article article;
  article.url = url;
  article.body = {{BlockKind::Paragraph, body}};
  article.published = parse_timestamp(published);
  return article;
}

void write_index(const std::filesystem::path& directory, const std::vector<Article>& articles) {
  const SystemClock clock;
  auto writer = IndexWriter::open(directory, {.shards = 2}, clock);
  ASSERT_TRUE(writer) << writer.error().message;
  for (const Article& article : articles) ASSERT_TRUE(writer->put(article));
  ASSERT_TRUE(writer->commit());
}

}  // namespace kiosque::test
