#include "indexer/crawl/night.h"

#include <algorithm>
#include <utility>

#include "indexer/archive/archive.h"
#include "indexer/fetch/address.h"

namespace kiosque::crawl {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kTick{250};
constexpr int kPagesPerHost = 20;
constexpr std::chrono::days kSilence{30};
constexpr std::size_t kSlowest = 10;

constexpr const char* kFeedTypes =
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5";
constexpr const char* kPageTypes = "text/html, application/xhtml+xml, */*;q=0.5";
constexpr std::size_t kPageBytes = 8u << 20;

/// True if nobody was there to answer, which may be our own network's doing.
bool is_unreached(const fetch::HttpResult& result) {
  return !result && (result.error().cause == fetch::Cause::Dns ||
                     result.error().cause == fetch::Cause::Connect);
}

}  // namespace

Night::Night(Parts parts, Options options, Observer observer)
    : parts_(parts), options_(std::move(options)), observer_(std::move(observer)) {}

Result<RunReport> Night::run() {
  report_.started = parts_.clock.now();
  const auto run_id = parts_.memory.runs.begin(report_.started);
  if (!run_id) return run_id.error();
  const auto feeds = parts_.memory.feeds.all();
  if (!feeds) return feeds.error();
  for (const FeedRow& feed : *feeds) settings_.emplace(feed.url, feed.settings);
  if (Status recovered = recover(); !recovered) return recovered.error();
  if (Status worked = work(); !worked) return worked.error();
  if (Status finished = finish(); !finished) return finished.error();
  Status ended = parts_.memory.runs.end(*run_id, report_.ended, to_json(report_));
  if (!ended) return ended.error();
  return report_;
}

// Indexes what an earlier run fetched but did not live to index.
Status Night::recover() {
  auto pages = parts_.memory.pages.in(PageStatus::Fetched);
  if (!pages) return pages.error();
  for (PageRow& page : *pages) {
    auto reader = archive::Reader::open(options_.archive / page.archive_file,
                                        static_cast<std::uint64_t>(page.archive_offset));
    std::optional<archive::Page> found = reader ? reader->next() : std::nullopt;
    if (!found) {  // the archive lost it in a power cut, or was taken away
      page.status = PageStatus::New;
      if (Status saved = parts_.memory.pages.save(page); !saved) return saved;
      continue;
    }
    pages_busy_.insert(page.id);
    Status indexed = index({std::move(page), std::move(found->url), std::move(found->content_type),
                            std::move(found->body)});
    if (!indexed) return indexed;
  }
  return checkpoint();
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
      if (Status topped = top_up(); !topped) return topped;
    }
    const bool idle = parts_.fetcher.pending() == 0;
    if (network_is_away(idle)) {
      network_away_ = true;
      leave("network");
    }
    if (idle && !unreached_.empty()) {
      if (Status released = release_unreached(); !released) return released;
    }
    const bool due = outcomes_.size() >= options_.checkpoint_articles ||
                     now - last_checkpoint >= options_.checkpoint_every;
    if (!outcomes_.empty() && (idle || due)) {
      if (Status done = checkpoint(); !done) return done;
      last_checkpoint = now;
      continue;
    }
    if (idle && (leaving_ || !may_wait())) return Ok{};
    if (Status taken = take(parts_.fetcher.wait(kTick)); !taken) return taken;
    if (observer_.progress) observer_.progress(report_, parts_.fetcher.pending());
  }
}

// Hands the fetcher what is due: every feed, some pages of each host.
Status Night::top_up() {
  const Moment now = parts_.clock.now();
  auto feeds = parts_.memory.feeds.due(now);
  if (!feeds) return feeds.error();
  for (FeedRow& feed : *feeds) {
    if (feeds_done_.insert(feed.url).second) ask_feed(std::move(feed));
  }
  auto pages = parts_.memory.pages.due(now, kPagesPerHost);
  if (!pages) return pages.error();
  for (PageRow& page : *pages) {
    if (!pages_busy_.insert(page.id).second) continue;
    if (page.address.empty()) {
      entry_is_all(std::move(page));
    } else {
      ask_page(std::move(page));
    }
  }
  return index_arrivals();
}

// An entry without a page: what the feed says is the article.
void Night::entry_is_all(PageRow page) {
  page.status = PageStatus::Kept;
  summaries_.push_back(page);
  outcomes_.push_back(std::move(page));
}

void Night::ask_feed(FeedRow feed) {
  fetch::Request request;
  request.id = next_request_++;
  request.http.url = feed.url;
  request.http.accept = kFeedTypes;
  request.http.if_none_match = feed.etag;
  request.http.if_modified_since = feed.last_modified;
  request.http.reach = feed.reach;
  request.validators_of = feed.validators_of;
  request.robots = feed.parent.empty() ? fetch::RobotsPolicy::Ignore : fetch::RobotsPolicy::Obey;
  settings_.insert_or_assign(feed.url, feed.settings);
  apply_settings(feed.url, feed.url, request.http);
  feeds_.emplace(request.id, std::move(feed));
  parts_.fetcher.add(std::move(request));
}

void Night::ask_page(PageRow page) {
  fetch::Request request;
  request.id = next_request_++;
  request.http.url = page.address;
  request.http.accept = kPageTypes;
  request.http.if_none_match = page.etag;
  request.http.if_modified_since = page.last_modified;
  request.http.reach = page.reach;
  request.http.limit_bytes = kPageBytes;
  apply_settings(page.feed, page.address, request.http);
  pages_.emplace(request.id, std::move(page));
  parts_.fetcher.add(std::move(request));
}

Status Night::take(std::vector<fetch::Fetched> answers) {
  if (answers.empty()) return Ok{};
  bool somebody_answered = false;
  Status recorded = parts_.memory.transaction([&]() -> Status {
    for (fetch::Fetched& fetched : answers) {
      Answer answer{.feed = {}, .page = {}, .fetched = std::move(fetched)};
      if (auto feed = feeds_.extract(answer.fetched.id)) {
        answer.feed = std::move(feed.mapped());
      } else if (auto page = pages_.extract(answer.fetched.id)) {
        answer.page = std::move(page.mapped());
      } else {
        continue;
      }
      count_host(answer.feed ? answer.feed->url : answer.page->address, answer.fetched.elapsed);
      if (is_unreached(answer.fetched.result)) {
        if (unreached_.empty()) unreached_since_ = std::chrono::steady_clock::now();
        unreached_.push_back(std::move(answer));
        continue;
      }
      if (answer.fetched.result) somebody_answered = true;
      if (Status taken = take_one(std::move(answer)); !taken) return taken;
    }
    return Ok{};
  });
  if (!recorded) return recorded;
  answered_ = answered_ || somebody_answered;
  if (somebody_answered && !unreached_.empty()) {
    if (Status released = release_unreached(); !released) return released;
  }
  return index_arrivals();
}

Status Night::take_one(Answer answer) {
  if (answer.feed) return take_feed(*answer.feed, answer.fetched);
  return take_page(std::move(*answer.page), std::move(answer.fetched));
}

// Outside the transaction: what an article was before must be stored before the index forgets it.
Status Night::index_arrivals() {
  for (Arrival& arrival : std::exchange(arrivals_, {})) {
    if (Status indexed = index(std::move(arrival)); !indexed) return indexed;
  }
  for (const PageRow& page : std::exchange(summaries_, {})) {
    if (Status indexed = index_entry_of(page); !indexed) return indexed;
  }
  return Ok{};
}

Status Night::checkpoint() {
  if (parts_.archive != nullptr) {
    if (Status synced = parts_.archive->sync(); !synced) return synced;
  }
  if (Status committed = parts_.writer.commit(); !committed) return committed;
  if (Status reopened = parts_.reader.reopen(); !reopened) return reopened;
  Status recorded = parts_.memory.transaction([&]() -> Status {
    for (const PageRow& page : outcomes_) {
      if (Status saved = parts_.memory.pages.save(page); !saved) return saved;
    }
    return Ok{};
  });
  if (!recorded) return recorded;
  for (const PageRow& page : outcomes_) pages_busy_.erase(page.id);
  outcomes_.clear();
  return Ok{};
}

Status Night::finish() {
  if (Status done = checkpoint(); !done) return done;
  report_.ended = parts_.clock.now();
  for (auto& [name, host] : hosts_) report_.hosts.push_back(host);
  std::sort(report_.hosts.begin(), report_.hosts.end(), [](const auto& a, const auto& b) {
    return a.total / static_cast<double>(a.requests) > b.total / static_cast<double>(b.requests);
  });
  if (report_.hosts.size() > kSlowest) report_.hosts.resize(kSlowest);
  auto feeds = parts_.memory.feeds.all();
  if (!feeds) return feeds.error();
  for (const FeedRow& feed : *feeds) {
    const bool silent = feed.last_success != Moment{} && report_.ended - feed.last_news > kSilence;
    if (silent && feed.status == FeedStatus::Active) report_.silent_feeds.push_back(feed.url);
  }
  return Ok{};
}

}  // namespace kiosque::crawl
