// A night in miniature: many feeds on many hosts, faults of every kind, a crawler that is killed
// again and again, and then a second night with nothing new.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <map>
#include <mutex>
#include <random>
#include <thread>

#include "indexer/crawl/memory.h"
#include "indexer/write/stored_article.h"
#include "tests/support/loopback_server.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

using std::chrono::milliseconds;
using test::Hit;
using test::LoopbackServer;
using test::ServerReply;
using test::ServerRequest;

constexpr int kHosts = 50;
constexpr int kFeedsPerHost = 4;
constexpr int kEntries = 25;
constexpr int kKills = 20;
constexpr milliseconds kDelay{10};

std::string host_name(int host) { return fmt::format("journal{:02}.example", host); }
std::string page_path(int feed, int entry) { return fmt::format("/article-{}-{}", feed, entry); }

std::string in_an_hour() {
  return date::format_rfc822(date::SystemClock().now() + std::chrono::hours(1));
}

/// The press of fifty publishers. Some answers fail, each only the first time.
class Press {
 public:
  ServerReply answer(const ServerRequest& request) {
    const int visit = count(request.host + request.path);
    if (request.path == "/robots.txt") return robots(request.host);
    if (request.path.starts_with("/feed-")) return feed(request, visit);
    if (request.path.starts_with("/go/")) {
      return {.status = 301, .headers = {"Location: /article-" + request.path.substr(4)}};
    }
    return page(request, visit);
  }

 private:
  int count(const std::string& key) {
    const std::lock_guard lock(mutex_);
    return ++visits_[key];
  }

  static ServerReply robots(const std::string& host) {
    if (host < "journal25") return {.status = 404};
    return {.body = "User-agent: *\nDisallow: /prive\n"};
  }

  static ServerReply feed(const ServerRequest& request, int visit) {
    const int number = request.path[6] - '0';
    const int fault = (std::stoi(request.host.substr(7, 2)) * kFeedsPerHost + number) % 20;
    ServerReply good{.body = feed_body(request.host, number), .headers = {"ETag: W/\"un\""}};
    if (request.header("if-none-match") == "W/\"un\"") return {.status = 304};
    if (visit > 1) return good;
    switch (fault) {
      case 1:
        return {.status = 500};
      case 2:
        return {.status = 503, .headers = {"Retry-After: 1800"}};
      case 3:
        return {.status = 429, .headers = {"Retry-After: " + in_an_hour()}};
      case 4:
        good.reset = true;
        return good;
      case 5:
        good.claimed_length = good.body.size() + 100;
        return good;
      case 6:
        return {.body = "<html><body>Maintenance</body></html>", .headers = {"ETag: \"x\""}};
      case 7:
        return {.status = 404};
      default:
        return good;
    }
  }

  static std::string feed_body(const std::string& host, int number) {
    std::string items;
    for (int entry = 0; entry < kEntries; ++entry) {
      const std::string path =
          entry == 7 ? fmt::format("/go/{}-{}", number, entry) : page_path(number, entry);
      items += fmt::format("<item><title>Titre {0}</title><link>http://{1}{2}</link></item>", entry,
                           host, path);
    }
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>" + host + "</title>" +
           items + "</channel></rss>";
  }

  static ServerReply page(const ServerRequest& request, int visit) {
    const std::size_t fault = std::hash<std::string>()(request.host + request.path) % 100;
    const std::string text =
        "La r\xC3\xA9"
        "daction de " +
        request.host + " raconte " + request.path +
        ", une histoire assez longue pour un paragraphe.";
    ServerReply good{.body =
                         "<!DOCTYPE html><html><head><title>Titre</title></head><body>"
                         "<article><h1>Titre</h1><p>" +
                         text + "</p><p>" + text + "</p></article></body></html>",
                     .headers = {"Content-Type: text/html; charset=utf-8"},
                     .pause_before = milliseconds(1)};
    if (visit > 1) return good;
    switch (fault) {
      case 1:
        return {.status = 500};
      case 2:
        good.reset = true;
        return good;
      case 3:
        return {.status = 404};
      case 4:
        return {.status = 503, .headers = {"Retry-After: 60"}};
      default:
        return good;
    }
  }

  std::mutex mutex_;
  std::map<std::string, int> visits_;
};

class Night : public testing::Test {
 protected:
  Night() {
    crawl::Memory memory = crawl::Memory::open(dir_.path()).value();
    (void)memory.transaction([&]() -> Status {
      for (int host = 0; host < kHosts; ++host) {
        for (int feed = 0; feed < kFeedsPerHost; ++feed) {
          crawl::FeedRow row;
          row.url = fmt::format("http://{}/feed-{}.xml", host_name(host), feed);
          (void)memory.feeds.add(row);
        }
      }
      return Ok{};
    });
  }

  /// Crawls as if it were so many hours later; kills the crawler after `life`, if it lives so long.
  void crawl(int hours_later, milliseconds life = std::chrono::minutes(2)) {
    const std::string program = test::program_path("night_crawler").string();
    const std::string hours = std::to_string(hours_later);
    const std::string delay = std::to_string(kDelay.count());
    const std::string address = server_.address();
    const pid_t child = fork();
    if (child == 0) {
      const int null = dup2(STDERR_FILENO, STDOUT_FILENO);
      (void)null;
      execl(program.c_str(), program.c_str(), dir_.path().c_str(), address.c_str(), hours.c_str(),
            delay.c_str(), nullptr);
      _exit(127);
    }
    const auto until = std::chrono::steady_clock::now() + life;
    int status = 0;
    while (waitpid(child, &status, WNOHANG) == 0) {
      if (std::chrono::steady_clock::now() >= until) {
        kill(child, SIGKILL);
        waitpid(child, &status, 0);
        ++killed_;
        break;
      }
      std::this_thread::sleep_for(milliseconds(2));
    }
    ASSERT_FALSE(WIFEXITED(status) && WEXITSTATUS(status) != 0 && WEXITSTATUS(status) != 3)
        << "exit status " << WEXITSTATUS(status);
    server_.wait_until_idle();  // a killed client's last request is over, too
  }

  /// Pairs of requests to one host that came too close.
  [[nodiscard]] std::size_t rude_requests() const {
    std::map<std::string, std::vector<Hit>> by_host;
    for (const Hit& hit : server_.hits()) by_host[hit.host].push_back(hit);
    std::size_t rude = 0;
    for (auto& [host, hits] : by_host) {
      std::sort(hits.begin(), hits.end(),
                [](const Hit& a, const Hit& b) { return a.begin < b.begin; });
      for (std::size_t i = 1; i < hits.size(); ++i) {
        if (hits[i].begin - hits[i - 1].end < kDelay) ++rude;
      }
    }
    return rude;
  }

  Press press_;
  LoopbackServer server_{[this](const ServerRequest& request) { return press_.answer(request); }};
  test::TempDir dir_;
  int killed_ = 0;
};

TEST_F(Night, IndexesEveryArticleOnceWhateverHappens) {
  std::mt19937 random(20240603);
  std::uniform_int_distribution<int> life_ms(40, 400);

  for (int i = 0; i < kKills; ++i) crawl(0, milliseconds(life_ms(random)));
  for (int hours = 0; hours <= 16; hours += 2) crawl(hours);

  EXPECT_GE(killed_, kKills / 2);
  EXPECT_EQ(rude_requests(), 0u);
  const auto hits = server_.hits();
  const auto pages_given = std::count_if(hits.begin(), hits.end(), [](const Hit& hit) {
    return hit.status == 200 && hit.path.starts_with("/article-");
  });
  // A page is asked for again only if the crawler was killed with its answer in hand.
  EXPECT_LE(pages_given, kHosts * kFeedsPerHost * kEntries * 101 / 100 + kKills * kHosts);
  std::cout << fmt::format(
      "{} of {} runs killed, then 9 in peace: {} requests, {} pages given of {} articles, {} too "
      "close together\n",
      killed_, kKills, hits.size(), pages_given, kHosts * kFeedsPerHost * kEntries,
      rude_requests());
  index::Reader reader = index::Reader::open(std::array{dir_.path()}).value();
  EXPECT_EQ(reader.database().get_doccount(), unsigned{kHosts * kFeedsPerHost * kEntries});
  for (int host = 0; host < kHosts; ++host) {
    for (int page = 0; page < kFeedsPerHost * kEntries; ++page) {
      const std::string path = page_path(page / kEntries, page % kEntries);
      const auto article = write::find_article(reader, "http://" + host_name(host) + path).value();
      ASSERT_TRUE(article) << host_name(host) << path;
      ASSERT_FALSE(article->summary_only) << host_name(host) << path;
    }
  }

  server_.forget_hits();
  crawl(40);

  const auto second = server_.hits();
  EXPECT_EQ(second.size(), std::size_t{kHosts} * kFeedsPerHost);
  std::cout << fmt::format("second night: {} requests for {} feeds\n", second.size(),
                           kHosts * kFeedsPerHost);
  for (const Hit& hit : second) {
    EXPECT_TRUE(hit.conditional) << hit.host << hit.path;
    EXPECT_EQ(hit.status, 304) << hit.host << hit.path;
  }
}

}  // namespace
}  // namespace kiosque::test
