#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <limits>
#include <memory>

#include "common/base/escape.h"
#include "common/base/terminal.h"
#include "common/date/date.h"
#include "indexer/cli/cli.h"
#include "indexer/cli/network.h"
#include "indexer/cli/options.h"
#include "indexer/cli/readable.h"
#include "indexer/crawl/crawl.h"

namespace kiosque::cli {
namespace {

struct Args {
  std::string index;
  NetworkArgs network;
  std::string most_time;
  std::string revisit;
  bool once = false;
  bool dry_run = false;
  bool no_archive = false;
  bool json = false;
};

/// Tells on standard error how it goes: a line rewritten in place on a terminal, else lines of
/// key=value, one a minute and one a failure.
class CrawlLog {
 public:
  explicit CrawlLog(bool on_terminal) : on_terminal_(on_terminal) { tell("start", ""); }
  ~CrawlLog() { clear_line(); }
  CrawlLog(const CrawlLog&) = delete;
  CrawlLog& operator=(const CrawlLog&) = delete;

  void failed(const std::string& url, const std::string& trouble) const {
    tell("failed", fmt::format(" url={} cause={}", quoted(url), quoted(trouble)));
  }

  void progress(const crawl::RunReport& report, std::size_t pending) {
    const auto now = std::chrono::steady_clock::now();
    const auto pause = on_terminal_ ? std::chrono::milliseconds(250) : std::chrono::minutes(1);
    if (now - last_ < pause) return;
    last_ = now;
    if (!on_terminal_) return tell("progress", counts(report, pending));
    clear_line();
    std::cerr << fmt::format("{} feeds, {} pages, {} new articles, {} failed; {} under way",
                             report.feeds_checked, report.pages_fetched, report.articles_new,
                             report.failing_feeds.size() + report.pages_failed, pending)
              << std::flush;
  }

  void ended(const crawl::RunReport& report) const {
    const std::string why = report.stopped_by.empty() ? "" : " stopped_by=" + report.stopped_by;
    tell("end", counts(report, 0) + why);
  }

 private:
  static std::string counts(const crawl::RunReport& report, std::size_t pending) {
    return fmt::format(" feeds={} feeds_failed={} pages={} pages_failed={} new={} changed={}{}",
                       report.feeds_checked, report.failing_feeds.size(), report.pages_fetched,
                       report.pages_failed, report.articles_new, report.articles_changed,
                       pending > 0 ? fmt::format(" pending={}", pending) : "");
  }

  /// A value that ends at its own end, whatever a server wrote into it.
  static std::string quoted(const std::string& value) {
    std::string safe = safe_for_terminal(value);
    std::ranges::replace(safe, '"', '\'');
    return '"' + safe + '"';
  }

  void tell(const char* event, const std::string& values) const {
    if (on_terminal_) return;
    const std::string time = date::format_iso8601({.utc = date::SystemClock().now()});
    std::cerr << fmt::format("time={} event={}{}\n", time, event, values) << std::flush;
  }

  void clear_line() const {
    if (on_terminal_) std::cerr << "\r\x1b[K" << std::flush;
  }

  bool on_terminal_;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

/// Refuses what can only be a mistake: a crawl of nothing.
Status check_subscriptions(const std::string& index) {
  const Error none{ErrorCode::NotFound, fmt::format("'{}' has no subscriptions", index),
                   fmt::format("`indexer feeds add --index {} URL` subscribes to a feed", index)};
  std::error_code ignored;
  if (!std::filesystem::exists(std::filesystem::path(index) / "crawl.sqlite", ignored)) return none;
  TRY(auto memory, crawl::Memory::open(index));
  TRY(const auto feeds, memory.feeds.all());
  return feeds.empty() ? Status(none) : Status(Ok{});
}

Result<ExitStatus> print_plan(const Args& args, const date::Clock& clock) {
  TRY(auto memory, crawl::Memory::open(args.index));
  TRY(const auto feeds, memory.feeds.due(clock.now()));
  TRY(const auto pages, memory.pages.due(clock.now(), std::numeric_limits<int>::max()));
  for (const crawl::FeedRow& feed : feeds)
    std::cout << "feed " << safe_for_terminal(feed.url) << '\n';
  for (const crawl::PageRow& page : pages) {
    std::cout << "page " << safe_for_terminal(page.address) << '\n';
  }
  std::cout << fmt::format("{} feeds and {} pages are due\n", feeds.size(), pages.size());
  return kExitOk;
}

Result<crawl::RunReport> crawl(const Args& args, const date::Clock& clock) {
  CrawlLog log(is_terminal(STDERR_FILENO));
  crawl::Setup setup;
  setup.directory = args.index;
  setup.curl = curl_options(args.network);
  setup.fetcher = fetcher_options(args.network);
  setup.archive = args.no_archive ? crawl::Archiving::Off : crawl::Archiving::On;
  setup.revisit = parse_duration(args.revisit);
  setup.crawl.most_time = parse_duration(args.most_time);
  if (args.once) setup.crawl.waiting = crawl::Waiting::Never;
  setup.observer.failed = [&](const auto& url, const auto& trouble) { log.failed(url, trouble); };
  setup.observer.progress = [&](const auto& report, std::size_t pending) {
    log.progress(report, pending);
  };
  auto report = crawl::run(setup, clock, stop_on_signals());
  if (report) log.ended(*report);
  return report;
}

Result<ExitStatus> run_crawl(const Args& args) {
  const date::SystemClock clock;
  TRY(check_subscriptions(args.index));
  if (args.dry_run) return print_plan(args, clock);
  TRY(const auto report, crawl(args, clock));
  if (args.json) {
    std::cout << crawl::to_json(report) << '\n';
  } else {
    std::cout << safe_for_terminal(readable_report(report));
  }
  return report.is_partial() ? kExitPartial : kExitOk;
}

}  // namespace

void declare_crawl(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  CLI::App* crawl = app.add_subcommand(
      "crawl", "Asks the subscribed feeds what is new, fetches those pages and indexes them");
  add_index_option(*crawl, args->index);
  crawl->add_flag("--once", args->once, "Do not stay for hosts that ask for a pause of minutes");
  crawl->add_option("--max-time", args->most_time, "Leave after this long; the next run goes on")
      ->check(check_duration)
      ->type_name("6h");
  crawl
      ->add_option("--revisit", args->revisit,
                   "Ask again for pages first seen in this time: finds silent corrections")
      ->check(check_duration)
      ->type_name("2d");
  crawl->add_flag("--dry-run", args->dry_run, "Only print what is due");
  crawl->add_flag("--no-archive", args->no_archive, "Do not keep what was fetched as WARC files");
  crawl->add_flag("--json", args->json, "Print the summary as JSON");
  add_network_options(*crawl, args->network);
  crawl->callback([args, &action] { action = [args] { return run_crawl(*args); }; });
}

}  // namespace kiosque::cli
