#include "indexer/crawl/memory.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>

#include "indexer/crawl/sqlite.h"

namespace kiosque::crawl {
namespace {

/// Version 1. Later versions are steps from the one before, so that a new file and an old one end
/// alike.
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

/// Step N makes version N + 2 of version N + 1.
constexpr const char* kSteps[] = {
    // 2: whose answer the validators are, a user's wishes for a feed, the hash of a page's answer
    R"(
ALTER TABLE feeds ADD COLUMN validators_of TEXT NOT NULL DEFAULT '';
ALTER TABLE feeds ADD COLUMN every_minutes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feeds ADD COLUMN user_agent TEXT NOT NULL DEFAULT '';
ALTER TABLE feeds ADD COLUMN trust INTEGER NOT NULL DEFAULT 0;
ALTER TABLE pages ADD COLUMN body_hash INTEGER NOT NULL DEFAULT 0;
CREATE TABLE https_hosts (host TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT;
)",
};
constexpr auto kVersion = static_cast<std::int64_t>(std::size(kSteps)) + 1;

std::int64_t version_of(const Database& database) {
  Statement version = database.prepare("PRAGMA user_version");
  version.step();
  return version.number();
}

/// Makes the tables of a Memory, or those of an earlier version into those of this one. Errors:
/// Incompatible if a later version wrote the file, and those of Database::guard.
Status migrate(Database& database) {
  return database.guard([&]() -> Status {
    database.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
    if (version_of(database) == kVersion) return Ok{};
    database.run("BEGIN IMMEDIATE");
    const std::int64_t found = version_of(database);  // another process may have been first
    if (found > kVersion) {
      database.run("ROLLBACK");
      return Error{
          ErrorCode::Incompatible,
          "'" + database.file().string() + "' was written by a later version of this program",
          "use the indexer that wrote it"};
    }
    std::string changes = found == 0 ? kTables : "";
    for (std::int64_t version = std::max<std::int64_t>(found, 1); version < kVersion; ++version) {
      changes += kSteps[version - 1];
    }
    database.run(changes + "PRAGMA user_version = " + std::to_string(kVersion) + "; COMMIT;");
    return Ok{};
  });
}

}  // namespace

Memory::Memory(std::shared_ptr<Database> database)
    : database_(std::move(database)),
      feeds(database_),
      pages(database_),
      hosts(database_),
      runs(database_) {}

Result<Memory> Memory::open(const std::filesystem::path& directory) {
  const std::filesystem::path file = directory / "crawl.sqlite";
  try {
    auto database = std::make_shared<Database>(file);
    TRY(migrate(*database));
    return Memory(std::move(database));
  } catch (const SqliteError& error) {
    return Error{ErrorCode::Io, "cannot open '" + file.string() + "': " + error.what(),
                 "check that the folder exists and can be written"};
  }
}

Status Memory::transaction(const std::function<Status()>& body) {
  TRY(database_->guard([&] { database_->run("BEGIN IMMEDIATE"); }));
  Status done = body();
  if (done) done = database_->guard([&] { database_->run("COMMIT"); });
  if (!done) (void)database_->guard([&] { database_->run("ROLLBACK"); });
  return done;
}

Result<std::optional<Moment>> Memory::next_due() {
  return database_->guard([&]() -> std::optional<Moment> {
    Statement row = database_->prepare(
        "SELECT MIN(next_check) FROM (SELECT next_check FROM feeds WHERE status = 0 "
        "UNION ALL SELECT next_check FROM pages WHERE status = 0) HAVING COUNT(*) > 0");
    if (!row.step()) return std::nullopt;
    return row.moment();
  });
}

}  // namespace kiosque::crawl
