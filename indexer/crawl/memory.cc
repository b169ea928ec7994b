#include "indexer/crawl/memory.h"

#include <string>
#include <utility>

#include "indexer/crawl/migration.h"
#include "indexer/crawl/sqlite.h"

namespace kiosque::crawl {

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
