// The part of the Store that remembers runs and hosts.
#include "indexer/crawl/store_impl.h"

namespace kiosque::crawl {

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

std::optional<fetch::RobotsCopy> Store::robots(const std::string& origin) {
  const auto copy = impl_->guard([&]() -> std::optional<fetch::RobotsCopy> {
    Statement row =
        impl_->database.prepare("SELECT status, body, fetched FROM robots WHERE origin = ?");
    if (!row.bind(origin).step()) return std::nullopt;
    fetch::RobotsCopy found;
    found.status = static_cast<int>(row.number());
    found.body = row.text();
    found.fetched = to_moment(row.number());
    return found;
  });
  return copy ? *copy : std::nullopt;
}

void Store::keep_robots(const std::string& origin, const fetch::RobotsCopy& copy) {
  (void)impl_->guard([&] {
    Statement write = impl_->database.prepare("INSERT OR REPLACE INTO robots VALUES (?, ?, ?, ?)");
    write.bind(origin).bind(std::int64_t{copy.status}).bind_blob(copy.body);
    write.bind(to_number(copy.fetched)).run();
  });
}

std::optional<Moment> Store::held_until(const std::string& host) { return until_of("holds", host); }

void Store::hold(const std::string& host, Moment until) { keep_until("holds", host, until); }

std::optional<Moment> Store::https_until(const std::string& host) {
  return until_of("https_hosts", host);
}

void Store::keep_https(const std::string& host, Moment until) {
  keep_until("https_hosts", host, until);
}

std::optional<Moment> Store::until_of(const std::string& table, const std::string& host) {
  const auto until = impl_->guard([&]() -> std::optional<Moment> {
    Statement row = impl_->database.prepare("SELECT until FROM " + table + " WHERE host = ?");
    if (!row.bind(host).step()) return std::nullopt;
    return to_moment(row.number());
  });
  return until ? *until : std::nullopt;
}

void Store::keep_until(const std::string& table, const std::string& host, Moment until) {
  (void)impl_->guard([&] {
    Statement write = impl_->database.prepare("INSERT OR REPLACE INTO " + table + " VALUES (?, ?)");
    write.bind(host).bind(to_number(until)).run();
  });
}

}  // namespace kiosque::crawl
