// `indexer add` of web archives made by others.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/packed/packed.h"
#include "tests/support/crawl_world.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// A record as the crawler of CC-NEWS writes it: WARC 1.0, one gzip member, digests.
std::string record(const std::string& type, const std::string& url, const std::string& block,
                   const std::string& content_type) {
  return packed::gzip(fmt::format(
      "WARC/1.0\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
      "Content-Length: {}\r\nWARC-Date: 2024-06-03T10:00:00Z\r\nWARC-Type: {}\r\n"
      "WARC-Target-URI: {}\r\nWARC-Payload-Digest: sha1:ZZZZ\r\nWARC-Truncated: length\r\n"
      "Content-Type: {}\r\n\r\n{}\r\n\r\n",
      block.size(), type, url, content_type, block));
}

std::string response(const std::string& url, const std::string& head, const std::string& body) {
  return record("response", url, head + "\r\n\r\n" + body, "application/http; msgtype=response");
}

/// What a night of CC-NEWS holds besides pages: requests, refusals, feeds' images, codings.
std::string archive() {
  const std::string page_body = page("Le pont est ouvert.").body;
  const std::string packed = packed::gzip(page("Le loup est revenu.").body);
  std::string chunked;
  for (std::size_t at = 0; at < page_body.size(); at += 100) {
    const std::string chunk = page_body.substr(at, 100);
    chunked += fmt::format("{:x}\r\n{}\r\n", chunk.size(), chunk);
  }
  chunked += "0\r\n\r\n";
  const std::string html = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";
  return packed::gzip("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\na: b\r\n\r\n") +
         record("request", "https://a.example/pont", "GET /pont HTTP/1.1\r\n\r\n",
                "application/http; msgtype=request") +
         response("https://a.example/pont", html + "Transfer-Encoding: chunked", chunked) +
         response("https://a.example/loup",
                  html + "X-Crawler-Transfer-Encoding: chunked\r\nContent-Encoding: gzip", packed) +
         response("https://a.example/ours", html + "X-Crawler-Content-Encoding: gzip",
                  page("L'ours dort encore.").body) +
         response("https://a.example/absent", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html",
                  page_body) +
         response("https://a.example/image", "HTTP/1.1 200 OK\r\nContent-Type: image/png", "PNG") +
         response("https://a.example/latin",
                  "HTTP/1.0 200\r\nContent-Type: text/html; "
                  "charset=iso-8859-1",
                  page("Une gr\xE8ve \xE0 la gare.").body);
}

class AddArchive : public testing::Test {
 protected:
  void expect_its_articles() {
    const std::string exported = run_indexer({"export", "--index", dir_ / "index"}).out;
    EXPECT_EQ(std::ranges::count(exported, '\n'), 4);
    EXPECT_THAT(exported, AllOf(HasSubstr("pont est ouvert"), HasSubstr("loup est revenu"),
                                HasSubstr("ours dort"), HasSubstr("grève à la gare"),
                                Not(HasSubstr("absent"))));
  }

  TempDir dir_;
};

TEST_F(AddArchive, ReadsANightOfCcNews) {
  const auto file = dir_.write("CC-NEWS-20240603-00001.warc.gz", archive());

  const RunResult added = run_indexer({"add", "--index", dir_ / "index", file});

  EXPECT_EQ(added.status, 0) << added.err;
  expect_its_articles();
}

TEST_F(AddArchive, ReadsItAsAStream) {
  const RunResult added =
      run_indexer({"add", "--index", dir_ / "index", "-"}, {.input = archive()});

  EXPECT_EQ(added.status, 0) << added.err;
  expect_its_articles();
}

TEST_F(AddArchive, TellsADamagedEndAndKeepsWhatCameBefore) {
  const std::string whole = archive();
  const auto file = dir_.write("a.warc.gz", whole.substr(0, whole.size() - 30));

  const RunResult added = run_indexer({"add", "--index", dir_ / "index", file});

  EXPECT_EQ(added.status, 3);
  EXPECT_THAT(added.err, HasSubstr("1 record"));
  EXPECT_THAT(run_indexer({"export", "--index", dir_ / "index"}).out, HasSubstr("ours dort"));
}

}  // namespace
}  // namespace kiosque::test
