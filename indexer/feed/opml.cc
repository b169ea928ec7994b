#include <fmt/format.h>

#include <string>
#include <vector>

#include "common/base/ascii.h"
#include "indexer/feed/formats.h"
#include "indexer/feed/markup.h"
#include "indexer/feed/namespaces.h"

namespace kiosque::feed {
namespace {

/// Outlines nest; deeper folders than this count as the last of them.
constexpr std::size_t kMaxFolders = 32;

std::string label_of(pugi::xml_node outline) {
  std::string label = attribute_of(outline, "title");
  return one_line(label.empty() ? attribute_of(outline, "text") : label);
}

/// The path of a folder; those without a name are not in it.
std::string path_of(std::vector<std::string> folders) {
  std::erase(folders, "");
  return fmt::format("{}", fmt::join(folders, "/"));
}

Wishes wishes_of(pugi::xml_node outline) {
  Wishes wishes;
  wishes.every = attribute_in(outline, kWishesNamespace, "every");
  wishes.user_agent = one_line(attribute_in(outline, kWishesNamespace, "user-agent"));
  wishes.is_private = attribute_in(outline, kWishesNamespace, "private") == "true";
  wishes.any_certificate = attribute_in(outline, kWishesNamespace, "any-certificate") == "true";
  return wishes;
}

/// The feed that an outline subscribes to; its URL is empty for a folder or another thing.
Link subscription_of(pugi::xml_node outline, const std::string& base) {
  Link link;
  link.url = web_url(base, attribute_of(outline, "xmlurl"));
  if (link.url.empty() && lower(attribute_of(outline, "type")) == "rss") {
    link.url = web_url(base, attribute_of(outline, "url"));
  }
  link.title = label_of(outline);
  link.site = web_url(base, attribute_of(outline, "htmlurl"));
  link.wishes = wishes_of(outline);
  return link;
}

}  // namespace

Feed read_opml(pugi::xml_node root, const Scope& outer) {
  Feed feed;
  feed.format = Format::Opml;
  std::vector<std::string> folders;
  std::size_t depth = 0;
  pugi::xml_node node = root.first_child();
  while (node && node != root) {
    const std::string name = lower(node.name());
    if (name == "title" && lower(node.parent().name()) == "head") {
      feed.title = one_line(text_of(node));
    }
    const bool is_outline = name == "outline";
    if (is_outline) {
      Link link = subscription_of(node, outer.base);
      link.folder = path_of(folders);
      if (!link.url.empty()) feed.subscriptions.push_back(std::move(link));
    }
    if (node.first_child()) {
      if (is_outline && ++depth <= kMaxFolders) folders.push_back(label_of(node));
      node = node.first_child();
      continue;
    }
    while (node != root && !node.next_sibling()) {
      node = node.parent();
      const bool leaves_outline = node != root && lower(node.name()) == "outline";
      if (leaves_outline && depth-- <= kMaxFolders) folders.pop_back();
    }
    if (node != root) node = node.next_sibling();
  }
  return feed;
}

}  // namespace kiosque::feed
