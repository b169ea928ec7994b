#include "indexer/crawl/store.h"

#include <sqlite3.h>

#include "indexer/crawl/store_impl.h"

namespace kiosque {
namespace {

constexpr int kVersion = 1;

constexpr const char* kTables = R"(
CREATE TABLE feeds (
  id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, title TEXT NOT NULL, site TEXT NOT NULL,
  folder TEXT NOT NULL, reach INTEGER NOT NULL, parent TEXT NOT NULL, status INTEGER NOT NULL,
  etag TEXT NOT NULL, last_modified TEXT NOT NULL, body_hash INTEGER NOT NULL,
  next_check INTEGER NOT NULL, last_check INTEGER NOT NULL, last_success INTEGER NOT NULL,
  last_news INTEGER NOT NULL, failures INTEGER NOT NULL, failing_since INTEGER NOT NULL,
  last_error TEXT NOT NULL, redirect_url TEXT NOT NULL, redirect_since INTEGER NOT NULL,
  redirect_count INTEGER NOT NULL, rhythm TEXT NOT NULL) STRICT;
CREATE TABLE pages (
  id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, address TEXT NOT NULL, host TEXT NOT NULL,
  feed TEXT NOT NULL, reach INTEGER NOT NULL, status INTEGER NOT NULL, attempts INTEGER NOT NULL,
  next_check INTEGER NOT NULL, etag TEXT NOT NULL, last_modified TEXT NOT NULL,
  entry_hash INTEGER NOT NULL, entry BLOB NOT NULL, first_seen INTEGER NOT NULL,
  fetched INTEGER NOT NULL, last_error TEXT NOT NULL, archive_file TEXT NOT NULL,
  archive_offset INTEGER NOT NULL) STRICT;
CREATE INDEX pages_due ON pages(host, next_check) WHERE status = 0;
CREATE INDEX pages_fetched ON pages(id) WHERE status = 1;
CREATE TABLE versions (
  url TEXT NOT NULL, replaced INTEGER NOT NULL, record BLOB NOT NULL,
  UNIQUE (url, record)) STRICT;
CREATE TABLE robots (
  origin TEXT PRIMARY KEY, status INTEGER NOT NULL, body BLOB NOT NULL,
  fetched INTEGER NOT NULL) STRICT;
CREATE TABLE holds (host TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT;
CREATE TABLE runs (
  id INTEGER PRIMARY KEY, started INTEGER NOT NULL, ended INTEGER NOT NULL,
  summary TEXT NOT NULL) STRICT;
)";

constexpr const char* kFeedColumns =
    "id, url, title, site, folder, reach, parent, status, etag, last_modified, body_hash, "
    "next_check, last_check, last_success, last_news, failures, failing_since, last_error, "
    "redirect_url, redirect_since, redirect_count, rhythm";

FeedRow read_feed(Statement& row) {
  FeedRow feed;
  feed.id = row.number();
  feed.url = row.text();
  feed.title = row.text();
  feed.site = row.text();
  feed.folder = row.text();
  feed.reach = static_cast<Reach>(row.number());
  feed.parent = row.text();
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
  return feed;
}

/// Binds all columns but the id, in the order of `kFeedColumns`.
void bind_feed(Statement& statement, const FeedRow& feed) {
  statement.bind(feed.url).bind(feed.title).bind(feed.site).bind(feed.folder);
  statement.bind(static_cast<std::int64_t>(feed.reach)).bind(feed.parent);
  statement.bind(static_cast<std::int64_t>(feed.status)).bind(feed.etag).bind(feed.last_modified);
  statement.bind(static_cast<std::int64_t>(feed.body_hash)).bind(to_number(feed.next_check));
  statement.bind(to_number(feed.last_check)).bind(to_number(feed.last_success));
  statement.bind(to_number(feed.last_news)).bind(std::int64_t{feed.failures});
  statement.bind(to_number(feed.failing_since)).bind(feed.last_error).bind(feed.redirect.url);
  statement.bind(to_number(feed.redirect.since)).bind(std::int64_t{feed.redirect.count});
  statement.bind(to_text(feed.rhythm));
}

std::vector<FeedRow> read_feeds(Statement& rows) {
  std::vector<FeedRow> feeds;
  while (rows.step()) feeds.push_back(read_feed(rows));
  return feeds;
}

std::string select_feeds(const std::string& rest) {
  return std::string("SELECT ") + kFeedColumns + " FROM feeds " + rest;
}

Status prepare_tables(SqliteDatabase& database, const std::filesystem::path& file) {
  database.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
  Statement version = database.prepare("PRAGMA user_version");
  version.step();
  const std::int64_t found = version.number();
  version.reset();
  if (found == kVersion) return Ok{};
  if (found != 0) {
    return Error{ErrorCode::Incompatible, "'" + file.string() + "' is of another version",
                 "use the indexer that wrote it"};
  }
  database.run("BEGIN IMMEDIATE;" + std::string(kTables) +
               "PRAGMA user_version = " + std::to_string(kVersion) + "; COMMIT;");
  return Ok{};
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
    Statement insert =
        impl_->database.prepare(std::string("INSERT OR IGNORE INTO feeds (") + kFeedColumns +
                                ") VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    bind_feed(insert, feed);
    insert.run();
    if (impl_->database.changes() > 0) return true;
    Statement revive = impl_->database.prepare(
        "UPDATE feeds SET status = 0, next_check = 0, failures = 0 WHERE url = ? AND status = 1");
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

Status Store::save_feed(const FeedRow& feed) {
  return impl_->guard([&] {
    Statement twin = impl_->database.prepare("SELECT 1 FROM feeds WHERE url = ? AND id <> ?");
    if (twin.bind(feed.url).bind(feed.id).step()) {
      impl_->database.prepare("DELETE FROM feeds WHERE id = ?").bind(feed.id).run();
      return;
    }
    Statement update = impl_->database.prepare(
        "UPDATE feeds SET url=?, title=?, site=?, folder=?, reach=?, parent=?, status=?, etag=?, "
        "last_modified=?, body_hash=?, next_check=?, last_check=?, last_success=?, last_news=?, "
        "failures=?, failing_since=?, last_error=?, redirect_url=?, redirect_since=?, "
        "redirect_count=?, rhythm=? WHERE id=?");
    bind_feed(update, feed);
    update.bind(feed.id).run();
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

Result<std::int64_t> Store::begin_run(Moment now) {
  return impl_->guard([&] {
    impl_->database.prepare("INSERT INTO runs VALUES (NULL, ?, 0, '')").bind(to_number(now)).run();
    Statement id = impl_->database.prepare("SELECT last_insert_rowid()");
    id.step();
    return id.number();
  });
}

Status Store::end_run(std::int64_t id, Moment now, const std::string& summary) {
  return impl_->guard([&] {
    Statement update =
        impl_->database.prepare("UPDATE runs SET ended = ?, summary = ? WHERE id = ?");
    update.bind(to_number(now)).bind(summary).bind(id).run();
  });
}

Result<std::optional<RunRow>> Store::last_run() {
  return impl_->guard([&]() -> std::optional<RunRow> {
    Statement row = impl_->database.prepare(
        "SELECT started, ended, summary FROM runs ORDER BY id DESC LIMIT 1");
    if (!row.step()) return std::nullopt;
    RunRow run;
    run.started = to_moment(row.number());
    run.ended = to_moment(row.number());
    run.summary = row.text();
    return run;
  });
}

std::optional<RobotsCopy> Store::robots(const std::string& origin) {
  const auto copy = impl_->guard([&]() -> std::optional<RobotsCopy> {
    Statement row =
        impl_->database.prepare("SELECT status, body, fetched FROM robots WHERE origin = ?");
    if (!row.bind(origin).step()) return std::nullopt;
    RobotsCopy found;
    found.status = static_cast<int>(row.number());
    found.body = row.text();
    found.fetched = to_moment(row.number());
    return found;
  });
  return copy ? *copy : std::nullopt;
}

void Store::keep_robots(const std::string& origin, const RobotsCopy& copy) {
  (void)impl_->guard([&] {
    Statement write = impl_->database.prepare("INSERT OR REPLACE INTO robots VALUES (?, ?, ?, ?)");
    write.bind(origin).bind(std::int64_t{copy.status}).bind_blob(copy.body);
    write.bind(to_number(copy.fetched)).run();
  });
}

std::optional<Moment> Store::held_until(const std::string& host) {
  const auto until = impl_->guard([&]() -> std::optional<Moment> {
    Statement row = impl_->database.prepare("SELECT until FROM holds WHERE host = ?");
    if (!row.bind(host).step()) return std::nullopt;
    return to_moment(row.number());
  });
  return until ? *until : std::nullopt;
}

void Store::hold(const std::string& host, Moment until) {
  (void)impl_->guard([&] {
    Statement write = impl_->database.prepare("INSERT OR REPLACE INTO holds VALUES (?, ?)");
    write.bind(host).bind(to_number(until)).run();
  });
}

}  // namespace kiosque
