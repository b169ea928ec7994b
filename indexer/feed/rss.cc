#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "common/base/ascii.h"
#include "indexer/feed/draft.h"
#include "indexer/feed/formats.h"
#include "indexer/feed/markup.h"

namespace kiosque::feed {
namespace {

// --- elements ---

void read_title(Draft& draft, const Source& s) {
  draft.add_title(s.rank, rss_construct(s.element, s.scope), s.scope);
}

void read_description(Draft& draft, const Source& s) {
  draft.add_summary(s.rank, rss_construct(s.element, s.scope), s.scope);
}

void read_body(Draft& draft, const Source& s) {
  draft.add_content(s.rank, rss_construct(s.element, s.scope), s.scope);
}

/// `<link>` holds its address as text; some write it as Atom does, some as HTML: `<link/>http://…`.
void read_link(Draft& draft, const Source& s) {
  std::string text = text_of(s.element);
  if (text.empty() && s.element.attribute("href")) {
    const std::string relation = lower(attribute_of(s.element, "rel"));
    if (relation == "enclosure") {
      return draft.add_enclosure(s.scope.base, attribute_of(s.element, "href"),
                                 attribute_of(s.element, "type"));
    }
    if (!relation.empty() && relation != "alternate") return;
    text = attribute_of(s.element, "href");
  }
  if (text.empty()) text = trimmed(s.element.next_sibling().value());
  if (text.empty()) return;
  std::string url = web_url(s.scope.base, text);
  if (!url.empty()) draft.link.offer(s.rank, std::move(url));
}

void read_guid(Draft& draft, const Source& s) {
  const std::string id = text_of(s.element);
  if (id.empty()) return;
  draft.id.offer(s.rank, id);
  if (lower(attribute_of(s.element, "ispermalink")) == "false") return;
  std::string url = web_url("", id);
  if (!url.empty()) draft.link.offer(kForeign + 5, std::move(url));
}

void read_author(Draft& draft, const Source& s) {
  if (has_elements(s.element)) {
    std::string name;
    for (const pugi::xml_node part : s.element.children()) {
      if (name_of(part).local == "name") name = text_of(part);
    }
    draft.add_person(s.rank, name.empty() ? text_of(s.element) : name);
  } else {
    draft.add_person(s.rank, as_line(rss_construct(s.element, s.scope)));
  }
}

void read_webmaster(Draft& draft, const Source& s) {
  draft.add_person(kGuess, as_line(rss_construct(s.element, s.scope)));
}

void read_category(Draft& draft, const Source& s) {
  std::string text = as_line(rss_construct(s.element, s.scope));
  if (text.empty()) text = attribute_of(s.element, "term");
  draft.add_category(text);
}

void read_tags(Draft& draft, const Source& s) {
  draft.add_categories(as_line(rss_construct(s.element, s.scope)));
}

void read_enclosure(Draft& draft, const Source& s) {
  std::string target = attribute_of(s.element, "url");
  if (target.empty()) target = attribute_of(s.element, "href");
  if (target.empty()) return;
  draft.add_enclosure(s.scope.base, target, lower(attribute_of(s.element, "type")));
}

void read_source(Draft& draft, const Source& s) {
  std::string title = as_line(rss_construct(s.element, s.scope));
  if (!title.empty()) draft.source_title.offer(s.rank, std::move(title));
  const std::string target = attribute_of(s.element, "url");
  std::string url = target.empty() ? target : web_url(s.scope.base, target);
  if (!url.empty()) draft.source_url.offer(s.rank, std::move(url));
}

void read_image(Draft& draft, const Source& s) {
  std::string target = attribute_of(s.element, "href");
  if (target.empty() && !has_elements(s.element)) target = text_of(s.element);
  for (const pugi::xml_node part : s.element.children()) {
    if (name_of(part).local == "url") target = text_of(part);
  }
  offer_image(draft, s, target);
}

void read_ttl(Draft& draft, const Source& s) {
  const int minutes = number_of(s.element);
  if (minutes > 0) draft.ttl_minutes = minutes;
}

void read_skip_hours(Draft& draft, const Source& s) {
  for (const pugi::xml_node part : s.element.children()) {
    const int hour = number_of(part);
    if (hour >= 0 && hour <= 24) draft.skip_hours.push_back(hour % 24);
  }
}

void read_skip_days(Draft& draft, const Source& s) {
  static constexpr std::array<std::string_view, 7> kDays{
      "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
  for (const pugi::xml_node part : s.element.children()) {
    const auto* const day = std::find(kDays.begin(), kDays.end(), lower(text_of(part)));
    if (day != kDays.end()) draft.skip_days.push_back(static_cast<int>(day - kDays.begin()));
  }
}

constexpr std::array kFields{
    FieldReader{Ns::Core, "title", read_title},
    FieldReader{Ns::Core, "description", read_description},
    FieldReader{Ns::Core, "abstract", read_description},
    FieldReader{Ns::Core, "body", read_body},
    FieldReader{Ns::Core, "fullitem", read_body},
    FieldReader{Ns::Core, "link", read_link},
    FieldReader{Ns::Core, "guid", read_guid},
    FieldReader{Ns::Core, "author", read_author},
    FieldReader{Ns::Core, "managingeditor", read_author},
    FieldReader{Ns::Core, "webmaster", read_webmaster},
    FieldReader{Ns::Core, "category", read_category},
    FieldReader{Ns::Core, "tags", read_tags},
    FieldReader{Ns::Core, "keywords", read_tags},
    FieldReader{Ns::Core, "pubdate", read_published},
    FieldReader{Ns::Core, "lastbuilddate", read_updated},
    FieldReader{Ns::Core, "enclosure", read_enclosure},
    FieldReader{Ns::Core, "source", read_source},
    FieldReader{Ns::Core, "image", read_image},
    FieldReader{Ns::Core, "language", read_language},
    FieldReader{Ns::Core, "ttl", read_ttl},
    FieldReader{Ns::Core, "skiphours", read_skip_hours},
    FieldReader{Ns::Core, "skipdays", read_skip_days},
};

// --- the document ---

struct Item {
  pugi::xml_node element;
  Scope outer;
};

/// What an RSS document holds, wherever it puts it: items stand in the channel, beside it (RSS
/// 1.0), or in an `items` list (RSS 1.1).
class RssReader {
 public:
  void read_channel(pugi::xml_node channel, const Scope& outer) {
    const Scope scope = enter(outer, channel);
    if (std::string about = attribute_of(channel, "about"); !about.empty()) {
      feed_.id.offer(kModule, std::move(about));
    }
    for (const pugi::xml_node child : channel.children()) {
      if (child.type() == pugi::node_element) read_part(child, name_of(child), scope);
    }
  }

  /// Reads a child of the root. Channels do not nest.
  void read_child(pugi::xml_node child, const Scope& scope) {
    if (child.type() != pugi::node_element) return;
    const Name name = name_of(child);
    const bool core = name.ns == Ns::Core || name.ns == Ns::Atom;
    if (core && name.local == "channel") {
      read_channel(child, scope);
    } else {
      read_part(child, name, scope);
    }
  }

  [[nodiscard]] const Draft& feed() const { return feed_; }
  [[nodiscard]] const std::vector<Item>& items() const { return items_; }

 private:
  void read_part(pugi::xml_node child, const Name& name, const Scope& scope) {
    const bool core = name.ns == Ns::Core || name.ns == Ns::Atom;
    if (core && (name.local == "item" || name.local == "entry")) {
      items_.push_back({child, scope});
    } else if (core && name.local == "items") {
      for (const pugi::xml_node item : child.children()) {
        if (name_of(item).local == "item") items_.push_back({item, enter(scope, child)});
      }
    } else {
      read_field(feed_, child, scope, Dialect::Rss, Subject::Feed);
    }
  }

  Draft feed_;
  std::vector<Item> items_;
};

Draft read_item(const Item& item, const std::string& channel_link) {
  Draft draft;
  Scope outer = item.outer;
  if (outer.base.empty()) outer.base = channel_link;
  const Scope scope = enter(outer, item.element);
  if (const std::string about = attribute_of(item.element, "about"); !about.empty()) {
    draft.id.offer(kModule, about);
    draft.link.offer(kGuess, web_url("", about));
  }
  for (const pugi::xml_node child : item.element.children()) {
    if (child.type() != pugi::node_element) continue;
    read_field(draft, child, scope, Dialect::Rss, Subject::Entry);
  }
  return draft;
}

}  // namespace

std::span<const FieldReader> rss_fields() { return kFields; }

Feed read_rss(pugi::xml_node root, const Scope& outer, const Context& context) {
  RssReader reader;
  const Scope scope = enter(outer, root);
  if (name_of(root).local == "channel") {
    reader.read_channel(root, outer);
  } else {
    for (const pugi::xml_node child : root.children()) reader.read_child(child, scope);
  }

  Feed feed;
  feed.format = Format::Rss;
  feed.language = scope.language.empty() ? context.content_language : scope.language;
  fill_feed(feed, reader.feed());
  feed.entries.reserve(reader.items().size());
  for (const Item& item : reader.items()) {
    feed.entries.push_back(make_entry(read_item(item, feed.link), feed.language));
  }
  return feed;
}

}  // namespace kiosque::feed
