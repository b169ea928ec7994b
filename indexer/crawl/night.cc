#include "indexer/crawl/night.h"

#include <algorithm>
#include <set>
#include <utility>

#include "common/base/url.h"

namespace kiosque::crawl {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kTick{250};
constexpr std::chrono::minutes kShortPause{10};
constexpr std::chrono::days kSilence{30};
constexpr std::size_t kSlowest = 10;

/// True if nobody was there to answer, which may be our own network's doing.
bool is_unreached(const fetch::HttpResult& result) {
  return !result && (result.error().cause == fetch::Cause::Dns ||
                     result.error().cause == fetch::Cause::Connect);
}

/// The URL that was asked.
const std::string& address_of(const std::variant<FeedRow, PageRow>& asked) {
  const auto* feed = std::get_if<FeedRow>(&asked);
  return feed != nullptr ? feed->url : std::get<PageRow>(asked).address;
}

}  // namespace

Night::Night(Parts parts, Options options)
    : parts_(std::move(parts)),
      options_(options),
      feeds_(parts_, report_),
      pages_(parts_, report_) {}

Result<RunReport> Night::run() {
  report_.started = parts_.clock.now();
  TRY(const std::int64_t run_id, parts_.memory.runs.begin(report_.started));
  TRY(feeds_.open());
  TRY(pages_.recover());
  TRY(work());
  TRY(finish());
  TRY(parts_.memory.runs.end(run_id, report_.ended, to_json(report_)));
  return report_;
}

Status Night::work() {
  const auto started = std::chrono::steady_clock::now();
  auto last_checkpoint = started;
  for (;;) {
    const auto now = std::chrono::steady_clock::now();
    const bool out_of_time = options_.most_time && now - started >= *options_.most_time;
    if (parts_.stop) {
      leave("signal");
    } else if (out_of_time) {
      leave("time");
    }
    if (!leaving_) {
      TRY(top_up());
    }
    const bool idle = parts_.fetcher.pending() == 0;
    if (network_is_away(idle)) {
      network_away_ = true;
      leave("network");
    }
    if (idle && !unreached_.empty()) {
      TRY(release_unreached());
    }
    const bool due = pages_.outcomes() >= options_.checkpoint_articles ||
                     now - last_checkpoint >= options_.checkpoint_every;
    if (pages_.outcomes() > 0 && (idle || due)) {
      TRY(pages_.checkpoint());
      last_checkpoint = now;
      continue;
    }
    if (idle && (leaving_ || !may_wait())) return Ok{};
    TRY(take(parts_.fetcher.wait(kTick)));
    if (parts_.observer.progress) parts_.observer.progress(report_, parts_.fetcher.pending());
  }
}

// Hands the fetcher what is due: every feed, some pages of each host.
Status Night::top_up() {
  TRY(auto feeds, feeds_.due());
  for (FeedRow& feed : feeds) {
    fetch::Request request = feeds_.request_for(feed);
    ask(std::move(feed), std::move(request));
  }
  TRY(auto pages, pages_.due());
  for (PageRow& page : pages) {
    fetch::Request request = PageRound::request_for(page);
    feeds_.apply_settings(page.feed, page.address, request.http);
    ask(std::move(page), std::move(request));
  }
  return pages_.index_arrivals();
}

void Night::ask(Asked asked, fetch::Request request) {
  request.id = next_request_++;
  asked_.emplace(request.id, std::move(asked));
  parts_.fetcher.add(std::move(request));
}

Status Night::take(std::vector<fetch::Fetched> answers) {
  if (answers.empty()) return Ok{};
  bool somebody_answered = false;
  TRY(parts_.memory.transaction([&]() -> Status {
    for (fetch::Fetched& fetched : answers) {
      auto asked = asked_.extract(fetched.id);
      if (!asked) continue;
      Answer answer{std::move(asked.mapped()), std::move(fetched)};
      count_host(address_of(answer.asked), answer.fetched.elapsed);
      if (is_unreached(answer.fetched.result)) {
        if (unreached_.empty()) unreached_since_ = std::chrono::steady_clock::now();
        unreached_.push_back(std::move(answer));
        continue;
      }
      if (answer.fetched.result) somebody_answered = true;
      TRY(take_one(std::move(answer)));
    }
    return Ok{};
  }));
  answered_ = answered_ || somebody_answered;
  if (somebody_answered && !unreached_.empty()) {
    TRY(release_unreached());
  }
  return pages_.index_arrivals();
}

Status Night::take_one(Answer answer) {
  auto* page = std::get_if<PageRow>(&answer.asked);
  TRY(const std::optional<Moment> held_until,
      page != nullptr ? pages_.take(std::move(*page), std::move(answer.fetched))
                      : feeds_.take(std::get<FeedRow>(answer.asked), answer.fetched));
  if (held_until) short_pause_ = std::max(short_pause_.value_or(*held_until), *held_until);
  return Ok{};
}

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
    hosts.insert(host_of(address_of(answer.asked)));
  }
  if (idle) return !answered_ && hosts.size() > 1;
  return hosts.size() >= kMany &&
         std::chrono::steady_clock::now() - unreached_since_ >= options_.network_patience;
}

// Takes the answers of hosts that could not be reached as failures of theirs, unless our network is
// away.
Status Night::release_unreached() {
  auto unreached = std::exchange(unreached_, {});
  if (network_away_) return Ok{};
  TRY(parts_.memory.transaction([&]() -> Status {
    for (Answer& answer : unreached) {
      TRY(take_one(std::move(answer)));
    }
    return Ok{};
  }));
  return pages_.index_arrivals();
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

Status Night::finish() {
  TRY(pages_.checkpoint());
  report_.ended = parts_.clock.now();
  for (auto& [name, host] : hosts_) report_.hosts.push_back(host);
  std::sort(report_.hosts.begin(), report_.hosts.end(), [](const auto& a, const auto& b) {
    return a.total / static_cast<double>(a.requests) > b.total / static_cast<double>(b.requests);
  });
  if (report_.hosts.size() > kSlowest) report_.hosts.resize(kSlowest);
  TRY(const auto feeds, parts_.memory.feeds.all());
  for (const FeedRow& feed : feeds) {
    const bool silent = feed.last_success != Moment{} && report_.ended - feed.last_news > kSilence;
    if (silent && feed.status == FeedStatus::Active) report_.silent_feeds.push_back(feed.url);
  }
  return Ok{};
}

}  // namespace kiosque::crawl
