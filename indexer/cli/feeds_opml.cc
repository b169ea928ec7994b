// Subscriptions in and out as OPML.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <string>

#include "common/base/escape.h"
#include "common/base/files.h"
#include "common/base/terminal.h"
#include "indexer/cli/command.h"
#include "indexer/cli/duration.h"
#include "indexer/cli/feeds.h"
#include "indexer/feed/feed.h"

namespace kiosque::cli {
namespace {

constexpr std::size_t kOpmlBytes = 20u << 20;

std::string attribute(std::string_view name, std::string_view value) {
  return value.empty() ? "" : fmt::format(" {}=\"{}\"", name, escape_html(value));
}

/// What the user said of a feed, as attributes of kWishesNamespace.
std::string wishes_of(const crawl::FeedRow& feed) {
  const crawl::FeedSettings& settings = feed.settings;
  const bool is_own_pace = settings.every.count() > 0;
  return attribute("kiosque:every", is_own_pace ? format_duration(settings.every) : "") +
         attribute("kiosque:user-agent", settings.user_agent) +
         attribute("kiosque:private", feed.reach == fetch::Reach::Any ? "true" : "") +
         attribute("kiosque:any-certificate",
                   settings.trust == fetch::Trust::AnyCertificate ? "true" : "");
}

std::string outline_of(const crawl::FeedRow& feed) {
  const std::string& title = feed.title.empty() ? feed.url : feed.title;
  return "<outline type=\"rss\"" + attribute("text", title) + attribute("title", title) +
         attribute("xmlUrl", feed.url) + attribute("htmlUrl", feed.site) + wishes_of(feed) + "/>\n";
}

/// What an OPML file says of a feed. What lowers our guard counts only in one the user trusts.
crawl::FeedRow row_of(const feed::Link& link, const FeedsArgs& args) {
  crawl::FeedRow row;
  row.url = link.url;
  if (link.title != link.url) row.title = link.title;  // else it has none yet: see outline_of
  row.site = link.site;
  row.folder = args.folder.empty() ? link.folder : args.folder;
  if (const auto wait = parse_duration(link.wishes.every)) {
    row.settings.every = std::chrono::ceil<std::chrono::minutes>(*wait);
  }
  row.settings.user_agent = link.wishes.user_agent;
  if (args.trusted && link.wishes.is_private) row.reach = fetch::Reach::Any;
  if (args.trusted && link.wishes.any_certificate)
    row.settings.trust = fetch::Trust::AnyCertificate;
  return row;
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

}  // namespace

int run_feeds_import(const FeedsArgs& args) {
  const auto bytes = read_file(args.file, kOpmlBytes);
  if (!bytes) return report_error("indexer", bytes.error());
  const feed::Feed list = feed::parse(*bytes, {});
  if (list.format != feed::Format::Opml) {
    return report_error("indexer", {ErrorCode::Invalid, "'" + args.file + "' is no OPML file",
                                    "export the subscriptions of your reader as OPML"});
  }
  auto memory = open_memory(args.index);
  if (!memory) return report_error("indexer", memory.error());
  std::size_t added = 0;
  Status done = memory->transaction([&]() -> Status {
    for (const feed::Link& link : list.subscriptions) {
      const auto fresh = subscribe(*memory, row_of(link, args));
      if (!fresh) return fresh.error();
      if (*fresh) ++added;
    }
    return Ok{};
  });
  if (!done) return report_error("indexer", done.error());
  std::cout << fmt::format("{} added, {} known\n", added, list.subscriptions.size() - added);
  if (!args.trusted) tell_of_distrust(list);
  return kExitOk;
}

int run_feeds_export(const FeedsArgs& args) {
  auto memory = open_memory(args.index);
  if (!memory) return report_error("indexer", memory.error());
  const auto feeds = memory->feeds.all();  // sorted by folder
  if (!feeds) return report_error("indexer", feeds.error());
  std::cout << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\" xmlns:kiosque=\""
            << feed::kWishesNamespace
            << "\">\n"
               "<head><title>Kiosque</title></head>\n<body>\n";
  std::string open_folder;
  for (const crawl::FeedRow& feed : *feeds) {
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

}  // namespace kiosque::cli
