#include "indexer/crawl/feed_round.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/base/hash.h"
#include "common/base/url.h"
#include "common/index/article.h"
#include "common/index/record.h"
#include "indexer/crawl/find_feed.h"
#include "indexer/feed/feed.h"
#include "indexer/fetch/caching.h"
#include "indexer/pipeline/entry_article.h"

namespace kiosque::crawl {
namespace {

constexpr const char* kFeedTypes =
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5";

/// Differs when the publisher says that an article changed. A plain sitemap's lastmod is left out:
/// many sites set it to the current moment.
std::uint64_t hash_of(const feed::Entry& entry, feed::Format format) {
  std::string text = entry.title + '\0' + entry.summary + '\0' + entry.content;
  if (entry.updated && format != feed::Format::Sitemap) {
    text += std::to_string(entry.updated->utc.time_since_epoch().count());
  }
  return hash64(text);
}

constexpr const char* kChallenge = "shows a challenge page instead: the site blocks programs";

/// True for the page with which a site asks whether a person is there.
bool is_challenge(std::string_view body) {
  return body.find("Just a moment...") != std::string_view::npos;
}

/// What the user is told of a feed that did not answer 200.
std::string trouble_of(const fetch::HttpResponse& response) {
  if (response.status == 410) return "is gone (HTTP 410): no longer asked";
  const std::string status = fmt::format("answers HTTP {}", response.status);
  return is_challenge(response.body) ? fmt::format("{} and {}", status, kChallenge) : status;
}

/// Why what a feed's address answered is no feed; "" if it is one.
std::string why_no_feed(const feed::Feed& read, std::string_view body) {
  if (read.format == feed::Format::Opml) return "is a list of feeds: use `indexer feeds import`";
  if (feed::is_feed(read.format)) return {};
  if (is_challenge(body)) return kChallenge;
  if (!read.alternates.empty()) {
    return "is a page, not a feed; it offers " + read.alternates.front().url;
  }
  return read.error.empty() ? "is no feed" : "is no feed: " + read.error;
}

/// The identity of an entry that links to no page: its own name in its feed, or its title and date.
std::string identity_without_address(const FeedRow& feed, const feed::Entry& entry) {
  std::string name = entry.id;
  if (name.empty()) {
    name = entry.title;
    if (entry.published) name += std::to_string(entry.published->utc.time_since_epoch().count());
  }
  return index::content_url(feed.url + '\n' + name);
}

FeedRow child_of(const FeedRow& index, const feed::Link& link) {
  FeedRow child;
  child.url = link.url;
  child.parent = index.url;
  child.folder = index.folder;
  child.site = index.site;
  child.reach = index.reach;
  return child;
}

}  // namespace

Status FeedRound::open() {
  TRY(const auto feeds, parts_.memory.feeds.all());
  for (const FeedRow& feed : feeds) settings_.emplace(feed.url, feed.settings);
  return Ok{};
}

Result<std::vector<FeedRow>> FeedRound::due() {
  TRY(auto feeds, parts_.memory.feeds.due(parts_.clock.now()));
  std::erase_if(feeds, [&](const FeedRow& feed) { return !done_.insert(feed.url).second; });
  for (const FeedRow& feed : feeds) settings_.insert_or_assign(feed.url, feed.settings);
  return feeds;
}

fetch::Request FeedRound::request_for(const FeedRow& feed) const {
  fetch::Request request;
  request.http.url = feed.url;
  request.http.accept = kFeedTypes;
  request.http.if_none_match = feed.etag;
  request.http.if_modified_since = feed.last_modified;
  request.http.reach = feed.reach;
  request.validators_of = feed.validators_of;
  request.robots = feed.parent.empty() ? fetch::RobotsPolicy::Ignore : fetch::RobotsPolicy::Obey;
  apply_settings(feed.url, feed.url, request.http);
  return request;
}

void FeedRound::apply_settings(const std::string& feed, const std::string& url,
                               fetch::HttpRequest& request) const {
  const auto found = settings_.find(feed);
  if (found == settings_.end()) return;
  request.user_agent = found->second.user_agent;
  if (host_of(feed) == host_of(url)) request.trust = found->second.trust;
}

// In the transaction of the answer: what the user changed while we waited for it counts.
Result<std::optional<Moment>> FeedRound::take(const FeedRow& asked, const fetch::Fetched& fetched) {
  TRY(auto feed, parts_.memory.feeds.find(asked.url));
  if (!feed) {  // no longer subscribed: nothing it says is wanted
    done_.erase(asked.url);
    return std::nullopt;
  }
  settings_.insert_or_assign(asked.url, feed->settings);
  if (fetched.result) {
    TRY(answered(*feed, fetched));
    return std::nullopt;
  }
  const fetch::Failure& error = fetched.result.error();
  if (error.cause == fetch::Cause::Stopped) return std::nullopt;
  if (error.cause != fetch::Cause::Held) {
    TRY(fail(*feed, std::string(fetch::name_of(error.cause)), error.message, std::nullopt));
    return std::nullopt;
  }
  ++report_.feeds_later;
  feed->next_check = fetched.held_until.value_or(parts_.clock.now());
  done_.erase(feed->url);
  TRY(parts_.memory.feeds.save_state(*feed));
  return feed->next_check;
}

Status FeedRound::answered(FeedRow& feed, const fetch::Fetched& fetched) {
  const Moment now = parts_.clock.now();
  const fetch::HttpResponse& response = *fetched.result;
  report_.bytes += response.body.size();
  if (response.status == 304) {
    const std::string_view modified = response.header("last-modified");
    if (!modified.empty()) feed.last_modified = modified;
    ++report_.feeds_unchanged;
    return record(feed, fetched);
  }
  if (response.status == 410) feed.status = FeedStatus::Gone;
  if (response.status != 200) {
    return fail(feed, fmt::format("http-{}", response.status), trouble_of(response),
                fetch::retry_after(response, now));
  }
  const std::uint64_t body_hash = hash64(response.body);
  if (body_hash == feed.body_hash) {
    ++report_.feeds_unchanged;
  } else {
    const feed::Feed read = feed_in(response);
    if (const std::string trouble = why_no_feed(read, response.body); !trouble.empty()) {
      return fail(feed, "no-feed", trouble, std::nullopt);
    }
    TRY(take_entries(feed, read));
  }
  feed.body_hash = body_hash;
  feed.etag = response.header("etag");
  feed.last_modified = response.header("last-modified");
  feed.validators_of = fetched.url;
  return record(feed, fetched);
}

// A feed that answered as one: when to ask next, and whether it lives elsewhere by now.
Status FeedRound::record(FeedRow& feed, const fetch::Fetched& fetched) {
  const Moment now = parts_.clock.now();
  ++report_.feeds_checked;
  feed.last_check = feed.last_success = now;
  if (feed.last_news == Moment{}) feed.last_news = now;
  feed.failures = 0;
  feed.last_error.clear();
  Rhythm rhythm = feed.rhythm;
  rhythm.own = feed.settings.every;
  rhythm.fresh_for = fetch::freshness(*fetched.result, now);
  feed.next_check = next_check(now, rhythm);
  note_redirect(feed.redirect, fetched.permanent_url, now);
  if (!has_moved(feed.redirect, now)) return parts_.memory.feeds.save_state(feed);
  const std::string new_url = std::exchange(feed.redirect, {}).url;
  report_.moved_feeds.push_back({feed.url, new_url});
  settings_.insert_or_assign(new_url, feed.settings);
  TRY(parts_.memory.feeds.save_state(feed));
  return parts_.memory.feeds.move(feed, new_url);
}

// What a feed says of itself, the sitemaps it names, and its entries.
Status FeedRound::take_entries(FeedRow& feed, const feed::Feed& read) {
  if (feed.title.empty()) feed.title = read.title;
  if (feed.site.empty()) feed.site = read.link;
  feed.rhythm = {{}, read.ttl_minutes, read.skip_hours, read.skip_days};
  for (const feed::Link& sitemap : read.sitemaps) {
    TRY(parts_.memory.feeds.add(child_of(feed, sitemap)));
  }
  return offer_entries(feed, read);
}

Status FeedRound::offer_entries(FeedRow& feed, const feed::Feed& read) {
  const Moment now = parts_.clock.now();
  for (const feed::Entry& entry : read.entries) {
    index::Article article = pipeline::article_of_entry(entry, read);
    if (article.url.empty()) article.url = identity_without_address(feed, entry);
    PageRow page;
    page.url = article.url;
    page.address = pipeline::address_of_entry(entry);
    page.host = host_of(page.address);
    page.feed = feed.url;
    page.reach = feed.reach;
    page.next_check = page.first_seen = now;
    page.entry_hash = hash_of(entry, read.format);
    page.entry = index::encode_record(article);
    TRY(const Offer offer, parts_.memory.pages.offer(page));
    if (offer == Offer::New) feed.last_news = now;
    // Another feed may have been first with it: then its date tells that this one is alive.
    if (entry.published && entry.published->utc <= now) {
      feed.last_news = std::max(feed.last_news, entry.published->utc);
    }
  }
  return Ok{};
}

Status FeedRound::fail(FeedRow& feed, const std::string& cause, const std::string& message,
                       std::optional<Moment> retry_after) {
  const Moment now = parts_.clock.now();
  if (feed.failures++ == 0) feed.failing_since = now;
  feed.last_check = now;
  feed.last_error = message;
  feed.next_check = next_try(now, feed.failures, feed.failing_since, retry_after);
  ++report_.failures[cause];
  report_.failing_feeds.push_back({feed.url, message});
  if (parts_.observer.failed) parts_.observer.failed(feed.url, message);
  return parts_.memory.feeds.save_state(feed);
}

}  // namespace kiosque::crawl
