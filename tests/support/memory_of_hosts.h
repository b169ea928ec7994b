#pragma once

#include <map>

#include "indexer/fetch/fetch.h"

namespace kiosque::test {

/// HostMemory in plain maps.
class MemoryOfHosts final : public fetch::HostMemory {
 public:
  std::optional<fetch::RobotsCopy> robots(const std::string& origin) override {
    const auto found = copies.find(origin);
    return found == copies.end() ? std::nullopt : std::optional(found->second);
  }
  void keep_robots(const std::string& origin, const fetch::RobotsCopy& copy) override {
    copies[origin] = copy;
  }
  std::optional<std::chrono::sys_seconds> held_until(const std::string& host) override {
    const auto found = holds.find(host);
    return found == holds.end() ? std::nullopt : std::optional(found->second);
  }
  void hold(const std::string& host, std::chrono::sys_seconds until) override {
    holds[host] = until;
  }
  std::optional<std::chrono::sys_seconds> https_until(const std::string& host) override {
    const auto found = https.find(host);
    return found == https.end() ? std::nullopt : std::optional(found->second);
  }
  void keep_https(const std::string& host, std::chrono::sys_seconds until) override {
    https[host] = until;
  }

  std::map<std::string, fetch::RobotsCopy> copies;
  std::map<std::string, std::chrono::sys_seconds> holds;
  std::map<std::string, std::chrono::sys_seconds> https;
};

}  // namespace kiosque::test
