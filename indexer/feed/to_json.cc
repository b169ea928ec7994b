#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/feed/feed.h"

namespace kiosque::feed {
namespace {

using nlohmann::ordered_json;

void put(ordered_json& object, const char* name, const std::string& value) {
  if (!value.empty()) object[name] = value;
}

void put(ordered_json& object, const char* name, const std::optional<date::Timestamp>& time) {
  if (time) object[name] = date::format_iso8601(*time);
}

template <class T>
void put(ordered_json& object, const char* name, const std::vector<T>& list) {
  if (!list.empty()) object[name] = list;
}

ordered_json object_of(const Link& link) {
  ordered_json object;
  put(object, "url", link.url);
  put(object, "type", link.type);
  put(object, "title", link.title);
  put(object, "site", link.site);
  put(object, "folder", link.folder);
  return object;
}

ordered_json object_of(const Entry& entry) {
  ordered_json object = ordered_json::object();
  put(object, "id", entry.id);
  put(object, "link", entry.link);
  put(object, "original_link", entry.original_link);
  put(object, "title", entry.title);
  put(object, "summary", entry.summary);
  put(object, "content", entry.content);
  put(object, "published", entry.published);
  put(object, "updated", entry.updated);
  put(object, "created", entry.created);
  if (!entry.authors.empty()) object["author"] = entry.authors.front();
  put(object, "authors", entry.authors);
  put(object, "categories", entry.categories);
  for (const Enclosure& enclosure : entry.enclosures) {
    ordered_json item;
    put(item, "url", enclosure.url);
    put(item, "type", enclosure.type);
    object["enclosures"].push_back(std::move(item));
  }
  put(object, "images", entry.images);
  put(object, "language", entry.language);
  if (!entry.source_title.empty() || !entry.source_url.empty()) {
    ordered_json source;
    put(source, "title", entry.source_title);
    put(source, "url", entry.source_url);
    object["source"] = std::move(source);
  }
  return object;
}

ordered_json head_of(const Feed& feed) {
  ordered_json object;
  object["format"] = format_name(feed.format);
  put(object, "title", feed.title);
  put(object, "id", feed.id);
  put(object, "link", feed.link);
  put(object, "self", feed.self);
  put(object, "hub", feed.hub);
  put(object, "description", feed.description);
  put(object, "language", feed.language);
  put(object, "image", feed.image);
  put(object, "published", feed.published);
  put(object, "updated", feed.updated);
  if (!feed.authors.empty()) object["author"] = feed.authors.front();
  put(object, "authors", feed.authors);
  put(object, "categories", feed.categories);
  if (feed.ttl_minutes) object["ttl"] = *feed.ttl_minutes;
  put(object, "skip_hours", feed.skip_hours);
  put(object, "skip_days", feed.skip_days);
  return object;
}

void put_links(ordered_json& object, const char* name, const std::vector<Link>& links) {
  for (const Link& link : links) object[name].push_back(object_of(link));
}

}  // namespace

std::string_view format_name(Format format) {
  switch (format) {
    case Format::Rss:
      return "rss";
    case Format::Atom:
      return "atom";
    case Format::JsonFeed:
      return "jsonfeed";
    case Format::Opml:
      return "opml";
    case Format::Sitemap:
      return "sitemap";
    case Format::NewsSitemap:
      return "newssitemap";
    case Format::SitemapIndex:
      return "sitemapindex";
    case Format::Html:
      return "html";
    case Format::None:
      return "none";
  }
  return "none";
}

std::string to_json(const Feed& feed) {
  ordered_json object;
  put(object, "error", feed.error);
  if (feed.error.empty()) {
    object["feed"] = head_of(feed);
    object["entries"] = ordered_json::array();
    for (const Entry& entry : feed.entries) object["entries"].push_back(object_of(entry));
  }
  put_links(object, "subscriptions", feed.subscriptions);
  put_links(object, "sitemaps", feed.sitemaps);
  put_links(object, "alternates", feed.alternates);
  return object.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace kiosque::feed
