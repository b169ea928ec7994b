#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "indexer/archive/archive.h"
#include "indexer/archive/http_message.h"
#include "indexer/packed/packed.h"
#include "indexer/source/source.h"
#include "tests/support/moment.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temp_dir.h"

namespace kiosque::archive {
namespace {

using test::kNow;

Response page_answer(std::string_view url, std::string_view body) {
  Response response;
  response.status = 200;
  response.url = url;
  response.headers = {{"content-type", "text/html; charset=utf-8"},
                      {"content-encoding", "br"},
                      {"content-length", "7"},
                      {"x-forged", "a\r\nWARC-Type: warcinfo"}};
  response.body = body;
  response.address = "192.0.2.1";
  return response;
}

Writer open_writer(const std::filesystem::path& directory, std::uint64_t rotate = 1u << 30) {
  return Writer::open({directory, "kiosque-indexer/test", rotate}).value();
}

std::vector<Page> read_all(Reader& reader) {
  std::vector<Page> pages;
  while (auto page = reader.next()) pages.push_back(std::move(*page));
  return pages;
}

Reader reader_of(std::string bytes, std::size_t limit = 1u << 20) {
  auto rest = std::make_shared<std::string>(std::move(bytes));
  return Reader(
      [rest](std::string& out, std::size_t most) -> Result<std::size_t> {
        const std::string part = rest->substr(0, most);
        rest->erase(0, most);
        out += part;
        return part.size();
      },
      limit);
}

std::string record(std::string_view type, std::string_view block) {
  return "WARC/1.0\r\nWARC-Type: " + std::string(type) +
         "\r\nWARC-Target-URI: <https://a.fr/1>\r\nContent-Type: application/http\r\n"
         "WARC-Date: 2024-06-03T10:00:00Z\r\nContent-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + std::string(block) + "\r\n\r\n";
}

TEST(Warc, GivesBackWhatWasWritten) {
  const test::TempDir dir;
  const std::string body = "<p>L'\xC3\xA9t\xC3\xA9\r\n\r\nWARC/1.1\r\n</p>";
  Writer writer = open_writer(dir.path());
  const Place first = writer.add(page_answer("https://a.fr/1", body), kNow).value();
  const Place second = writer.add(page_answer("https://a.fr/2", "<p>deux"), kNow).value();
  ASSERT_TRUE(writer.sync());

  Reader all = Reader::open(dir.path() / first.file).value();
  Reader one = Reader::open(dir.path() / second.file, second.offset).value();

  const auto pages = read_all(all);
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].url, "https://a.fr/1");
  EXPECT_EQ(pages[0].body, body);
  EXPECT_EQ(pages[0].content_type, "text/html; charset=utf-8");
  EXPECT_EQ(pages[0].fetched, kNow);
  EXPECT_EQ(all.unreadable(), 0u);
  EXPECT_EQ(one.next()->url, "https://a.fr/2");
}

TEST(Warc, WritesOneGzipMemberARecordAndCleanHeaders) {
  const test::TempDir dir;
  Writer writer = open_writer(dir.path());
  const Place place = writer.add(page_answer("https://a.fr/1", "<p>un"), kNow).value();

  const std::string bytes = test::read_bytes(dir.path() / place.file);
  const std::string text =
      packed::gunzip(std::string_view(bytes).substr(place.offset), 10'000).value();

  EXPECT_TRUE(text.starts_with("WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:"));
  EXPECT_NE(text.find("WARC-Date: 2024-06-03T10:00:00Z\r\n"), std::string::npos);
  EXPECT_NE(text.find("X-Archive-Orig-content-encoding: br\r\n"), std::string::npos);
  EXPECT_EQ(text.find("\r\nWARC-Type: warcinfo"), std::string::npos);
  EXPECT_TRUE(text.ends_with("Content-Length: 5\r\n\r\n<p>un\r\n\r\n"));
}

TEST(Warc, RotatesBySize) {
  const test::TempDir dir;
  Writer writer = open_writer(dir.path(), 1);

  const Place first = writer.add(page_answer("https://a.fr/1", "<p>un"), kNow).value();
  const Place second = writer.add(page_answer("https://a.fr/2", "<p>deux"), kNow).value();

  EXPECT_LT(first.file, second.file);
}

TEST(Warc, NeverWritesIntoAnEarlierFile) {
  const test::TempDir dir;
  const Place first =
      open_writer(dir.path()).add(page_answer("https://a.fr/1", "<p>un"), kNow).value();

  const Place second =
      open_writer(dir.path()).add(page_answer("https://a.fr/2", "<p>deux"), kNow).value();

  EXPECT_NE(first.file, second.file);
}

// A folder that is not there cannot be synced: so the test sees when it is.
TEST(Warc, SyncsTheFolderOnceForEachNewFile) {
  const test::TempDir dir;
  const auto folder = dir.path() / "archive";
  const auto away = dir.path() / "away";
  Writer writer = open_writer(folder);
  (void)writer.add(page_answer("https://a.fr/1", "<p>un"), kNow);
  std::filesystem::rename(folder, away);

  const Status missing = writer.sync();
  std::filesystem::rename(away, folder);
  const Status synced = writer.sync();
  std::filesystem::rename(folder, away);
  const Status nothing_new = writer.sync();

  EXPECT_THAT(missing, test::FailsWith(ErrorCode::NotFound));
  EXPECT_TRUE(synced);
  EXPECT_TRUE(nothing_new);
}

TEST(Warc, ReadsUpToACutEnd) {
  const test::TempDir dir;
  Writer writer = open_writer(dir.path());
  const std::string file = writer.add(page_answer("https://a.fr/1", "<p>un"), kNow)->file;
  (void)writer.add(page_answer("https://a.fr/2", "<p>deux"), kNow);
  std::filesystem::resize_file(dir.path() / file,
                               std::filesystem::file_size(dir.path() / file) - 60);

  Reader reader = Reader::open(dir.path() / file).value();
  const auto pages = read_all(reader);

  ASSERT_EQ(pages.size(), 1u);
  EXPECT_EQ(reader.unreadable(), 1u);
}

TEST(WarcReader, SkipsWhatIsNoPage) {
  Reader reader = reader_of(
      record("warcinfo", "software: x\r\n") + record("request", "GET / HTTP/1.1\r\n\r\n") +
      record("response", "HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n<p>") +
      record("response", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG") +
      record("response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>oui"));

  const auto pages = read_all(reader);

  ASSERT_EQ(pages.size(), 1u);
  EXPECT_EQ(pages[0].url, "https://a.fr/1");
  EXPECT_EQ(pages[0].body, "<p>oui");
  EXPECT_EQ(reader.unreadable(), 0u);
}

TEST(WarcReader, PassesOverARecordLargerThanItsLimit) {
  const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
  Reader reader = reader_of(
      record("response", head + std::string(500'000, 'x')) + record("response", head + "<p>oui"),
      10'000);

  const auto pages = read_all(reader);

  ASSERT_EQ(pages.size(), 1u);
  EXPECT_EQ(pages[0].body, "<p>oui");
}

TEST(WarcReader, EndsAtNonsense) {
  Reader reader = reader_of("bonjour\r\n\r\nWARC/1.0\r\n\r\n");

  EXPECT_FALSE(reader.next());
  EXPECT_EQ(reader.unreadable(), 1u);
}

TEST(DecodeBody, UndoesChunksAndGzip) {
  const std::string packed = packed::gzip("<p>texte");
  char size[20];
  std::snprintf(size, sizeof size, "%zx\r\n", packed.size());
  const auto message = parse_http_message(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n" +
      std::string(size) + packed + "\r\n0\r\n\r\n");

  EXPECT_EQ(decode_body(*message, 1000), "<p>texte");
}

TEST(DecodeBody, TakesABodyThatWasDecodedUnderItsOldHeaders) {
  const auto message = parse_http_message(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: br\r\n\r\n<p>texte");

  EXPECT_EQ(decode_body(*message, 1000), "<p>texte");
}

TEST(Reader, CutsAnArchiveIntoItsPages) {
  const test::TempDir dir;
  Writer writer = open_writer(dir.path());
  const std::string html = "<!DOCTYPE html><html><body><p>un</p></body></html>";
  const std::string file = writer.add(page_answer("https://a.fr/1", html), kNow)->file;
  (void)writer.add(page_answer("https://a.fr/2", html), kNow);

  source::Reader reader({source::File{.path = dir.path() / file}});
  std::vector<std::string> urls;
  while (auto input = reader.next()) {
    ASSERT_TRUE(*input);
    EXPECT_EQ((*input)->kind, source::ContentKind::Html);
    EXPECT_EQ((*input)->bytes, html);
    urls.push_back((*input)->url);
  }

  EXPECT_EQ(urls, (std::vector<std::string>{"https://a.fr/1", "https://a.fr/2"}));
}

}  // namespace
}  // namespace kiosque::archive
