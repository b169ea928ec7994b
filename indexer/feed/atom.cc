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
  draft.add_title(s.rank, atom_construct(s.element, s.scope), s.scope);
}

void read_summary(Draft& draft, const Source& s) {
  draft.add_summary(s.rank, atom_construct(s.element, s.scope), s.scope);
}

void read_content(Draft& draft, const Source& s) {
  const std::string type = lower(attribute_of(s.element, "type"));
  const bool is_media =
      type.starts_with("image/") || type.starts_with("video/") || type.starts_with("audio/");
  if (is_media) return;
  draft.add_content(s.rank, atom_construct(s.element, s.scope), s.scope);
  const std::string source = attribute_of(s.element, "src");
  const std::string url = source.empty() ? source : web_url(s.scope.base, source);
  if (!url.empty()) draft.link.offer(kGuess, url);
}

void read_id(Draft& draft, const Source& s) {
  std::string id = text_of(s.element);
  if (id.empty()) return;
  // Identifiers stay as written; only a path needs its host to be one.
  std::string absolute = id.starts_with('/') ? web_url(s.scope.base, id) : std::string();
  draft.id.offer(s.rank, absolute.empty() ? std::move(id) : std::move(absolute));
}

void read_link(Draft& draft, const Source& s) {
  const pugi::xml_attribute href = s.element.attribute("href");
  const std::string target = href ? href.value() : text_of(s.element);
  if (!href && target.empty()) return;
  const std::string relation = lower(attribute_of(s.element, "rel"));
  const std::string type = lower(attribute_of(s.element, "type"));
  if (relation.ends_with("enclosure")) return draft.add_enclosure(s.scope.base, target, type);
  std::string url = web_url(s.scope.base, target);
  if (url.empty()) return;
  if (relation.empty() || relation.ends_with("alternate")) {
    const bool is_page = type.starts_with("text/html") || type.ends_with("xhtml+xml");
    draft.link.offer(s.rank + (is_page ? 2 : type.empty() ? 1 : 0), std::move(url));
  } else if (relation == "self") {
    draft.self.offer(s.rank, std::move(url));
  } else if (relation == "hub") {
    draft.hub.offer(s.rank, std::move(url));
  } else if (relation == "image") {
    draft.add_image(std::move(url));
  }
}

void read_author(Draft& draft, const Source& s) {
  std::string name;
  std::string address;
  for (const pugi::xml_node part : s.element.children()) {
    const std::string local = name_of(part).local;
    if (local == "name" && name.empty()) name = text_of(part);
    if (local == "email" && address.empty()) address = text_of(part);
  }
  if (name.empty() && address.empty() && !has_elements(s.element)) name = text_of(s.element);
  draft.add_person(s.rank, name.empty() ? address : name);
}

void read_category(Draft& draft, const Source& s) {
  std::string term = attribute_of(s.element, "term");
  if (term.empty()) term = attribute_of(s.element, "label");
  draft.add_category(term.empty() ? text_of(s.element) : term);
}

/// The feed an entry was taken from; its author speaks for an entry that names none.
void read_source(Draft& draft, const Source& s) {
  Draft origin;
  for (const pugi::xml_node child : s.element.children()) {
    if (child.type() != pugi::node_element) continue;
    const Name name = name_of(child);
    if (name.local != "source") read_field(origin, child, s.scope, Dialect::Atom, Subject::Feed);
  }
  if (!origin.title.empty()) draft.source_title.offer(s.rank, origin.title.value());
  if (!origin.link.empty()) draft.source_url.offer(s.rank, origin.link.value());
  for (Draft::Person& person : origin.people) {
    person.rank = kGuess;
    draft.people.push_back(std::move(person));
  }
}

void read_logo(Draft& draft, const Source& s) {
  std::string url = web_url(s.scope.base, text_of(s.element));
  if (url.empty()) return;
  const bool is_logo = name_of(s.element).local == "logo";
  draft.image.offer(s.rank + (is_logo ? 1 : 0), std::move(url));
}

constexpr std::array kFields{
    FieldReader{Ns::Atom, "title", read_title},
    FieldReader{Ns::Atom, "subtitle", read_summary},
    FieldReader{Ns::Atom, "tagline", read_summary},  // Atom 0.3
    FieldReader{Ns::Atom, "summary", read_summary},
    FieldReader{Ns::Atom, "content", read_content},
    FieldReader{Ns::Atom, "id", read_id},
    FieldReader{Ns::Atom, "link", read_link},
    FieldReader{Ns::Atom, "author", read_author},
    FieldReader{Ns::Atom, "category", read_category},
    FieldReader{Ns::Atom, "published", read_published},
    FieldReader{Ns::Atom, "issued", read_published},  // Atom 0.3
    FieldReader{Ns::Atom, "updated", read_updated},
    FieldReader{Ns::Atom, "modified", read_updated},  // Atom 0.3
    FieldReader{Ns::Atom, "created", read_created},   // Atom 0.3
    FieldReader{Ns::Atom, "source", read_source},
    FieldReader{Ns::Atom, "logo", read_logo},
    FieldReader{Ns::Atom, "icon", read_logo},
};

// --- the document ---

bool is_entry(const Name& name) {
  return (name.ns == Ns::Atom || name.ns == Ns::Core) &&
         (name.local == "entry" || name.local == "item");
}

Entry read_entry(pugi::xml_node element, const Scope& outer, const Feed& feed) {
  Draft draft;
  const Scope scope = enter(outer, element);
  for (const pugi::xml_node child : element.children()) {
    if (child.type() != pugi::node_element) continue;
    read_field(draft, child, scope, Dialect::Atom, Subject::Entry);
  }
  Entry entry = make_entry(draft, feed.language);
  if (entry.authors.empty()) entry.authors = feed.authors;
  return entry;
}

}  // namespace

std::span<const FieldReader> atom_fields() { return kFields; }

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
      read_field(draft, child, scope, Dialect::Atom, Subject::Feed);
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
