#include "indexer/source/source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include "tests/support/result_matchers.h"
#include "tests/support/temp_dir.h"

namespace kiosque::source {
namespace {

using ::testing::ElementsAre;

std::string gzip(const std::string& text) {
  std::string packed(text.size() + 256, '\0');
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string zstd(const std::string& text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
  return packed;
}

/// All lines, joined from the pieces they come in; the last result is the error, if any.
std::string all_lines(Reader& reader, std::optional<Error>& error) {
  std::string text;
  while (auto input = reader.next()) {
    if (!*input) {
      error = input->error();
      continue;
    }
    EXPECT_EQ((*input)->kind, ContentKind::JsonLines);
    text += (*input)->bytes;
  }
  return text;
}

std::string many_lines() {
  std::string text;
  for (int i = 0; i < 30'000; ++i)
    text += "{\"url\": \"http://exemple.fr/" + std::to_string(i) + "\"}\n";
  return text;
}

class SourceReaderTest : public ::testing::Test {
 protected:
  Reader reader(std::string_view name, std::string_view content) {
    return Reader({{dir_.write(name, content), content.size(), true}});
  }
  const test::TempDir dir_;
};

TEST_F(SourceReaderTest, PackedFilesAreUnpackedWhateverTheirName) {
  const std::string page = "<html><p>Bonjour</p></html>";
  for (const std::string& packed :
       {page, gzip(page), zstd(page), gzip("<html>") + gzip("<p>Bonjour</p></html>")}) {
    auto input = reader("a.txt", packed).next();

    ASSERT_TRUE(input && *input);
    EXPECT_EQ((*input)->kind, ContentKind::Html);
    EXPECT_EQ((*input)->bytes, page);
  }
}

TEST_F(SourceReaderTest, LongFilesOfLinesComeInPiecesOfWholeLines) {
  const std::string text = many_lines();
  auto lines = reader("a.jsonl", text);
  std::string joined;
  std::size_t pieces = 0;
  std::size_t next_line = 1;

  while (auto input = lines.next()) {
    ASSERT_THAT(*input, test::IsOk());
    EXPECT_EQ((*input)->first_line, next_line);
    EXPECT_EQ((*input)->bytes.back(), '\n');
    next_line += static_cast<std::size_t>(std::ranges::count((*input)->bytes, '\n'));
    joined += (*input)->bytes;
    ++pieces;
  }

  EXPECT_EQ(joined, text);
  EXPECT_GT(pieces, 3u);
}

TEST_F(SourceReaderTest, ACutFileGivesTheLinesBeforeTheCut) {
  const std::string text = many_lines();
  const std::string packed = gzip(text);
  auto cut = reader("a.gz", packed.substr(0, packed.size() / 2));
  std::optional<Error> error;

  const std::string lines = all_lines(cut, error);

  EXPECT_GT(lines.size(), 1000u);
  EXPECT_TRUE(text.starts_with(lines));
  EXPECT_EQ(lines.back(), '\n');
  ASSERT_TRUE(error);
  EXPECT_EQ(error->code, ErrorCode::Corrupt);
}

TEST_F(SourceReaderTest, RefusesADocumentBeyondTheLimitAndGoesOn) {
  const auto large = dir_.write("large.html", "<html>" + std::string(kMaxDocumentBytes, ' '));
  const auto small = dir_.write("small.html", "<html><p>a</p>");
  Reader both({{large, 0, true}, {small, 0, true}});

  EXPECT_THAT(*both.next(), test::FailsWith(ErrorCode::Limit));
  EXPECT_THAT(*both.next(), test::IsOk());
  EXPECT_FALSE(both.next());
}

std::vector<std::string> names(const FileList& list) {
  std::vector<std::string> found;
  for (const File& file : list.files) found.push_back(file.path.filename());
  return found;
}

TEST(ListFiles, DirectoriesAreReadInTheOrderOfNames) {
  const test::TempDir dir;
  for (const char* name : {"b/2", "b/1", "c", "a", ".hidden"}) dir.write(name, "x");

  EXPECT_THAT(names(list_files({dir.path().string()})), ElementsAre("a", "1", "2", "c"));
}

TEST(ListFiles, ALoopOfLinksEnds) {
  const test::TempDir dir;
  dir.write("a/file", "x");
  std::filesystem::create_directory_symlink(dir.path(), dir / "a/loop");

  EXPECT_THAT(names(list_files({dir.path().string()})), ElementsAre("file"));
}

TEST(ListFiles, MissingPathsAreToldAndTheOthersKept) {
  const test::TempDir dir;
  const auto file = dir.write("a", "x");

  const FileList list = list_files({dir / "none", file, "-"});

  ASSERT_EQ(list.errors.size(), 1u);
  EXPECT_EQ(list.errors.front().code, ErrorCode::NotFound);
  EXPECT_THAT(names(list), ElementsAre("a", "-"));
  EXPECT_TRUE(list.files.front().named_by_user);
}

}  // namespace
}  // namespace kiosque::source
