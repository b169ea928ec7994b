#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "common/base/result.h"
#include "indexer/crawl/schedule.h"

namespace kiosque::crawl {

class Database;

struct RunRow {
  Moment started{};
  Moment ended{};       ///< zero: still running, or killed
  std::string summary;  ///< JSON
};

/// The runs that a Memory knows of.
class Runs {
 public:
  explicit Runs(std::shared_ptr<Database> database) : database_(std::move(database)) {}

  /// Returns the id of the run, for `end`.
  [[nodiscard]] Result<std::int64_t> begin(Moment now);
  [[nodiscard]] Status end(std::int64_t id, Moment now, const std::string& summary);
  [[nodiscard]] Result<std::optional<RunRow>> last();

 private:
  std::shared_ptr<Database> database_;
};

}  // namespace kiosque::crawl
