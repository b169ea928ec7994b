#include <fmt/format.h>

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
#include "indexer/cli/network.h"
#include "indexer/crawl/store.h"
#include "indexer/feed/feed.h"
#include "indexer/fetch/curl_client.h"
#include "indexer/pipeline/find_feed.h"

namespace kiosque {
namespace {

struct Args {
  std::string index;
  std::vector<std::string> urls;
  std::string file;
  std::string folder;
  NetworkArgs network;
  bool is_private = false;
  bool offline = false;
  bool json = false;

  [[nodiscard]] Reach reach() const { return is_private ? Reach::Any : Reach::Public; }
};

constexpr std::size_t kOpmlBytes = 20u << 20;

/// The store of an index, whose directory is made if need be: feeds may come before articles.
Result<Store> open_store(const std::string& index) {
  std::error_code failure;
  std::filesystem::create_directories(index, failure);
  if (failure) return system_error("make the index directory", index, failure.value());
  return Store::open(index);
}

std::string with_scheme(const std::string& url) {
  return url.find("://") == std::string::npos ? "https://" + url : url;
}

int exit_of(std::size_t good, std::size_t all) {
  if (good == all) return kExitOk;
  return good == 0 ? kExitError : kExitPartial;
}

int run_add(const Args& args) {
  const SystemClock clock;
  auto store = open_store(args.index);
  if (!store) return report_error("indexer", store.error());
  CurlClient client(curl_options(args.network));
  Fetcher fetcher(client, *store, clock, fetcher_options(args.network));
  std::size_t good = 0;
  for (const std::string& given : args.urls) {
    FeedRow row;
    row.url = with_scheme(given);
    row.folder = args.folder;
    row.reach = args.reach();
    if (!args.offline) {
      const auto found = find_feed(fetcher, row.url, row.reach);
      if (!found) {
        report_error("indexer", found.error());
        continue;
      }
      row.url = found->url;
      row.title = found->feed.title;
      row.site = found->feed.link;
      for (const FeedLink& other : found->others) {
        std::cout << "also offered: " << safe_for_terminal(other.url) << '\n';
      }
    }
    const auto added = store->add_feed(row);
    if (!added) return report_error("indexer", added.error());
    std::cout << (*added ? "added " : "known ") << safe_for_terminal(row.url) << '\n';
    ++good;
  }
  return exit_of(good, args.urls.size());
}

int run_remove(const Args& args) {
  auto store = open_store(args.index);
  if (!store) return report_error("indexer", store.error());
  std::size_t good = 0;
  for (const std::string& url : args.urls) {
    const auto removed = store->remove_feed(with_scheme(url));
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

nlohmann::ordered_json json_of(const FeedRow& feed) {
  return {{"url", feed.url},
          {"title", feed.title},
          {"site", feed.site},
          {"folder", feed.folder},
          {"status", feed.status == FeedStatus::Gone ? "gone" : "active"},
          {"failures", feed.failures},
          {"last_error", feed.last_error},
          {"last_check", feed.last_check.time_since_epoch().count()},
          {"last_news", feed.last_news.time_since_epoch().count()},
          {"next_check", feed.next_check.time_since_epoch().count()}};
}

int run_list(const Args& args) {
  auto store = open_store(args.index);
  if (!store) return report_error("indexer", store.error());
  const auto feeds = store->feeds();
  if (!feeds) return report_error("indexer", feeds.error());
  for (const FeedRow& feed : *feeds) {
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

int run_import(const Args& args) {
  const auto bytes = read_file(args.file, kOpmlBytes);
  if (!bytes) return report_error("indexer", bytes.error());
  const Feed list = parse_feed(*bytes, {});
  if (list.format != FeedFormat::Opml) {
    return report_error("indexer", {ErrorCode::Invalid, "'" + args.file + "' is no OPML file",
                                    "export the subscriptions of your reader as OPML"});
  }
  auto store = open_store(args.index);
  if (!store) return report_error("indexer", store.error());
  std::size_t added = 0;
  Status done = store->transaction([&]() -> Status {
    for (const FeedLink& link : list.subscriptions) {
      FeedRow row;
      row.url = link.url;
      row.title = link.title;
      row.site = link.site;
      row.folder = args.folder.empty() ? link.folder : args.folder;
      const auto fresh = store->add_feed(row);
      if (!fresh) return fresh.error();
      if (*fresh) ++added;
    }
    return Ok{};
  });
  if (!done) return report_error("indexer", done.error());
  std::cout << fmt::format("{} added, {} known\n", added, list.subscriptions.size() - added);
  return kExitOk;
}

std::string outline_of(const FeedRow& feed) {
  const std::string& title = feed.title.empty() ? feed.url : feed.title;
  return fmt::format(
      "<outline type=\"rss\" text=\"{0}\" title=\"{0}\" xmlUrl=\"{1}\" "
      "htmlUrl=\"{2}\"/>\n",
      escape_html(title), escape_html(feed.url), escape_html(feed.site));
}

int run_export(const Args& args) {
  auto store = open_store(args.index);
  if (!store) return report_error("indexer", store.error());
  const auto feeds = store->feeds();  // sorted by folder
  if (!feeds) return report_error("indexer", feeds.error());
  std::cout << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n"
               "<head><title>Kiosque</title></head>\n<body>\n";
  std::string open_folder;
  for (const FeedRow& feed : *feeds) {
    if (!feed.parent.empty()) continue;  // its sitemap index names it again
    if (feed.folder != open_folder) {
      if (!open_folder.empty()) std::cout << "</outline>\n";
      open_folder = feed.folder;
      std::cout << "<outline text=\"" << escape_html(open_folder) << "\">\n";
    }
    std::cout << outline_of(feed);
  }
  if (!open_folder.empty()) std::cout << "</outline>\n";
  std::cout << "</body>\n</opml>\n";
  return kExitOk;
}

int run_check(const Args& args) {
  const SystemClock clock;
  auto store = open_store(args.index);
  if (!store) return report_error("indexer", store.error());
  const auto feeds = store->feeds();
  if (!feeds) return report_error("indexer", feeds.error());
  CurlClient client(curl_options(args.network));
  Fetcher fetcher(client, *store, clock, fetcher_options(args.network));
  const std::atomic<bool>& stop = stop_on_signals();
  std::size_t good = 0;
  for (const FeedRow& feed : *feeds) {
    if (stop) return kExitPartial;
    const auto found = find_feed(fetcher, feed.url, feed.reach);
    std::string verdict =
        found ? fmt::format("ok, {} entries", found->feed.entries.size()) : found.error().message;
    if (found && found->url != feed.url) verdict = "is a page; its feed is " + found->url;
    if (found && found->url == feed.url) ++good;
    std::cout << safe_for_terminal(feed.url + "  " + verdict) << std::endl;
  }
  return exit_of(good, feeds->size());
}

using Run = int (*)(const Args&);

CLI::App* declare(CLI::App& feeds, Action& action, const std::shared_ptr<Args>& args,
                  const char* name, const char* help, Run run) {
  CLI::App* command = feeds.add_subcommand(name, help);
  command->add_option("-i,--index", args->index, "Directory of the index")
      ->required()
      ->type_name("DIR");
  command->callback([args, run, &action] { action = [args, run] { return run(*args); }; });
  return command;
}

}  // namespace

void declare_feeds(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  CLI::App* feeds = app.add_subcommand("feeds", "Shows and changes what `crawl` is subscribed to");
  feeds->require_subcommand(1);
  CLI::App* add = declare(*feeds, action, args, "add",
                          "Subscribes to feeds; the address of a site finds its feed", run_add);
  add->add_option("URL", args->urls, "Feeds or sites")->required();
  add->add_option("--folder", args->folder, "Folder to file them under");
  add->add_flag("--private", args->is_private, "They may live in a private network");
  add->add_flag("--offline", args->offline, "Take the addresses as they are");
  add_network_options(*add, args->network);
  CLI::App* remove = declare(*feeds, action, args, "remove", "Ends subscriptions", run_remove);
  remove->add_option("URL", args->urls, "Feeds")->required();
  CLI::App* list = declare(*feeds, action, args, "list", "Lists the subscriptions", run_list);
  list->add_flag("--json", args->json, "One JSON object a line");
  CLI::App* import = declare(*feeds, action, args, "import",
                             "Subscribes to the feeds of an OPML file", run_import);
  import->add_option("FILE", args->file, "OPML file")->required();
  import->add_option("--folder", args->folder, "Folder to file them under");
  declare(*feeds, action, args, "export", "Prints the subscriptions as OPML", run_export);
  CLI::App* check =
      declare(*feeds, action, args, "check", "Fetches every feed and tells how it is", run_check);
  add_network_options(*check, args->network);
}

}  // namespace kiosque
