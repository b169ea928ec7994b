#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "common/base/terminal.h"
#include "common/date/date.h"
#include "indexer/cli/command.h"
#include "indexer/write/write.h"

namespace kiosque::cli {
namespace {

struct Args {
  std::string index;
  std::vector<std::string> urls;
};

int run_remove(const Args& args) {
  const date::SystemClock clock;
  auto writer = write::IndexWriter::open_existing(args.index, {}, clock);
  if (!writer) return report_error("indexer", writer.error());
  std::size_t removed = 0;
  for (const std::string& url : args.urls) {
    const auto found = writer->remove(url);
    if (!found) return report_error("indexer", found.error());
    if (*found) {
      ++removed;
    } else {
      report_error("indexer", {ErrorCode::NotFound, fmt::format("'{}' is not in the index", url)});
    }
  }
  if (Status committed = writer->commit(); !committed) {
    return report_error("indexer", committed.error());
  }
  std::cout << removed << " removed\n";
  if (removed == args.urls.size()) return kExitOk;
  return removed == 0 ? kExitError : kExitPartial;
}

}  // namespace

void declare_remove(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  CLI::App* remove = app.add_subcommand("remove", "Removes articles from an index");
  remove->add_option("-i,--index", args->index, "Directory of the index")
      ->required()
      ->type_name("DIR");
  remove->add_option("URL", args->urls, "Addresses of articles")->required();
  remove->callback([args, &action] { action = [args] { return run_remove(*args); }; });
}

}  // namespace kiosque::cli
