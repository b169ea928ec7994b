#include "indexer/upkeep/upkeep.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "common/index/index.h"
#include "indexer/write/write.h"
#include "tests/support/fake_clock.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temp_dir.h"

namespace kiosque::upkeep {
namespace {

using test::IsOk;
using ::testing::UnorderedElementsAreArray;

TEST(Compact, JoinsWhatShardsSayOfAForm) {
  const test::TempDir dir;
  const test::FakeClock clock{std::chrono::sys_seconds(std::chrono::seconds(1'700'000'000))};
  {
    auto writer = write::IndexWriter::open(dir / "index", {.shards = 3}, clock);
    ASSERT_THAT(writer, IsOk());
    for (int i = 0; i < 12; ++i) {
      const std::string body = i % 2 == 0 ? "La pêche et les armes." : "Le péché et les armes.";
      ASSERT_THAT(writer->put({.url = "https://exemple.fr/" + std::to_string(i),
                               .body = {{index::BlockKind::Paragraph, body}}}),
                  IsOk());
    }
    ASSERT_THAT(writer->commit(), IsOk());
  }
  auto reader = index::Reader::open(std::array{dir / "index"});
  ASSERT_THAT(reader, IsOk());
  const auto stems = reader->forms().stems("peche");
  ASSERT_EQ(stems.size(), 2u);

  ASSERT_THAT(compact(dir / "index"), IsOk());
  ASSERT_THAT(reader->reopen(), IsOk());

  EXPECT_THAT(reader->forms().stems("peche"), UnorderedElementsAreArray(stems));
  EXPECT_EQ(reader->forms().frequency("peche"), 12u);
  EXPECT_EQ(reader->forms().articles("armes", 20).size(), 12u);
}

}  // namespace
}  // namespace kiosque::upkeep
