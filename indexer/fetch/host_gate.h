#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <unordered_map>

namespace kiosque::fetch {

/// The host whose wishes for a pause `host` shares: itself, or the service that many sites live on.
///
///   loups.tumblr.com -> tumblr.com      www.lemonde.fr -> www.lemonde.fr
[[nodiscard]] std::string host_family(const std::string& host);

/// Keeps us polite: one request at a time for each host, and a pause after each. A pure state
/// machine; the caller tells the time.
class HostGate {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Duration = std::chrono::milliseconds;

  /// `delay`: from the end of a request to the start of the next to the same host.
  /// `first_free`: no host is asked before (after a crash: who knows what was just asked).
  HostGate(Duration delay, Time first_free) : delay_(delay), first_free_(first_free) {}

  /// When `host` may be asked next (may be past), or nothing while a request to it is under way.
  [[nodiscard]] std::optional<Time> ready_at(const std::string& host) const;

  /// REQUIRES: ready_at(host) has come. Each begin is followed by its end.
  void begin(const std::string& host);
  /// `jitter` is added to the pause.
  void end(const std::string& host, Time now, Duration jitter = Duration{0});

  /// A host's own wish for a longer pause (Crawl-delay); a shorter one is not heeded.
  void set_delay(const std::string& host, Duration delay);

  /// Lets nobody ask `host` before `until` (a short Retry-After).
  void hold(const std::string& host, Time until);

 private:
  struct State {
    bool busy = false;
    Duration delay{0};
    Time next{};
  };
  State& state(const std::string& host);

  Duration delay_;
  Time first_free_;
  std::unordered_map<std::string, State> hosts_;
};

}  // namespace kiosque::fetch
