#include "indexer/crawl/hosts.h"

#include "indexer/crawl/sqlite.h"

namespace kiosque::crawl {

std::optional<fetch::RobotsCopy> Hosts::robots(const std::string& origin) {
  const auto copy = database_->guard([&]() -> std::optional<fetch::RobotsCopy> {
    Statement row = database_->prepare("SELECT status, body, fetched FROM robots WHERE origin = ?");
    if (!row.bind(origin).step()) return std::nullopt;
    fetch::RobotsCopy found;
    found.status = row.number<int>();
    found.body = row.text();
    found.fetched = row.moment();
    return found;
  });
  return copy ? *copy : std::nullopt;
}

void Hosts::keep_robots(const std::string& origin, const fetch::RobotsCopy& copy) {
  (void)database_->guard([&] {
    Statement write = database_->prepare("INSERT OR REPLACE INTO robots VALUES (?, ?, ?, ?)");
    write.bind(origin).bind(copy.status).bind_blob(copy.body);
    write.bind(copy.fetched).run();
  });
}

std::optional<Moment> Hosts::held_until(const std::string& host) { return until_of("holds", host); }

void Hosts::hold(const std::string& host, Moment until) { keep_until("holds", host, until); }

std::optional<Moment> Hosts::https_until(const std::string& host) {
  return until_of("https_hosts", host);
}

void Hosts::keep_https(const std::string& host, Moment until) {
  keep_until("https_hosts", host, until);
}

std::optional<Moment> Hosts::until_of(const std::string& table, const std::string& host) {
  const auto until = database_->guard([&]() -> std::optional<Moment> {
    Statement row = database_->prepare("SELECT until FROM " + table + " WHERE host = ?");
    if (!row.bind(host).step()) return std::nullopt;
    return row.moment();
  });
  return until ? *until : std::nullopt;
}

void Hosts::keep_until(const std::string& table, const std::string& host, Moment until) {
  (void)database_->guard([&] {
    Statement write = database_->prepare("INSERT OR REPLACE INTO " + table + " VALUES (?, ?)");
    write.bind(host).bind(until).run();
  });
}

}  // namespace kiosque::crawl
