#pragma once
// An answer for browsers and feed readers: HTML, RSS, Atom, OpenSearch.
//
// In: an engine::Page, what it answers (Context), and the site that shows it. Out: a document, in
// which everything that a page or a visitor wrote is escaped.
// Main types: WebSite, Visit, FeedPlace, AtomEntry.
// Also open to other rooms: nothing.
//
// Example (tests/unit/searcher/render/page/example_test.cc):
//   const WebSite site{.name = "Le Kiosque"};
//   const std::string html = home_to_html({}, site, {.home = "/chercher"});
//   EXPECT_NE(html.find("<title>Le Kiosque – Rechercher"), std::string::npos);

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/date/date.h"
#include "searcher/render/render.h"

namespace kiosque::render::page {

/// The page's mustache templates and its style sheet by file name ("results.mustache",
/// "style.css"). What a site puts into its template folder replaces the one of the same name.
/// templates/README.md lists what templates can use.
using Templates = std::map<std::string, std::string, std::less<>>;

/// Those of searcher/render/page/templates/, compiled in.
[[nodiscard]] const Templates& builtin_templates();

/// Changes with every change of a template: for caches and the address of the style sheet.
[[nodiscard]] std::string fingerprint(const Templates& templates);

/// What the page says of the site that shows it.
struct WebSite {
  std::string name = "Kiosque";
  std::string address = {};  ///< absolute URL of the program; empty: not known, links are relative
  Templates templates = builtin_templates();
};

/// What the visitor chose and where the page is.
struct Visit {
  std::optional<speech::Language> language = {};  ///< chosen by a link, not negotiated
  std::string home = "?";                         ///< reference of the first page
};

/// The page of an answer, by results.mustache. Everything a template prints is escaped unless it
/// says {{{ }}}.
[[nodiscard]] std::string to_html(const engine::Page& page, const Context& context,
                                  const WebSite& site, const Visit& visit);

/// The page before there is a question, by home.mustache.
[[nodiscard]] std::string home_to_html(const Context& context, const WebSite& site,
                                       const Visit& visit);

/// The page that says why there is no answer, by error.mustache.
[[nodiscard]] std::string error_to_html(speech::Message message, const Context& context,
                                        const WebSite& site, const Visit& visit);

/// Where a feed is found and what it shows. Addresses may be empty if they are not known.
struct FeedPlace {
  std::string site = "Kiosque";
  std::string page = {};         ///< the answer as a page: the feed's <link>
  std::string self = {};         ///< the feed itself
  std::string description = {};  ///< the OpenSearch description of the site
};

/// RSS 2.0 with the response elements of OpenSearch 1.1: a search that a feed reader subscribes to.
/// An item's guid is the address of its article. Ask for the page by date: readers take the order
/// of relevance for noise.
[[nodiscard]] std::string to_rss(const engine::Page& page, const Context& context,
                                 const FeedPlace& place);

/// One article an alert has found.
struct AtomEntry {
  std::string url;  ///< its address, and its id: stable
  std::string title;
  std::string summary;  ///< plain text
  std::string source;
  std::chrono::sys_seconds found{};
  std::optional<date::Timestamp> published = {};
};

/// An Atom feed (RFC 4287) of what the alert `name` has found, newest first. Its id holds the name
/// alone, so that a reader knows the feed again.
[[nodiscard]] std::string to_atom(const std::string& name, std::span<const AtomEntry> entries,
                                  std::chrono::sys_seconds updated);

/// The OpenSearch 1.1 description document of a site, with which a browser takes it among its
/// search engines. Templates are absolute if the site's address is known: browsers want that.
[[nodiscard]] std::string to_open_search(const WebSite& site, speech::Language language);

/// Completions of `typed` in the form of OpenSearch suggestions: ["arm",["armes","armée"]].
[[nodiscard]] std::string to_suggestions(std::string_view typed,
                                         const std::vector<std::string>& completions);

}  // namespace kiosque::render::page
