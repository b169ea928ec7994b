#include "tests/support/sample_index.h"

#include <gtest/gtest.h>

#include "common/date/date.h"
#include "indexer/write/write.h"

namespace kiosque::test {

index::Article article_of(const std::string& url, const std::string& body,
                          const std::string& published) {
  index::Article article;
  article.url = url;
  article.body = {{index::BlockKind::Paragraph, body}};
  article.published = date::parse_timestamp(published);
  return article;
}

void write_index(const std::filesystem::path& directory,
                 const std::vector<index::Article>& articles) {
  const date::SystemClock clock;
  auto writer = write::IndexWriter::open(directory, {.shards = 2}, clock);
  ASSERT_TRUE(writer) << writer.error().message;
  for (const index::Article& article : articles) ASSERT_TRUE(writer->put(article));
  ASSERT_TRUE(writer->commit());
}

}  // namespace kiosque::test
