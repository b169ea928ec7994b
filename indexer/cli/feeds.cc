#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "common/base/escape.h"
#include "common/base/files.h"
#include "common/base/terminal.h"
#include "indexer/cli/cli.h"
#include "indexer/cli/network.h"
#include "indexer/cli/opml.h"
#include "indexer/cli/options.h"
#include "indexer/crawl/find_feed.h"
#include "indexer/crawl/memory.h"
#include "indexer/feed/feed.h"
#include "indexer/fetch/curl_client.h"

namespace kiosque::cli {

namespace {

/// What the commands below `indexer feeds` take; each uses its part.
struct Args {
  std::string index;
  std::vector<std::string> urls;
  std::string file;
  std::string folder;
  NetworkArgs network;
  std::string every;
  std::string user_agent;
  bool any_certificate = false;
  bool trusted = false;
  bool is_private = false;
  bool offline = false;
  bool json = false;
};

constexpr std::size_t kOpmlBytes = 20u << 20;

/// What the options say of a feed.
crawl::FeedRow feed_of(const Args& args, const std::string& url) {
  crawl::FeedRow row;
  row.url = url;
  row.folder = args.folder;
  row.reach = args.is_private ? fetch::Reach::Any : fetch::Reach::Public;
  if (const auto wait = parse_duration(args.every)) {
    row.settings.every = std::chrono::ceil<std::chrono::minutes>(*wait);
  }
  row.settings.user_agent = args.user_agent;
  if (args.any_certificate) row.settings.trust = fetch::Trust::AnyCertificate;
  return row;
}

/// The memory of the crawler, whose directory is made if need be: feeds may come before articles.
Result<crawl::Memory> open_memory(const std::string& index) {
  std::error_code failure;
  std::filesystem::create_directories(index, failure);
  if (failure) return system_error("make the index directory", index, failure.value());
  return crawl::Memory::open(index);
}

/// Adds a feed, or changes what is known of one that is there as far as `row` says; true if it is
/// new. REQUIRES: a transaction, for a crawl may be at work.
Result<bool> subscribe(crawl::Memory& memory, const crawl::FeedRow& row) {
  auto added = memory.feeds.add(row);
  if (!added || *added) return added;
  TRY(const auto found, memory.feeds.find(row.url));
  crawl::FeedRow known = found.value();
  if (!row.folder.empty()) known.folder = row.folder;
  if (row.reach == fetch::Reach::Any) known.reach = row.reach;
  if (row.settings.every.count() > 0) known.settings.every = row.settings.every;
  if (!row.settings.user_agent.empty()) known.settings.user_agent = row.settings.user_agent;
  if (row.settings.trust == fetch::Trust::AnyCertificate) known.settings.trust = row.settings.trust;
  TRY(memory.feeds.save_wishes(known));
  return false;
}

std::string with_scheme(const std::string& url) {
  return url.find("://") == std::string::npos ? "https://" + url : url;
}

ExitStatus exit_of(std::size_t good, std::size_t all) {
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

Result<ExitStatus> run_add(const Args& args) {
  const date::SystemClock clock;
  TRY(auto memory, open_memory(args.index));
  fetch::CurlClient client(curl_options(args.network));
  fetch::Fetcher fetcher(client, memory.hosts, clock, fetcher_options(args.network));
  std::size_t good = 0;
  for (const std::string& given : args.urls) {
    crawl::FeedRow row = feed_of(args, with_scheme(given));
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
    bool added = false;
    TRY(memory.transaction([&]() -> Status {
      TRY(added, subscribe(memory, row));
      return Ok{};
    }));
    std::cout << (added ? "added " : "known ") << safe_for_terminal(row.url) << '\n';
    ++good;
  }
  return exit_of(good, args.urls.size());
}

Result<ExitStatus> run_retry(const Args& args) {
  TRY(auto memory, open_memory(args.index));
  TRY(const auto retried, memory.feeds.retry_failing());
  std::cout << fmt::format("the next crawl asks {} failing feed{}\n", retried,
                           retried == 1 ? "" : "s");
  return kExitOk;
}

Result<ExitStatus> run_remove(const Args& args) {
  TRY(auto memory, open_memory(args.index));
  std::size_t good = 0;
  for (const std::string& url : args.urls) {
    TRY(const auto removed, memory.feeds.remove(with_scheme(url)));
    if (removed) {
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

Result<ExitStatus> run_list(const Args& args) {
  TRY(auto memory, open_memory(args.index));
  TRY(const auto feeds, memory.feeds.all());
  for (const crawl::FeedRow& feed : feeds) {
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

Result<ExitStatus> run_check(const Args& args) {
  const date::SystemClock clock;
  TRY(auto memory, open_memory(args.index));
  TRY(const auto feeds, memory.feeds.all());
  fetch::CurlClient client(curl_options(args.network));
  fetch::Fetcher fetcher(client, memory.hosts, clock, fetcher_options(args.network));
  const std::atomic<bool>& stop = stop_on_signals();
  std::size_t good = 0;
  for (const crawl::FeedRow& feed : feeds) {
    if (stop) return kExitPartial;
    const auto found = crawl::find_feed(fetcher, feed);
    std::string verdict = found ? fmt::format("ok, {} entries", found->feed.entries.size())
                                : without_name(found.error().message, feed.url);
    if (found && found->url != feed.url) verdict = "is a page; its feed is " + found->url;
    if (found && found->url == feed.url) ++good;
    std::cout << safe_for_terminal(feed.url + "  " + verdict) << std::endl;
  }
  return exit_of(good, feeds.size());
}

/// Tells of settings that were passed over.
void tell_of_distrust(const feed::Feed& list) {
  const auto wanting = std::ranges::count_if(list.subscriptions, [](const feed::Link& link) {
    return link.wishes.is_private || link.wishes.any_certificate;
  });
  if (wanting == 0) return;
  std::cerr << fmt::format(
      "indexer: {} feed{} said to be private or to need no valid certificate: not believed\n"
      "  if the file is your own, import it with --trusted\n",
      wanting, wanting == 1 ? " is" : "s are");
}

Result<ExitStatus> run_import(const Args& args) {
  TRY(const auto bytes, read_file(args.file, kOpmlBytes));
  const feed::Feed list = feed::parse(bytes, {});
  if (list.format != feed::Format::Opml) {
    return Error{ErrorCode::Invalid, "'" + args.file + "' is no OPML file",
                 "export the subscriptions of your reader as OPML"};
  }
  TRY(auto memory, open_memory(args.index));
  std::size_t added = 0;
  TRY(memory.transaction([&]() -> Status {
    for (const feed::Link& link : list.subscriptions) {
      crawl::FeedRow row = feed_of(link, args.trusted ? Origin::Own : Origin::Foreign);
      if (!args.folder.empty()) row.folder = args.folder;
      TRY(const bool fresh, subscribe(memory, row));
      if (fresh) ++added;
    }
    return Ok{};
  }));
  std::cout << fmt::format("{} added, {} known\n", added, list.subscriptions.size() - added);
  if (!args.trusted) tell_of_distrust(list);
  return kExitOk;
}

Result<ExitStatus> run_export(const Args& args) {
  TRY(auto memory, open_memory(args.index));
  TRY(const auto feeds, memory.feeds.all());  // sorted by folder
  std::cout << to_opml(feeds);
  return kExitOk;
}

struct Subcommand {
  const char* name;
  const char* help;
  Result<ExitStatus> (*run)(const Args&);
};

CLI::App* declare(CLI::App& feeds, Action& action, const std::shared_ptr<Args>& args,
                  const Subcommand& subcommand) {
  CLI::App* command = feeds.add_subcommand(subcommand.name, subcommand.help);
  add_index_option(*command, args->index);
  command->callback(
      [args, run = subcommand.run, &action] { action = [args, run] { return run(*args); }; });
  return command;
}

}  // namespace

void declare_feeds(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
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
  CLI::App* import = declare(*feeds, action, args,
                             {"import", "Subscribes to the feeds of an OPML file", run_import});
  import->add_option("FILE", args->file, "OPML file")->required();
  import->add_option("--folder", args->folder, "Folder to file them under");
  import->add_flag("--trusted", args->trusted,
                   "Let the file say which feeds are private or need no valid certificate");
  declare(*feeds, action, args, {"export", "Prints the subscriptions as OPML", run_export});
  declare(*feeds, action, args,
          {"retry",
           "Lets the next crawl ask all feeds that fail or are gone, whatever it was to wait for",
           run_retry});
  CLI::App* check =
      declare(*feeds, action, args, {"check", "Fetches every feed and tells how it is", run_check});
  add_network_options(*check, args->network);
}

}  // namespace kiosque::cli
