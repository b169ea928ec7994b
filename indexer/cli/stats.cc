#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "common/base/escape.h"
#include "common/base/terminal.h"
#include "common/date/date.h"
#include "indexer/cli/cli.h"
#include "indexer/cli/options.h"
#include "indexer/cli/readable.h"
#include "indexer/upkeep/upkeep.h"

namespace kiosque::cli {
namespace {

struct Args {
  std::string index;
  bool json = false;
};

/// The day of a moment, "" if there is none.
std::string day(const std::optional<std::chrono::sys_seconds>& time) {
  if (!time) return {};
  return date::format_iso8601({.utc = *time, .date_only = true});
}

void print_json(const upkeep::Statistics& statistics) {
  nlohmann::ordered_json sources = nlohmann::ordered_json::object();
  for (const upkeep::SourceCount& count : statistics.sources)
    sources[count.source] = count.articles;
  const nlohmann::ordered_json object{{"articles", statistics.articles},
                                      {"stories", statistics.stories},
                                      {"oldest", day(statistics.oldest)},
                                      {"newest", day(statistics.newest)},
                                      {"bytes", statistics.size_bytes},
                                      {"shards", statistics.shards},
                                      {"schema", statistics.schema_version},
                                      {"analyzer", statistics.analyzer_version},
                                      {"sources", sources}};
  std::cout << object.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

void print_table(const upkeep::Statistics& statistics) {
  const auto line = [](std::string_view name, const std::string& value) {
    std::cout << fmt::format("{:<10} {}\n", name, value);
  };
  line("articles", grouped(statistics.articles));
  line("stories", grouped(statistics.stories));
  line("dates",
       statistics.oldest ? day(statistics.oldest) + " to " + day(statistics.newest) : "none known");
  line("size", fmt::format("{} in {} {}", readable_size(statistics.size_bytes), statistics.shards,
                           statistics.shards == 1 ? "shard" : "shards"));
  line("schema",
       fmt::format("{} (analyser {})", statistics.schema_version, statistics.analyzer_version));
  line("sources", grouped(statistics.sources.size()));
  constexpr std::size_t kSourcesShown = 20;
  for (std::size_t i = 0; i < std::min(kSourcesShown, statistics.sources.size()); ++i) {
    const upkeep::SourceCount& count = statistics.sources[i];
    std::cout << fmt::format("{:>10} {}\n", grouped(count.articles),
                             safe_for_terminal(count.source));
  }
  if (statistics.sources.size() > kSourcesShown) {
    std::cout << fmt::format("{:>10} {} more (--json lists them)\n", "…",
                             grouped(statistics.sources.size() - kSourcesShown));
  }
}

Result<ExitStatus> run_stats(const Args& args) {
  TRY(const auto statistics, upkeep::statistics(args.index));
  args.json ? print_json(statistics) : print_table(statistics);
  return kExitOk;
}

}  // namespace

void declare_stats(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  CLI::App* stats = app.add_subcommand("stats", "Shows what an index holds");
  add_index_option(*stats, args->index);
  stats->add_flag("--json", args->json, "Print JSON");
  stats->callback([args, &action] { action = [args] { return run_stats(*args); }; });
}

}  // namespace kiosque::cli
