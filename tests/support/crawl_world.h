#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "indexer/crawl/crawl.h"
#include "indexer/crawl/memory.h"
#include "tests/support/fake_clock.h"
#include "tests/support/loopback_server.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {

/// The feed of most tests.
inline constexpr const char* kFeed = "http://a.example/rss";

/// A small internet for whole crawls: every host of the world is one loopback server, and the clock
/// goes as the test says. Fails the test where a crawl fails.
class CrawlWorld {
 public:
  explicit CrawlWorld(LoopbackServer::Handler handler);

  void subscribe(crawl::FeedRow feed);
  void subscribe(const std::string& url);

  /// One run, as `indexer crawl` does it.
  crawl::RunReport crawl();
  /// The same so much later, with the server's hits forgotten before.
  crawl::RunReport crawl_after(std::chrono::seconds time);

  [[nodiscard]] crawl::FeedRow feed(const std::string& url);
  [[nodiscard]] crawl::Memory memory() const;
  /// The text of an article of the index, "" if there is none.
  [[nodiscard]] std::string text_of(const std::string& url) const;

  LoopbackServer server;
  TempDir dir;
  FakeClock clock{std::chrono::sys_seconds(std::chrono::seconds(1'717'408'800))};
  crawl::Setup setup;  ///< a test may change it
  std::atomic<bool> stop{false};
};

/// An RSS feed with an item a link; `text` goes into each.
[[nodiscard]] std::string rss(const std::vector<std::string>& links, const std::string& text = "");

/// A page whose article says `text`.
[[nodiscard]] ServerReply page(const std::string& text);

/// A host whose /rss names `links`; `answer` says what they are, and robots.txt allows all.
[[nodiscard]] LoopbackServer::Handler site(std::vector<std::string> links,
                                           LoopbackServer::Handler answer);

/// The answer that sends a client elsewhere.
[[nodiscard]] ServerReply redirect(int status, const std::string& location);

}  // namespace kiosque::test
