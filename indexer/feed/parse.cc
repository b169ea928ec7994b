#include <algorithm>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "common/base/ascii.h"
#include "indexer/feed/feed.h"
#include "indexer/feed/formats.h"
#include "indexer/feed/markup.h"
#include "indexer/feed/namespaces.h"
#include "indexer/feed/xml_tree.h"
#include "indexer/html/charset.h"

namespace kiosque::feed {
namespace {

/// Sitemaps may have 50 MB (sitemaps.org); nothing else comes near.
constexpr std::size_t kMaxBytes = 64u << 20;
constexpr int kElementsSearched = 1000;  ///< for a root behind what a server printed before it
constexpr std::size_t kSniffedBytes = 2048;

enum class Root { None, Rss, Atom, Opml, Sitemap, Html };

Root root_kind(pugi::xml_node element) {
  const Name name = name_of(element);
  const std::string& local = name.local;
  if (name.ns == Ns::Xhtml || name.ns == Ns::Core) {
    if (local == "html") return Root::Html;
  }
  if (name.ns == Ns::Rdf) return local == "rdf" ? Root::Rss : Root::None;
  if (name.ns != Ns::Core && name.ns != Ns::Atom) return Root::None;
  if (local == "rss" || local == "rdf" || local == "channel") return Root::Rss;
  if (local == "feed" || local == "entry") return Root::Atom;
  if (local == "opml") return Root::Opml;
  if (local == "urlset" || local == "sitemapindex") return Root::Sitemap;
  return Root::None;
}

/// The first element that begins a feed, in document order.
pugi::xml_node find_root(const pugi::xml_document& document, Root& kind) {
  pugi::xml_node node = document.first_child();
  for (int seen = 0; node && seen < kElementsSearched; ++seen) {
    kind = node.type() == pugi::node_element ? root_kind(node) : Root::None;
    if (kind != Root::None) return node;
    if (node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node && !node.next_sibling()) node = node.parent();
    if (node) node = node.next_sibling();
  }
  kind = Root::None;
  return {};
}

/// The base of relative links before any xml:base: Content-Location, else the address.
Scope scope_of(const Context& context) {
  std::string base = web_url(context.url, context.content_location);
  if (context.content_location.empty() || base.empty()) base = web_url("", context.url);
  return {std::move(base), {}};
}

/// HTML is no XML: it is detected before an XML parser makes something of it.
bool looks_like_html(std::string_view text) {
  const std::string head = lower(text.substr(0, kSniffedBytes));
  const std::size_t html = std::min(head.find("<html"), head.find("<!doctype html"));
  if (html == std::string::npos) return false;
  const std::size_t feed =
      std::min({head.find("<rss"), head.find("<feed"), head.find("<rdf:rdf"), head.find("<opml"),
                head.find("<urlset"), head.find("<sitemapindex"), head.find("<?xml-stylesheet")});
  return html < feed;
}

Feed read_xml(std::string_view text, const Scope& outer, const Context& context) {
  pugi::xml_document document;
  load_xml(document, text);
  Root kind = Root::None;
  const pugi::xml_node root = find_root(document, kind);
  switch (kind) {
    case Root::Rss:
      return read_rss(root, outer, context);
    case Root::Atom:
      return read_atom(root, outer, context);
    case Root::Opml:
      return read_opml(root, outer);
    case Root::Sitemap:
      return read_sitemap(root, outer);
    case Root::Html:
      return discover_feeds(text, outer);
    case Root::None:
      break;
  }
  const bool has_element = static_cast<bool>(document.first_child());
  return {.error = has_element ? "XML of an unknown kind" : "no XML, HTML or JSON"};
}

}  // namespace

Feed parse(std::string_view bytes, const Context& context) {
  if (bytes.size() > kMaxBytes) return {.error = "larger than 64 MiB"};
  const std::string text = html::decode_to_utf8(bytes, context.content_type);
  const std::string_view body = trimmed(text);
  if (body.empty()) return {.error = "an empty document"};
  const Scope outer = scope_of(context);
  if (body.front() == '{' || body.front() == '[') return read_json_feed(body, outer);
  if (looks_like_html(body)) return discover_feeds(body, outer);
  return read_xml(body, outer, context);
}

}  // namespace kiosque::feed
