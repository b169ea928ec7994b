#include "indexer/crawl/runs.h"

#include "indexer/crawl/sqlite.h"

namespace kiosque::crawl {

Result<std::int64_t> Runs::begin(Moment now) {
  return database_->guard([&] {
    database_->prepare("INSERT INTO runs VALUES (NULL, ?, 0, '')").bind(now).run();
    Statement id = database_->prepare("SELECT last_insert_rowid()");
    id.step();
    return id.number();
  });
}

Status Runs::end(std::int64_t id, Moment now, const std::string& summary) {
  return database_->guard([&] {
    Statement update = database_->prepare("UPDATE runs SET ended = ?, summary = ? WHERE id = ?");
    update.bind(now).bind(summary).bind(id).run();
  });
}

Result<std::optional<RunRow>> Runs::last() {
  return database_->guard([&]() -> std::optional<RunRow> {
    Statement row =
        database_->prepare("SELECT started, ended, summary FROM runs ORDER BY id DESC LIMIT 1");
    if (!row.step()) return std::nullopt;
    RunRow run;
    run.started = row.moment();
    run.ended = row.moment();
    run.summary = row.text();
    return run;
  });
}

}  // namespace kiosque::crawl
