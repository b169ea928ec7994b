#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>

#include "common/base/civil_time.h"
#include "common/base/escape.h"
#include "common/base/terminal.h"
#include "indexer/cli/command.h"
#include "indexer/crawl/report.h"
#include "indexer/crawl/store.h"

namespace kiosque {
namespace {

struct Args {
  std::string index;
  bool json = false;
};

std::string shown(Moment moment) {
  return moment == Moment{} ? "never" : format_iso8601({.utc = moment});
}

std::string state_of(Store& store) {
  std::string text;
  const auto feeds = store.feeds();
  const auto pages = store.page_counts();
  const auto next = store.next_due();
  if (feeds) {
    const auto failing = std::count_if(feeds->begin(), feeds->end(),
                                       [](const FeedRow& feed) { return feed.failures > 0; });
    text += fmt::format("{} feeds, {} failing\n", feeds->size(), failing);
  }
  if (pages) {
    const auto count = [&](PageStatus status) {
      const auto found = pages->find(status);
      return found == pages->end() ? 0 : found->second;
    };
    text += fmt::format(
        "{} pages kept, {} waiting, {} given up, {} forgotten, {} expired\n",
        count(PageStatus::Kept), count(PageStatus::New) + count(PageStatus::Fetched),
        count(PageStatus::Failed), count(PageStatus::Forgotten), count(PageStatus::Expired));
  }
  if (next && *next) text += "next due: " + shown(**next) + "\n";
  return text;
}

int run_status(const Args& args) {
  auto store = Store::open(args.index);
  if (!store) return report_error("indexer", store.error());
  const auto run = store->last_run();
  if (!run) return report_error("indexer", run.error());
  if (args.json) {
    const bool ended = *run && (*run)->ended != Moment{};
    std::cout << (ended ? (*run)->summary : "{}") << '\n';
    return kExitOk;
  }
  std::cout << state_of(*store);
  if (!*run) {
    std::cout << "no crawl yet: run `indexer crawl`\n";
  } else if ((*run)->ended == Moment{}) {
    std::cout << "the last crawl began " << shown((*run)->started)
              << " and is running, or was killed: the next one goes on\n";
  } else {
    std::cout << "last crawl: " << shown((*run)->started) << " to " << shown((*run)->ended) << '\n'
              << safe_for_terminal(to_text(report_from_json((*run)->summary)));
  }
  return kExitOk;
}

}  // namespace

void declare_status(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  CLI::App* status = app.add_subcommand("status", "Tells how the crawler is and what it did last");
  status->add_option("-i,--index", args->index, "Directory of the index")
      ->required()
      ->type_name("DIR");
  status->add_flag("--json", args->json, "Print the last run's summary as JSON");
  status->callback([args, &action] { action = [args] { return run_status(*args); }; });
}

}  // namespace kiosque
