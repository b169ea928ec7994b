#include <array>
#include <iostream>
#include <memory>
#include <string>

#include "common/base/terminal.h"
#include "common/date/date.h"
#include "indexer/cli/command.h"
#include "indexer/cli/duration.h"
#include "indexer/upkeep/upkeep.h"
#include "indexer/write/stored_article.h"

namespace kiosque::cli {
namespace {

struct Args {
  std::string index;
  std::string age;
};

int run_expire(const Args& args) {
  const date::SystemClock clock;
  auto writer = write::IndexWriter::open_existing(args.index, {}, clock);
  if (!writer) return report_error("indexer", writer.error());
  auto memory = crawl::Memory::open(args.index);
  if (!memory) return report_error("indexer", memory.error());
  auto reader = index::Reader::open(std::array{std::filesystem::path(args.index)});
  if (!reader) return report_error("indexer", reader.error());
  const auto urls = write::urls_older_than(*reader, clock.now() - *parse_duration(args.age));
  if (!urls) return report_error("indexer", urls.error());
  const auto removed =
      upkeep::delete_with_tombstones(*memory, *writer, *urls, crawl::PageStatus::Expired);
  if (!removed) return report_error("indexer", removed.error());
  std::cout << *removed << " removed\n";
  return kExitOk;
}

}  // namespace

void declare_expire(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  CLI::App* expire = app.add_subcommand("expire", "Removes articles published long ago");
  expire->add_option("-i,--index", args->index, "Directory of the index")
      ->required()
      ->type_name("DIR");
  expire->add_option("--older-than", args->age, "Age from which they go")
      ->required()
      ->check(check_duration)
      ->type_name("365d");
  expire->callback([args, &action] { action = [args] { return run_expire(*args); }; });
}

}  // namespace kiosque::cli
