#include "indexer/cli/feeds.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "common/base/escape.h"
#include "common/base/files.h"
#include "common/base/terminal.h"
#include "indexer/cli/command.h"
#include "indexer/cli/duration.h"
#include "indexer/cli/network.h"
#include "indexer/crawl/find_feed.h"
#include "indexer/crawl/memory.h"
#include "indexer/feed/feed.h"
#include "indexer/fetch/curl_client.h"

namespace kiosque::cli {

crawl::FeedRow FeedsArgs::row(const std::string& url) const {
  crawl::FeedRow row;
  row.url = url;
  row.folder = folder;
  row.reach = is_private ? fetch::Reach::Any : fetch::Reach::Public;
  if (const auto wait = parse_duration(every)) {
    row.settings.every = std::chrono::ceil<std::chrono::minutes>(*wait);
  }
  row.settings.user_agent = user_agent;
  if (any_certificate) row.settings.trust = fetch::Trust::AnyCertificate;
  return row;
}

Result<crawl::Memory> open_memory(const std::string& index) {
  std::error_code failure;
  std::filesystem::create_directories(index, failure);
  if (failure) return system_error("make the index directory", index, failure.value());
  return crawl::Memory::open(index);
}

Result<bool> subscribe(crawl::Memory& memory, const crawl::FeedRow& row) {
  auto added = memory.feeds.add(row);
  if (!added || *added) return added;
  const auto found = memory.feeds.find(row.url);
  if (!found) return found.error();
  crawl::FeedRow known = found->value();
  if (!row.folder.empty()) known.folder = row.folder;
  if (row.reach == fetch::Reach::Any) known.reach = row.reach;
  if (row.settings.every.count() > 0) known.settings.every = row.settings.every;
  if (!row.settings.user_agent.empty()) known.settings.user_agent = row.settings.user_agent;
  if (row.settings.trust == fetch::Trust::AnyCertificate) known.settings.trust = row.settings.trust;
  if (Status saved = memory.feeds.save_wishes(known); !saved) return saved.error();
  return false;
}

namespace {

std::string with_scheme(const std::string& url) {
  return url.find("://") == std::string::npos ? "https://" + url : url;
}

int exit_of(std::size_t good, std::size_t all) {
  if (good == all) return kExitOk;
  return good == 0 ? kExitError : kExitPartial;
}

/// A message without the "'URL' " or "'URL': " it begins with.
std::string without_name(const std::string& message, const std::string& url) {
  const std::string name = "'" + url + "'";
  if (!message.starts_with(name)) return message;
  return message.substr(message.find_first_not_of(": ", name.size()));
}

/// The feed at an address as typed: without a scheme, https is tried before http.
Result<crawl::FoundFeed> find(fetch::Fetcher& fetcher, crawl::FeedRow row,
                              const std::string& typed) {
  auto found = crawl::find_feed(fetcher, row);
  if (found || row.url == typed) return found;
  row.url = "http://" + typed;
  auto plain = crawl::find_feed(fetcher, row);
  return plain ? plain : found;
}

int run_add(const FeedsArgs& args) {
  const date::SystemClock clock;
  auto memory = open_memory(args.index);
  if (!memory) return report_error("indexer", memory.error());
  fetch::CurlClient client(curl_options(args.network));
  fetch::Fetcher fetcher(client, memory->hosts, clock, fetcher_options(args.network));
  std::size_t good = 0;
  for (const std::string& given : args.urls) {
    crawl::FeedRow row = args.row(with_scheme(given));
    if (!args.offline) {
      const auto found = find(fetcher, row, given);
      if (!found) {
        report_error("indexer", found.error());
        continue;
      }
      row.url = found->url;
      row.title = found->feed.title;
      row.site = found->feed.link;
      for (const feed::Link& other : found->others) {
        std::cout << "also offered: " << safe_for_terminal(other.url) << '\n';
      }
    }
    Result<bool> added = false;
    Status done = memory->transaction([&]() -> Status {
      added = subscribe(*memory, row);
      return added ? Status(Ok{}) : Status(added.error());
    });
    if (!done) return report_error("indexer", done.error());
    std::cout << (*added ? "added " : "known ") << safe_for_terminal(row.url) << '\n';
    ++good;
  }
  return exit_of(good, args.urls.size());
}

int run_retry(const FeedsArgs& args) {
  auto memory = open_memory(args.index);
  if (!memory) return report_error("indexer", memory.error());
  const auto retried = memory->feeds.retry_failing();
  if (!retried) return report_error("indexer", retried.error());
  std::cout << fmt::format("the next crawl asks {} failing feed{}\n", *retried,
                           *retried == 1 ? "" : "s");
  return kExitOk;
}

int run_remove(const FeedsArgs& args) {
  auto memory = open_memory(args.index);
  if (!memory) return report_error("indexer", memory.error());
  std::size_t good = 0;
  for (const std::string& url : args.urls) {
    const auto removed = memory->feeds.remove(with_scheme(url));
    if (!removed) return report_error("indexer", removed.error());
    if (*removed) {
      ++good;
    } else {
      report_error("indexer", {ErrorCode::NotFound, "'" + url + "' is not subscribed",
                               "`indexer feeds list` shows what is"});
    }
  }
  return exit_of(good, args.urls.size());
}

nlohmann::ordered_json json_of(const crawl::FeedRow& feed) {
  return {{"url", feed.url},
          {"title", feed.title},
          {"site", feed.site},
          {"folder", feed.folder},
          {"status", feed.status == crawl::FeedStatus::Gone ? "gone" : "active"},
          {"failures", feed.failures},
          {"last_error", feed.last_error},
          {"private", feed.reach == fetch::Reach::Any},
          {"any_certificate", feed.settings.trust == fetch::Trust::AnyCertificate},
          {"every_minutes", feed.settings.every.count()},
          {"user_agent", feed.settings.user_agent},
          {"last_check", feed.last_check.time_since_epoch().count()},
          {"last_news", feed.last_news.time_since_epoch().count()},
          {"next_check", feed.next_check.time_since_epoch().count()}};
}

int run_list(const FeedsArgs& args) {
  auto memory = open_memory(args.index);
  if (!memory) return report_error("indexer", memory.error());
  const auto feeds = memory->feeds.all();
  if (!feeds) return report_error("indexer", feeds.error());
  for (const crawl::FeedRow& feed : *feeds) {
    if (args.json) {
      std::cout << json_of(feed).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                << '\n';
      continue;
    }
    std::string line = feed.url;
    if (!feed.title.empty()) line += "  " + feed.title;
    if (!feed.last_error.empty()) line += "  [" + feed.last_error + "]";
    std::cout << safe_for_terminal(line) << '\n';
  }
  return kExitOk;
}

int run_check(const FeedsArgs& args) {
  const date::SystemClock clock;
  auto memory = open_memory(args.index);
  if (!memory) return report_error("indexer", memory.error());
  const auto feeds = memory->feeds.all();
  if (!feeds) return report_error("indexer", feeds.error());
  fetch::CurlClient client(curl_options(args.network));
  fetch::Fetcher fetcher(client, memory->hosts, clock, fetcher_options(args.network));
  const std::atomic<bool>& stop = stop_on_signals();
  std::size_t good = 0;
  for (const crawl::FeedRow& feed : *feeds) {
    if (stop) return kExitPartial;
    const auto found = crawl::find_feed(fetcher, feed);
    std::string verdict = found ? fmt::format("ok, {} entries", found->feed.entries.size())
                                : without_name(found.error().message, feed.url);
    if (found && found->url != feed.url) verdict = "is a page; its feed is " + found->url;
    if (found && found->url == feed.url) ++good;
    std::cout << safe_for_terminal(feed.url + "  " + verdict) << std::endl;
  }
  return exit_of(good, feeds->size());
}

struct Subcommand {
  const char* name;
  const char* help;
  int (*run)(const FeedsArgs&);
};

CLI::App* declare(CLI::App& feeds, Action& action, const std::shared_ptr<FeedsArgs>& args,
                  const Subcommand& subcommand) {
  CLI::App* command = feeds.add_subcommand(subcommand.name, subcommand.help);
  command->add_option("-i,--index", args->index, "Directory of the index")
      ->required()
      ->type_name("DIR");
  command->callback(
      [args, run = subcommand.run, &action] { action = [args, run] { return run(*args); }; });
  return command;
}

}  // namespace

void declare_feeds(CLI::App& app, Action& action) {
  auto args = std::make_shared<FeedsArgs>();
  CLI::App* feeds = app.add_subcommand("feeds", "Shows and changes what `crawl` is subscribed to");
  feeds->require_subcommand(1);
  CLI::App* add =
      declare(*feeds, action, args,
              {"add", "Subscribes to feeds; the address of a site finds its feed", run_add});
  add->add_option("URL", args->urls, "Feeds or sites")->required();
  add->add_option("--folder", args->folder, "Folder to file them under");
  add->add_flag("--private", args->is_private, "They may live in a private network");
  add->add_option("--every", args->every, "Ask them no more often than this")
      ->check(check_duration)
      ->type_name("7d");
  add->add_option("--user-agent", args->user_agent, "Our name to their servers, instead of ours");
  add->add_flag("--any-certificate", args->any_certificate,
                "Do not verify the certificate of their servers");
  add->add_flag("--offline", args->offline, "Take the addresses as they are");
  add_network_options(*add, args->network);
  CLI::App* remove = declare(*feeds, action, args, {"remove", "Ends subscriptions", run_remove});
  remove->add_option("URL", args->urls, "Feeds")->required();
  CLI::App* list = declare(*feeds, action, args, {"list", "Lists the subscriptions", run_list});
  list->add_flag("--json", args->json, "One JSON object a line");
  CLI::App* import =
      declare(*feeds, action, args,
              {"import", "Subscribes to the feeds of an OPML file", run_feeds_import});
  import->add_option("FILE", args->file, "OPML file")->required();
  import->add_option("--folder", args->folder, "Folder to file them under");
  import->add_flag("--trusted", args->trusted,
                   "Let the file say which feeds are private or need no valid certificate");
  declare(*feeds, action, args, {"export", "Prints the subscriptions as OPML", run_feeds_export});
  declare(*feeds, action, args,
          {"retry",
           "Lets the next crawl ask all feeds that fail or are gone, whatever it was to wait for",
           run_retry});
  CLI::App* check =
      declare(*feeds, action, args, {"check", "Fetches every feed and tells how it is", run_check});
  add_network_options(*check, args->network);
}

}  // namespace kiosque::cli
