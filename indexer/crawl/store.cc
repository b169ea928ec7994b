#include "indexer/crawl/store.h"

#include <sqlite3.h>

#include "indexer/crawl/store_impl.h"

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

/// "(?,?,?)" for as many columns as `columns` names.
std::string marks_for(std::string_view columns) {
  std::string marks = "(?";
  for (const char c : columns) marks += c == ',' ? ",?" : "";
  return marks + ")";
}

FeedRow read_feed(Statement& row) {
  FeedRow feed;
  feed.id = row.number();
  feed.url = row.text();
  feed.folder = row.text();
  feed.reach = static_cast<fetch::Reach>(row.number());
  feed.parent = row.text();
  feed.settings.every = std::chrono::minutes(row.number());
  feed.settings.user_agent = row.text();
  feed.settings.trust = static_cast<fetch::Trust>(row.number());
  feed.title = row.text();
  feed.site = row.text();
  feed.status = static_cast<FeedStatus>(row.number());
  feed.etag = row.text();
  feed.last_modified = row.text();
  feed.body_hash = static_cast<std::uint64_t>(row.number());
  feed.next_check = to_moment(row.number());
  feed.last_check = to_moment(row.number());
  feed.last_success = to_moment(row.number());
  feed.last_news = to_moment(row.number());
  feed.failures = static_cast<int>(row.number());
  feed.failing_since = to_moment(row.number());
  feed.last_error = row.text();
  feed.redirect.url = row.text();
  feed.redirect.since = to_moment(row.number());
  feed.redirect.count = static_cast<int>(row.number());
  feed.rhythm = rhythm_from_text(row.text());
  feed.validators_of = row.text();
  return feed;
}

Statement& bind_wishes(Statement& statement, const FeedRow& feed) {
  statement.bind(feed.folder).bind(static_cast<std::int64_t>(feed.reach)).bind(feed.parent);
  statement.bind(std::int64_t{feed.settings.every.count()}).bind(feed.settings.user_agent);
  return statement.bind(static_cast<std::int64_t>(feed.settings.trust));
}

Statement& bind_state(Statement& statement, const FeedRow& feed) {
  statement.bind(feed.title).bind(feed.site).bind(static_cast<std::int64_t>(feed.status));
  statement.bind(feed.etag).bind(feed.last_modified);
  statement.bind(static_cast<std::int64_t>(feed.body_hash)).bind(to_number(feed.next_check));
  statement.bind(to_number(feed.last_check)).bind(to_number(feed.last_success));
  statement.bind(to_number(feed.last_news)).bind(std::int64_t{feed.failures});
  statement.bind(to_number(feed.failing_since)).bind(feed.last_error).bind(feed.redirect.url);
  statement.bind(to_number(feed.redirect.since)).bind(std::int64_t{feed.redirect.count});
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

Error Store::Impl::to_error(const SqliteError& error) const {
  const std::string message = "'" + file.string() + "': " + error.what();
  switch (error.code() & 0xFF) {
    case SQLITE_FULL:
      return {ErrorCode::Full, message, "free some space and run again"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::Locked, message, "another process is writing; try again"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorCode::Corrupt, message,
              "restore it from a backup, or move it away: feeds are "
              "read anew and no article is lost"};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
      return {ErrorCode::Denied, message, "check the folder and its permissions"};
    default:
      return {ErrorCode::Io, message};
  }
}

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::filesystem::path& directory) {
  const std::filesystem::path file = directory / "crawl.sqlite";
  try {
    auto impl = std::make_unique<Impl>(file);
    auto ready = impl->guard([&] { return prepare_tables(impl->database, file); });
    if (!ready) return ready.error();
    if (!*ready) return ready->error();
    return Store(std::move(impl));
  } catch (const SqliteError& error) {
    return Error{ErrorCode::Io, "cannot open '" + file.string() + "': " + error.what(),
                 "check that the folder exists and can be written"};
  }
}

Status Store::transaction(const std::function<Status()>& body) {
  Status begun = impl_->guard([&] { impl_->database.run("BEGIN IMMEDIATE"); });
  if (!begun) return begun;
  Status done = body();
  if (done) done = impl_->guard([&] { impl_->database.run("COMMIT"); });
  if (!done) (void)impl_->guard([&] { impl_->database.run("ROLLBACK"); });
  return done;
}

Result<bool> Store::add_feed(const FeedRow& feed) {
  return impl_->guard([&] {
    const std::string columns = feed_columns();
    Statement insert = impl_->database.prepare("INSERT OR IGNORE INTO feeds (" + columns +
                                               ") VALUES " + marks_for(columns));
    insert.bind_null().bind(feed.url);
    bind_wishes(insert, feed);
    bind_state(insert, feed);
    insert.run();
    if (impl_->database.changes() > 0) return true;
    Statement revive = impl_->database.prepare(
        "UPDATE feeds SET status = 0, next_check = 0, failures = 0 "
        "WHERE url = ? AND (status = 1 OR failures > 0)");
    revive.bind(feed.url).run();
    return false;
  });
}

Result<bool> Store::remove_feed(const std::string& url) {
  return impl_->guard([&] {
    Statement remove = impl_->database.prepare("DELETE FROM feeds WHERE url = ? OR parent = ?");
    remove.bind(url).bind(url).run();
    return impl_->database.changes() > 0;
  });
}

Result<std::int64_t> Store::retry_failing() {
  return impl_->guard([&]() -> std::int64_t {
    impl_->database.run(
        "UPDATE feeds SET status = 0, next_check = 0, failures = 0 "
        "WHERE status = 1 OR failures > 0");
    return impl_->database.changes();
  });
}

Result<std::vector<FeedRow>> Store::feeds() {
  return impl_->guard([&] {
    Statement rows = impl_->database.prepare(select_feeds("ORDER BY folder, url"));
    return read_feeds(rows);
  });
}

Result<std::vector<FeedRow>> Store::due_feeds(Moment now) {
  return impl_->guard([&] {
    Statement rows = impl_->database.prepare(
        select_feeds("WHERE status = 0 AND next_check <= ? ORDER BY next_check, id"));
    rows.bind(to_number(now));
    return read_feeds(rows);
  });
}

Result<std::optional<FeedRow>> Store::feed(const std::string& url) {
  return impl_->guard([&]() -> std::optional<FeedRow> {
    Statement row = impl_->database.prepare(select_feeds("WHERE url = ?"));
    if (!row.bind(url).step()) return std::nullopt;
    return read_feed(row);
  });
}

Status Store::save_state(const FeedRow& feed) {
  return impl_->guard([&] {
    Statement update = impl_->database.prepare(update_feed(kStateColumns));
    bind_state(update, feed).bind(feed.url).run();
  });
}

Status Store::save_wishes(const FeedRow& feed) {
  return impl_->guard([&] {
    Statement update = impl_->database.prepare(update_feed(kWishColumns));
    bind_wishes(update, feed).bind(feed.url).run();
  });
}

Status Store::move_feed(const FeedRow& feed, const std::string& url) {
  if (url == feed.url) return Ok{};
  return impl_->guard([&] {
    SqliteDatabase& database = impl_->database;
    database.prepare("UPDATE pages SET feed = ? WHERE feed = ?").bind(url).bind(feed.url).run();
    database.prepare("UPDATE feeds SET parent = ? WHERE parent = ?").bind(url).bind(feed.url).run();
    database.prepare("UPDATE OR IGNORE feeds SET url = ? WHERE url = ?")
        .bind(url)
        .bind(feed.url)
        .run();
    database.prepare("DELETE FROM feeds WHERE url = ?").bind(feed.url).run();
  });
}

Result<std::optional<Moment>> Store::next_due() {
  return impl_->guard([&]() -> std::optional<Moment> {
    Statement row = impl_->database.prepare(
        "SELECT MIN(next_check) FROM (SELECT next_check FROM feeds WHERE status = 0 "
        "UNION ALL SELECT next_check FROM pages WHERE status = 0) HAVING COUNT(*) > 0");
    if (!row.step()) return std::nullopt;
    return to_moment(row.number());
  });
}

}  // namespace kiosque::crawl
