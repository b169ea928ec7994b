#include "indexer/feed/draft.h"
#include "indexer/feed/fields.h"
#include "indexer/feed/formats.h"

namespace kiosque::feed {
namespace {

bool is_entry(const Name& name) {
  return (name.ns == Ns::Atom || name.ns == Ns::Core) &&
         (name.local == "entry" || name.local == "item");
}

Entry read_entry(pugi::xml_node element, const Scope& outer, const Feed& feed) {
  Draft draft;
  const Scope scope = enter(outer, element);
  for (const pugi::xml_node child : element.children()) {
    if (child.type() != pugi::node_element) continue;
    read_field(draft, child, scope, Dialect::Atom, true);
  }
  Entry entry = make_entry(draft, feed.language);
  if (entry.authors.empty()) entry.authors = feed.authors;
  return entry;
}

}  // namespace

Feed read_atom(pugi::xml_node root, const Scope& outer, const Context& context) {
  Feed feed;
  feed.format = Format::Atom;
  if (is_entry(name_of(root))) {
    feed.entries.push_back(read_entry(root, outer, feed));
    return feed;
  }
  const Scope scope = enter(outer, root);
  feed.language = scope.language.empty() ? context.content_language : scope.language;

  Draft draft;
  std::vector<pugi::xml_node> entries;
  for (const pugi::xml_node child : root.children()) {
    if (child.type() != pugi::node_element) continue;
    const Name name = name_of(child);
    if (is_entry(name)) {
      entries.push_back(child);
    } else {
      read_field(draft, child, scope, Dialect::Atom, false);
    }
  }
  fill_feed(feed, draft);
  feed.entries.reserve(entries.size());
  for (const pugi::xml_node entry : entries) {
    feed.entries.push_back(read_entry(entry, scope, feed));
  }
  return feed;
}

}  // namespace kiosque::feed
