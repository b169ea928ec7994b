#include <gtest/gtest.h>

#include <chrono>
#include <optional>

#include "indexer/archive/archive.h"
#include "tests/support/temp_dir.h"

namespace kiosque::archive {
namespace {

// As archive.h shows it.
TEST(ArchiveExample, ReadsARecordWhereItWasWritten) {
  const test::TempDir dir;
  const auto& folder = dir.path();
  const std::chrono::sys_seconds now{std::chrono::seconds(1'717'408'800)};

  Writer writer = Writer::open({.directory = folder, .software = "kiosque"}).value();
  const Response answer{.status = 200, .url = "https://journal.example/1", .body = "<p>Un."};
  const Place place = writer.add(answer, now).value();
  Reader reader = Reader::open(folder / place.file, place.offset).value();
  const std::optional<Page> page = reader.next();

  ASSERT_TRUE(page);
  EXPECT_EQ(page->url, "https://journal.example/1");
  EXPECT_EQ(page->body, "<p>Un.");
  EXPECT_EQ(page->fetched, now);
}

}  // namespace
}  // namespace kiosque::archive
