#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "common/base/terminal.h"
#include "common/date/date.h"
#include "indexer/cli/cli.h"
#include "indexer/cli/options.h"
#include "indexer/write/write.h"

namespace kiosque::cli {
namespace {

struct Args {
  std::string index;
  std::vector<std::string> urls;
};

Result<ExitStatus> run_remove(const Args& args) {
  const date::SystemClock clock;
  TRY(auto writer, write::IndexWriter::open_existing(args.index, {}, clock));
  std::size_t removed = 0;
  for (const std::string& url : args.urls) {
    TRY(const auto found, writer.remove(url));
    if (found) {
      ++removed;
    } else {
      report_error("indexer", {ErrorCode::NotFound, fmt::format("'{}' is not in the index", url)});
    }
  }
  TRY(writer.commit());
  std::cout << removed << " removed\n";
  if (removed == args.urls.size()) return kExitOk;
  return removed == 0 ? kExitError : kExitPartial;
}

}  // namespace

void declare_remove(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  CLI::App* remove = app.add_subcommand("remove", "Removes articles from an index");
  add_index_option(*remove, args->index);
  remove->add_option("URL", args->urls, "Addresses of articles")->required();
  remove->callback([args, &action] { action = [args] { return run_remove(*args); }; });
}

}  // namespace kiosque::cli
