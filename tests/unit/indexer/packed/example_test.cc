#include <gtest/gtest.h>

#include <string>

#include "indexer/packed/packed.h"
#include "tests/support/temp_dir.h"

namespace kiosque::packed {
namespace {

// As packed.h shows it.
TEST(PackedExample, ReadsAPackedFileAsPlainText) {
  const test::TempDir dir;
  const auto path = dir.write("a.txt.gz", gzip("Un.\n") + gzip("Deux.\n"));

  ByteStream stream = ByteStream::open(path).value();
  std::string text;
  while (stream.read(text, 1u << 20).value_or(0) > 0) {
  }

  EXPECT_EQ(text, "Un.\nDeux.\n");
}

}  // namespace
}  // namespace kiosque::packed
