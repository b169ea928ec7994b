#include "indexer/crawl/feeds.h"

#include <string_view>

#include "indexer/crawl/sqlite.h"

namespace kiosque::crawl {
namespace {

/// What the user says of a feed, or the sitemap index that named it.
constexpr const char* kWishColumns = "folder, reach, parent, every_minutes, user_agent, trust";
/// What a crawl finds out.
constexpr const char* kStateColumns =
    "title, site, status, etag, last_modified, body_hash, next_check, last_check, last_success, "
    "last_news, failures, failing_since, last_error, redirect_url, redirect_since, redirect_count, "
    "rhythm, validators_of";

std::string feed_columns() {
  return std::string("id, url, ") + kWishColumns + ", " + kStateColumns;
}

FeedRow read_feed(Statement& row) {
  FeedRow feed;
  feed.id = row.number();
  feed.url = row.text();
  feed.folder = row.text();
  feed.reach = row.number<fetch::Reach>();
  feed.parent = row.text();
  feed.settings.every = std::chrono::minutes(row.number());
  feed.settings.user_agent = row.text();
  feed.settings.trust = row.number<fetch::Trust>();
  feed.title = row.text();
  feed.site = row.text();
  feed.status = row.number<FeedStatus>();
  feed.etag = row.text();
  feed.last_modified = row.text();
  feed.body_hash = row.number<std::uint64_t>();
  feed.next_check = row.moment();
  feed.last_check = row.moment();
  feed.last_success = row.moment();
  feed.last_news = row.moment();
  feed.failures = row.number<int>();
  feed.failing_since = row.moment();
  feed.last_error = row.text();
  feed.redirect.url = row.text();
  feed.redirect.since = row.moment();
  feed.redirect.count = row.number<int>();
  feed.rhythm = rhythm_from_text(row.text());
  feed.validators_of = row.text();
  return feed;
}

Statement& bind_wishes(Statement& statement, const FeedRow& feed) {
  statement.bind(feed.folder).bind(feed.reach).bind(feed.parent);
  statement.bind(feed.settings.every.count()).bind(feed.settings.user_agent);
  return statement.bind(feed.settings.trust);
}

Statement& bind_state(Statement& statement, const FeedRow& feed) {
  statement.bind(feed.title).bind(feed.site).bind(feed.status).bind(feed.etag);
  statement.bind(feed.last_modified).bind(feed.body_hash).bind(feed.next_check);
  statement.bind(feed.last_check).bind(feed.last_success).bind(feed.last_news);
  statement.bind(feed.failures).bind(feed.failing_since).bind(feed.last_error);
  statement.bind(feed.redirect.url).bind(feed.redirect.since).bind(feed.redirect.count);
  return statement.bind(to_text(feed.rhythm)).bind(feed.validators_of);
}

std::vector<FeedRow> read_feeds(Statement& rows) {
  std::vector<FeedRow> feeds;
  while (rows.step()) feeds.push_back(read_feed(rows));
  return feeds;
}

std::string update_feed(const std::string& columns) {
  return "UPDATE feeds SET (" + columns + ") = " + marks_for(columns) + " WHERE url = ?";
}

std::string select_feeds(const std::string& rest) {
  return "SELECT " + feed_columns() + " FROM feeds " + rest;
}

}  // namespace

Result<bool> Feeds::add(const FeedRow& feed) {
  return database_->guard([&] {
    const std::string columns = feed_columns();
    Statement insert = database_->prepare("INSERT OR IGNORE INTO feeds (" + columns + ") VALUES " +
                                          marks_for(columns));
    insert.bind_null().bind(feed.url);
    bind_wishes(insert, feed);
    bind_state(insert, feed);
    insert.run();
    if (database_->changes() > 0) return true;
    Statement revive = database_->prepare(
        "UPDATE feeds SET status = 0, next_check = 0, failures = 0 "
        "WHERE url = ? AND (status = 1 OR failures > 0)");
    revive.bind(feed.url).run();
    return false;
  });
}

Result<bool> Feeds::remove(const std::string& url) {
  return database_->guard([&] {
    Statement remove = database_->prepare("DELETE FROM feeds WHERE url = ? OR parent = ?");
    remove.bind(url).bind(url).run();
    return database_->changes() > 0;
  });
}

Result<std::int64_t> Feeds::retry_failing() {
  return database_->guard([&]() -> std::int64_t {
    database_->run(
        "UPDATE feeds SET status = 0, next_check = 0, failures = 0 "
        "WHERE status = 1 OR failures > 0");
    return database_->changes();
  });
}

Result<std::vector<FeedRow>> Feeds::all() {
  return database_->guard([&] {
    Statement rows = database_->prepare(select_feeds("ORDER BY folder, url"));
    return read_feeds(rows);
  });
}

Result<std::vector<FeedRow>> Feeds::due(Moment now) {
  return database_->guard([&] {
    Statement rows = database_->prepare(
        select_feeds("WHERE status = 0 AND next_check <= ? ORDER BY next_check, id"));
    rows.bind(now);
    return read_feeds(rows);
  });
}

Result<std::optional<FeedRow>> Feeds::find(const std::string& url) {
  return database_->guard([&]() -> std::optional<FeedRow> {
    Statement row = database_->prepare(select_feeds("WHERE url = ?"));
    if (!row.bind(url).step()) return std::nullopt;
    return read_feed(row);
  });
}

Status Feeds::save_state(const FeedRow& feed) {
  return database_->guard([&] {
    Statement update = database_->prepare(update_feed(kStateColumns));
    bind_state(update, feed).bind(feed.url).run();
  });
}

Status Feeds::save_wishes(const FeedRow& feed) {
  return database_->guard([&] {
    Statement update = database_->prepare(update_feed(kWishColumns));
    bind_wishes(update, feed).bind(feed.url).run();
  });
}

Status Feeds::move(const FeedRow& feed, const std::string& url) {
  if (url == feed.url) return Ok{};
  return database_->guard([&] {
    database_->prepare("UPDATE pages SET feed = ? WHERE feed = ?").bind(url).bind(feed.url).run();
    database_->prepare("UPDATE feeds SET parent = ? WHERE parent = ?")
        .bind(url)
        .bind(feed.url)
        .run();
    database_->prepare("UPDATE OR IGNORE feeds SET url = ? WHERE url = ?")
        .bind(url)
        .bind(feed.url)
        .run();
    database_->prepare("DELETE FROM feeds WHERE url = ?").bind(feed.url).run();
  });
}

}  // namespace kiosque::crawl
