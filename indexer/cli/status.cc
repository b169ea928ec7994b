#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>

#include "common/base/escape.h"
#include "common/base/terminal.h"
#include "indexer/cli/cli.h"
#include "indexer/cli/options.h"
#include "indexer/cli/readable.h"
#include "indexer/crawl/memory.h"
#include "indexer/crawl/report.h"
#include "indexer/write/index_directory.h"

namespace kiosque::cli {
namespace {

struct Args {
  std::string index;
  bool json = false;
};

constexpr std::size_t kListed = 10;

std::string failing_feeds(const std::vector<crawl::FeedRow>& feeds) {
  std::string text;
  std::size_t failing = 0;
  for (const crawl::FeedRow& feed : feeds) {
    if (feed.failures == 0 || ++failing > kListed) continue;
    text += fmt::format("  {}  {}, since {}\n", feed.url, feed.last_error,
                        readable_time(feed.failing_since));
  }
  if (failing > kListed) text += fmt::format("  and {} more\n", failing - kListed);
  const std::string count = failing > 0 ? fmt::format(", {} failing:", failing) : "";
  return fmt::format("{} feed{}{}\n{}", feeds.size(), feeds.size() == 1 ? "" : "s", count, text);
}

std::string counts_of(const std::map<crawl::PageStatus, std::int64_t>& pages) {
  const auto count = [&](crawl::PageStatus status) {
    const auto found = pages.find(status);
    return found == pages.end() ? 0 : found->second;
  };
  std::string text = fmt::format("{} pages kept", count(crawl::PageStatus::Kept));
  const auto mention = [&](std::int64_t number, const char* what) {
    if (number > 0) text += fmt::format(", {} {}", number, what);
  };
  mention(count(crawl::PageStatus::New) + count(crawl::PageStatus::Fetched), "waiting");
  mention(count(crawl::PageStatus::Failed), "given up");
  mention(count(crawl::PageStatus::Forgotten), "forgotten");
  mention(count(crawl::PageStatus::Expired), "expired");
  return text + '\n';
}

std::string state_of(crawl::Memory& memory) {
  std::string text;
  if (const auto feeds = memory.feeds.all()) text += failing_feeds(*feeds);
  if (const auto pages = memory.pages.counts()) text += counts_of(*pages);
  if (const auto next = memory.next_due(); next && *next) {
    text += "next due: " + readable_time(**next) + "\n";
  }
  return text;
}

Result<ExitStatus> run_status(const Args& args) {
  TRY(auto memory, crawl::Memory::open(args.index));
  TRY(const auto run, memory.runs.last());
  if (args.json) {
    const bool ended = run && run->ended != crawl::Moment{};
    std::cout << (ended ? run->summary : "{}") << '\n';
    return kExitOk;
  }
  std::cout << safe_for_terminal(state_of(memory)) << '\n';
  if (!run) {
    std::cout << "no crawl yet: run `indexer crawl`\n";
  } else if (run->ended == crawl::Moment{}) {
    const std::string began = readable_time(run->started);
    std::cout << (write::is_held(args.index)
                      ? "a crawl is running since " + began + '\n'
                      : "the crawl of " + began +
                            " was cut off: the next one goes on from there\n");
  } else {
    crawl::RunReport report = crawl::report_from_json(run->summary);
    report.failing_feeds.clear();  // told above, as they are now
    std::cout << safe_for_terminal("last " + readable_report(report));
  }
  return kExitOk;
}

}  // namespace

void declare_status(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  CLI::App* status = app.add_subcommand("status", "Tells how the crawler is and what it did last");
  add_index_option(*status, args->index);
  status->add_flag("--json", args->json, "Print the last run's summary as JSON");
  status->callback([args, &action] { action = [args] { return run_status(*args); }; });
}

}  // namespace kiosque::cli
