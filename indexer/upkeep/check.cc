#include <fmt/format.h>

#include <sstream>

#include "common/index/guard.h"
#include "common/index/manifest.h"
#include "common/index/record.h"
#include "indexer/upkeep/upkeep.h"

namespace kiosque::upkeep {
namespace {

/// Xapian's own check of the tables; its complaints, if any, go to the report line by line.
void check_tables(const std::string& shard, CheckReport& report) {
  std::ostringstream complaints;
  const auto errors = index::guard("check '" + shard + "'",
                                   [&] { return Xapian::Database::check(shard, 0, &complaints); });
  if (!errors) {
    report.problems.push_back(errors.error().message);
  } else if (*errors > 0) {
    std::istringstream lines(complaints.str());
    for (std::string line; std::getline(lines, line);) {
      if (!line.empty()) report.problems.push_back(fmt::format("'{}': {}", shard, line));
    }
  }
}

void check_records(const std::string& shard, CheckReport& report) {
  const Status read = index::guard("read '" + shard + "'", [&] {
    const Xapian::Database database(shard);
    for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
      ++report.articles;
      if (!index::decode_record(index::get_record(database.get_document(*id)))) {
        report.problems.push_back(fmt::format("'{}': article {} is damaged", shard, *id));
      }
    }
  });
  if (!read) report.problems.push_back(read.error().message);
}

}  // namespace

Result<CheckReport> check(const std::filesystem::path& directory) {
  TRY(const auto manifest, index::read_manifest(directory));
  CheckReport report;
  for (const std::string& name : manifest.shards) {
    const std::string shard = (directory / name).string();
    check_tables(shard, report);
    check_records(shard, report);
  }
  return report;
}

}  // namespace kiosque::upkeep
