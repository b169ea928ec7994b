#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "indexer/crawl/schedule.h"
#include "indexer/fetch/fetch.h"

namespace kiosque::crawl {

class Database;

/// What a Memory knows of hosts, for the Fetcher. Here a failure is no news: what cannot be read is
/// not remembered, and the next write of the run reports the trouble.
class Hosts final : public fetch::HostMemory {
 public:
  explicit Hosts(std::shared_ptr<Database> database) : database_(std::move(database)) {}

  [[nodiscard]] std::optional<fetch::RobotsCopy> robots(const std::string& origin) override;
  void keep_robots(const std::string& origin, const fetch::RobotsCopy& copy) override;
  [[nodiscard]] std::optional<Moment> held_until(const std::string& host) override;
  void hold(const std::string& host, Moment until) override;
  [[nodiscard]] std::optional<Moment> https_until(const std::string& host) override;
  void keep_https(const std::string& host, Moment until) override;

 private:
  [[nodiscard]] std::optional<Moment> until_of(const std::string& table, const std::string& host);
  void keep_until(const std::string& table, const std::string& host, Moment until);

  std::shared_ptr<Database> database_;
};

}  // namespace kiosque::crawl
