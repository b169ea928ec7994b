// The part of Night that deals with hosts: whether they, or the whole network, are there, how they
// are to be asked, and how long they take.
#include <algorithm>
#include <utility>

#include "common/base/url.h"
#include "indexer/crawl/night.h"

namespace kiosque::crawl {
namespace {

using std::chrono::milliseconds;

constexpr std::chrono::minutes kShortPause{10};

}  // namespace

void Night::leave(const char* why) {
  if (leaving_) return;
  leaving_ = true;
  report_.stopped_by = why;
  parts_.fetcher.drop_waiting();
}

bool Night::network_is_away(bool idle) const {
  constexpr std::size_t kMany = 10;
  std::set<std::string> hosts;
  for (const Answer& answer : unreached_) {
    hosts.insert(host_of(answer.feed ? answer.feed->url : answer.page->address));
  }
  if (idle) return !answered_ && hosts.size() > 1;
  return hosts.size() >= kMany &&
         std::chrono::steady_clock::now() - unreached_since_ >= options_.network_patience;
}

// Blames those who could not be reached, now that it is known to be their fault; or nobody.
Status Night::release_unreached() {
  auto unreached = std::exchange(unreached_, {});
  if (network_away_) return Ok{};
  Status recorded = parts_.memory.transaction([&]() -> Status {
    for (Answer& answer : unreached) {
      if (Status taken = take_one(std::move(answer)); !taken) return taken;
    }
    return Ok{};
  });
  return recorded ? index_arrivals() : recorded;
}

void Night::apply_settings(const std::string& feed, const std::string& url,
                           fetch::HttpRequest& request) const {
  const auto found = settings_.find(feed);
  if (found == settings_.end()) return;
  request.user_agent = found->second.user_agent;
  if (host_of(feed) == host_of(url)) request.trust = found->second.trust;
}

void Night::wait_at_least_until(Moment moment) {
  short_pause_ = std::max(short_pause_.value_or(moment), moment);
}

bool Night::may_wait() const {
  const Moment now = parts_.clock.now();
  return options_.waiting == Waiting::ForShortPauses && short_pause_ && *short_pause_ >= now &&
         *short_pause_ - now <= kShortPause;
}

void Night::count_host(const std::string& url, milliseconds elapsed) {
  if (elapsed == milliseconds{0}) return;  // nobody was asked
  const std::string host = host_of(url);
  RunReport::HostTime& time = hosts_[host];
  time.host = host;
  ++time.requests;
  time.total += elapsed;
}

}  // namespace kiosque::crawl
