#pragma once

#include <pugixml.hpp>
#include <string_view>

#include "indexer/feed/feed.h"
#include "indexer/feed/xml_tree.h"

namespace kiosque::feed {

// One reader a format. Each is given what `parse` found out: the root element, or the text.

/// RSS 0.9x, 1.0 (RDF), 1.1 and 2.0; `root` is rss, rdf or channel.
[[nodiscard]] Feed read_rss(pugi::xml_node root, const Scope& outer, const Context& context);

/// Atom 0.3 and 1.0; `root` is feed, or a lone entry.
[[nodiscard]] Feed read_atom(pugi::xml_node root, const Scope& outer, const Context& context);

/// OPML 1 and 2: every outline with an xmlUrl, its folder the texts above it joined by "/".
[[nodiscard]] Feed read_opml(pugi::xml_node root, const Scope& outer);

/// Sitemaps with or without Google's news and image extensions, and sitemap indexes.
[[nodiscard]] Feed read_sitemap(pugi::xml_node root, const Scope& outer);

/// JSON Feed 1.0 and 1.1. REQUIRES: valid UTF-8.
[[nodiscard]] Feed read_json_feed(std::string_view json, const Scope& outer);

/// The feeds that an HTML page offers by `<link rel="alternate">`. REQUIRES: valid UTF-8.
[[nodiscard]] Feed discover_feeds(std::string_view html, const Scope& outer);

}  // namespace kiosque::feed
