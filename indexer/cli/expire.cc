#include <array>
#include <iostream>
#include <memory>
#include <string>

#include "common/base/terminal.h"
#include "common/date/date.h"
#include "indexer/cli/cli.h"
#include "indexer/cli/options.h"
#include "indexer/upkeep/upkeep.h"
#include "indexer/write/stored_article.h"

namespace kiosque::cli {
namespace {

struct Args {
  std::string index;
  std::string age;
};

Result<ExitStatus> run_expire(const Args& args) {
  const date::SystemClock clock;
  TRY(auto writer, write::IndexWriter::open_existing(args.index, {}, clock));
  TRY(auto memory, crawl::Memory::open(args.index));
  TRY(auto reader, index::Reader::open(std::array{std::filesystem::path(args.index)}));
  TRY(const auto urls, write::urls_older_than(reader, clock.now() - *parse_duration(args.age)));
  TRY(const auto removed,
      upkeep::delete_with_tombstones(memory, writer, urls, crawl::PageStatus::Expired));
  std::cout << removed << " removed\n";
  return kExitOk;
}

}  // namespace

void declare_expire(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  CLI::App* expire = app.add_subcommand("expire", "Removes articles published long ago");
  add_index_option(*expire, args->index);
  expire->add_option("--older-than", args->age, "Age from which they go")
      ->required()
      ->check(check_duration)
      ->type_name("365d");
  expire->callback([args, &action] { action = [args] { return run_expire(*args); }; });
}

}  // namespace kiosque::cli
