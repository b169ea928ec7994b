#include <vector>

#include "indexer/feed/draft.h"
#include "indexer/feed/fields.h"
#include "indexer/feed/formats.h"
#include "indexer/feed/markup.h"

namespace kiosque::feed {
namespace {

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
      read_field(feed_, child, scope, Dialect::Rss, false);
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
    read_field(draft, child, scope, Dialect::Rss, true);
  }
  return draft;
}

}  // namespace

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
