#include "indexer/cli/opml.h"

#include <fmt/format.h>

#include <chrono>
#include <string_view>

#include "common/base/escape.h"
#include "indexer/cli/options.h"

namespace kiosque::cli {
namespace {

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

}  // namespace

std::string to_opml(std::span<const crawl::FeedRow> feeds) {
  std::string text = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\" xmlns:kiosque=\"{}\">\n"
      "<head><title>Kiosque</title></head>\n<body>\n",
      feed::kWishesNamespace);
  std::string open_folder;
  for (const crawl::FeedRow& feed : feeds) {
    if (!feed.parent.empty()) continue;
    if (feed.folder != open_folder) {
      if (!open_folder.empty()) text += "</outline>\n";
      open_folder = feed.folder;
      text += "<outline" + attribute("text", open_folder) + ">\n";
    }
    text += outline_of(feed);
  }
  if (!open_folder.empty()) text += "</outline>\n";
  return text + "</body>\n</opml>\n";
}

crawl::FeedRow feed_of(const feed::Link& link, Origin origin) {
  crawl::FeedRow feed;
  feed.url = link.url;
  if (link.title != link.url) feed.title = link.title;  // else it has none yet: see outline_of
  feed.site = link.site;
  feed.folder = link.folder;
  if (const auto wait = parse_duration(link.wishes.every)) {
    feed.settings.every = std::chrono::ceil<std::chrono::minutes>(*wait);
  }
  feed.settings.user_agent = link.wishes.user_agent;
  if (origin == Origin::Foreign) return feed;
  if (link.wishes.is_private) feed.reach = fetch::Reach::Any;
  if (link.wishes.any_certificate) feed.settings.trust = fetch::Trust::AnyCertificate;
  return feed;
}

}  // namespace kiosque::cli
