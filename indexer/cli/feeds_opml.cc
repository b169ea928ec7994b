// Subscriptions in and out as OPML.
#include <fmt/format.h>

#include <iostream>
#include <string>

#include "common/base/escape.h"
#include "common/base/files.h"
#include "common/base/terminal.h"
#include "indexer/cli/command.h"
#include "indexer/cli/feeds.h"
#include "indexer/feed/feed.h"

namespace kiosque {
namespace {

constexpr std::size_t kOpmlBytes = 20u << 20;

std::string outline_of(const FeedRow& feed) {
  const std::string& title = feed.title.empty() ? feed.url : feed.title;
  return fmt::format(
      "<outline type=\"rss\" text=\"{0}\" title=\"{0}\" xmlUrl=\"{1}\" "
      "htmlUrl=\"{2}\"/>\n",
      escape_html(title), escape_html(feed.url), escape_html(feed.site));
}

}  // namespace

int run_feeds_import(const FeedsArgs& args) {
  const auto bytes = read_file(args.file, kOpmlBytes);
  if (!bytes) return report_error("indexer", bytes.error());
  const Feed list = parse_feed(*bytes, {});
  if (list.format != FeedFormat::Opml) {
    return report_error("indexer", {ErrorCode::Invalid, "'" + args.file + "' is no OPML file",
                                    "export the subscriptions of your reader as OPML"});
  }
  auto store = open_feeds_store(args.index);
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

int run_feeds_export(const FeedsArgs& args) {
  auto store = open_feeds_store(args.index);
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

}  // namespace kiosque
