#pragma once
// Fetches URLs politely.
//
// In: Requests, any number. Out: a Fetched for each, as they end: an answer, or a Failure and its
// Cause. robots.txt, pauses between requests to a host, Retry-After and redirects are dealt with.
// Main types: Request, Fetched, Fetcher, HostMemory.
// Also open to other rooms: indexer/fetch/http_client.h (a request, its answer, and who sends
// them), indexer/fetch/curl_client.h (the real sender), indexer/fetch/caching.h (how long an answer
// stays fresh).
//
// Example (tests/unit/indexer/fetch/example_test.cc):
//   Fetcher fetcher(client, memory, clock, {.product_token = "kiosque"});
//   fetcher.add({.id = 1, .http = {.url = "http://fanal.example/une"}});
//   fetcher.add({.id = 2, .http = {.url = "http://fanal.example/prive"}});
//   std::map<std::uint64_t, Fetched> ended;
//   while (fetcher.pending() > 0) {
//     for (Fetched& fetched : fetcher.wait(std::chrono::seconds(1))) ended[fetched.id] = fetched;
//   }
//   EXPECT_EQ(ended[1].result->body, "Bonjour");
//   EXPECT_EQ(ended[2].result.error().cause, Cause::Robots);

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/base/url.h"
#include "common/date/date.h"
#include "indexer/fetch/host_gate.h"
#include "indexer/fetch/http_client.h"
#include "indexer/fetch/robots.h"

namespace kiosque::fetch {

/// A robots.txt as it was last answered.
struct RobotsCopy {
  int status = 0;  ///< 0: the host could not be reached
  std::string body;
  std::chrono::sys_seconds fetched{};
};

/// What is remembered of hosts from one run to the next. The Fetcher asks and tells.
class HostMemory {
 public:
  virtual ~HostMemory() = default;
  [[nodiscard]] virtual std::optional<RobotsCopy> robots(const std::string& origin) = 0;
  virtual void keep_robots(const std::string& origin, const RobotsCopy& copy) = 0;
  /// Until when the host does not want to be asked (Retry-After).
  [[nodiscard]] virtual std::optional<std::chrono::sys_seconds> held_until(
      const std::string& host) = 0;
  virtual void hold(const std::string& host, std::chrono::sys_seconds until) = 0;
  /// Until when the host is to be asked by https only (Strict-Transport-Security).
  [[nodiscard]] virtual std::optional<std::chrono::sys_seconds> https_until(
      const std::string& host) = 0;
  virtual void keep_https(const std::string& host, std::chrono::sys_seconds until) = 0;
};

/// Feeds that a user subscribed to are fetched whatever robots.txt says; what the crawler finds by
/// itself is not.
enum class RobotsPolicy { Ignore, Obey };

struct Request {
  std::uint64_t id = 0;
  HttpRequest http;
  RobotsPolicy robots = RobotsPolicy::Obey;
  std::string validators_of = {};  ///< URL whose answer the validators came with; empty: any
};

/// The end of a request: an answer that is no redirect, or why there is none.
struct Fetched {
  std::uint64_t id = 0;
  HttpResult result;
  std::string url;            ///< that was asked last
  std::string permanent_url;  ///< where redirects led, if all of them were 301 or 308; else empty
  std::chrono::milliseconds elapsed{0};  ///< of the requests alone, without waiting for the host
  std::optional<std::chrono::sys_seconds> held_until;  ///< with Cause::Held
};

struct Options {
  std::string product_token = "kiosque";  ///< our name in robots.txt
  std::chrono::milliseconds host_delay{1500};
  std::size_t most_at_once = 64;
  int most_redirects = 10;
  std::chrono::seconds patience{30};  ///< a longer Retry-After ends in Cause::Held
  double jitter = 0.25;               ///< share of the delay that chance adds at most
  bool quiet_start = false;           ///< wait `host_delay` before the first request of all
};

/// Fetches politely: robots.txt (RFC 9309, kept a day), one request at a time per host with a pause
/// and some jitter between, Retry-After for the whole host, https kept where a host asks for it,
/// redirects hop by hop with loop and downgrade checks; validators go only to the URL they are of.
/// Used from one thread.
class Fetcher {
 public:
  /// All references must outlive the Fetcher.
  Fetcher(HttpClient& client, HostMemory& memory, const date::Clock& clock, Options options);

  void add(Request request);

  /// Requests added and not yet returned by `wait`.
  [[nodiscard]] std::size_t pending() const noexcept { return pending_ + ended_.size(); }

  /// Returns what has ended, waiting up to `at_most` for the first.
  [[nodiscard]] std::vector<Fetched> wait(std::chrono::milliseconds at_most);

  /// Ends with Cause::Stopped all that is not yet under way.
  void drop_waiting();

 private:
  using Time = HostGate::Time;
  struct Job {
    Request request;
    Url url;                          ///< that is asked: `request.http.url`, parsed
    std::optional<Url> robots_of;     ///< whose robots.txt this is; nothing for a page or feed
    std::vector<std::string> passed;  ///< URLs that redirected, in order
    bool all_permanent = true;
    std::chrono::milliseconds elapsed{0};
    std::optional<std::chrono::sys_seconds> held_until;
  };
  enum class RobotsState { Unknown, Asked, Known, Unreachable };
  struct Origin {
    RobotsState state = RobotsState::Unknown;
    Cause trouble = Cause::Network;  ///< with Unreachable
    RobotsRules rules;
    std::vector<Job> waiting;  ///< for the answer
  };
  enum class Place { Front, Back };

  static void go_to(Job& job, Url url);
  void admit(Job job, Place place);
  void learn_robots(const Url& url, const RobotsCopy& copy);
  void ask_robots(const Job& page);
  void start_ready(Time now);
  void start_next(const std::string& host);
  [[nodiscard]] std::chrono::milliseconds time_to_next(Time now) const;
  void finish(HttpFinished finished);
  void heed_pause(const Job& job, const HttpResponse& response);
  void heed_https(const Job& job, const HttpResponse& response);
  [[nodiscard]] std::chrono::milliseconds jitter();
  void follow(Job job, const HttpResponse& response);
  void end_robots(const Job& job, const HttpResult& result);
  void end(const Job& job, HttpResult result);
  void fail(const Job& job, Cause cause, std::string message);

  HttpClient& client_;
  HostMemory& memory_;
  const date::Clock& clock_;
  Options options_;
  HostGate gate_;
  std::unordered_map<std::string, std::deque<Job>> queues_;  ///< by host
  std::unordered_map<std::string, Origin> origins_;
  std::unordered_map<std::uint64_t, Job> running_;
  std::vector<Fetched> ended_;
  std::uint64_t next_id_ = 0;
  std::size_t pending_ = 0;
  std::minstd_rand random_{std::random_device{}()};
};

}  // namespace kiosque::fetch
