// What programs read of a site: its feeds, and how to search it.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>

#include "common/base/escape.h"
#include "common/base/utf8.h"
#include "searcher/address/address.h"
#include "searcher/render/page/page.h"

namespace kiosque::render::page {
namespace {

constexpr std::size_t kShortNameLength = 16;  // characters, says the specification

void element(std::string& xml, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  xml.append("<").append(name).append(">").append(escape_html(text));
  xml.append("</").append(name).append(">\n");
}

void atom_link(std::string& xml, std::string_view relation, std::string_view type,
               std::string_view href) {
  if (href.empty()) return;
  xml.append("<atom:link rel=\"").append(relation).append("\" type=\"").append(type);
  xml.append("\" href=\"").append(escape_html(href)).append("\"/>\n");
}

std::string feed_title(const Context& context, const std::string& site) {
  const std::string& query = context.request.query;
  std::string title = site + " – ";
  title += query.empty()
               ? std::string(speech::text(speech::Message::EveryArticle, context.language))
               : query;
  for (const engine::Filter& filter : context.request.filters)
    title += ", " + speech::filter_label(filter, context.language);
  return title;
}

void add_item(std::string& xml, const engine::Hit& hit, speech::Language language) {
  xml += "<item>\n";
  const std::string title = hit.title.text.empty()
                                ? std::string(speech::text(speech::Message::Untitled, language))
                                : hit.title.text;
  element(xml, "title", title);
  if (address::is_web_address(hit.url)) {
    element(xml, "link", hit.url);
    xml += "<guid isPermaLink=\"true\">" + escape_html(hit.url) + "</guid>\n";
  }
  if (hit.published) element(xml, "pubDate", date::format_rfc822(hit.published->utc));
  // A description is HTML inside XML: text is escaped for both.
  element(xml, "description", escape_html(hit.snippet.text));
  for (const std::string& author : hit.authors) element(xml, "dc:creator", author);
  element(xml, "dc:publisher", hit.source);
  element(xml, "category", hit.section);
  xml += "</item>\n";
}

std::string first_characters(const std::string& text, std::size_t count) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < count && end < text.size(); ++i) (void)next_character(text, end);
  return text.substr(0, end);
}

std::string url_element(const WebSite& site, std::string_view type, std::string_view parameters) {
  std::string xml = "<Url type=\"";
  xml.append(type).append("\" template=\"").append(escape_html(site.address));
  return xml.append(escape_html(parameters)).append("\"/>\n");
}

}  // namespace

std::string to_rss(const engine::Page& page, const Context& context, const FeedPlace& place) {
  const engine::Request& request = context.request;
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\""
      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\">\n<channel>\n";
  element(xml, "title", feed_title(context, place.site));
  element(xml, "link", place.page);
  element(xml, "description", speech::found_text(page.articles, page.stories, context.language));
  element(xml, "language", speech::language_code(context.language));
  atom_link(xml, "self", "application/rss+xml", place.self);
  atom_link(xml, "search", "application/opensearchdescription+xml", place.description);
  element(xml, "opensearch:totalResults", std::to_string(page.total));
  element(xml, "opensearch:startIndex", std::to_string(request.offset + 1));
  element(xml, "opensearch:itemsPerPage", std::to_string(request.limit));
  if (!request.query.empty()) {
    xml +=
        "<opensearch:Query role=\"request\" searchTerms=\"" + escape_html(request.query) + "\"/>\n";
  }
  for (const engine::Hit& hit : page.hits) add_item(xml, hit, context.language);
  return xml + "</channel>\n</rss>\n";
}

std::string to_atom(const std::string& name, std::span<const AtomEntry> entries,
                    std::chrono::sys_seconds updated) {
  std::string feed = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr\">\n"
      "  <title>{}</title>\n"
      "  <id>tag:localhost,2026:kiosque/alert/{}</id>\n"
      "  <updated>{}</updated>\n"
      "  <generator>Kiosque</generator>\n",
      escape_html(name), escape_url(name), date::format_iso8601({updated}));
  for (const AtomEntry& entry : entries) {
    feed += fmt::format(
        "  <entry>\n"
        "    <title>{0}</title>\n"
        "    <id>{1}</id>\n"
        "    <link rel=\"alternate\" href=\"{1}\"/>\n"
        "    <updated>{2}</updated>\n",
        escape_html(entry.title), escape_html(entry.url), date::format_iso8601({entry.found}));
    if (entry.published && !entry.published->date_only) {
      feed +=
          fmt::format("    <published>{}</published>\n", date::format_iso8601(*entry.published));
    }
    feed += fmt::format(
        "    <author><name>{}</name></author>\n"
        "    <summary>{}</summary>\n"
        "  </entry>\n",
        escape_html(entry.source), escape_html(entry.summary));
  }
  return feed + "</feed>\n";
}

std::string to_open_search(const WebSite& site, speech::Language language) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n";
  xml += "<ShortName>" + escape_html(first_characters(site.name, kShortNameLength)) +
         "</ShortName>\n<Description>" + escape_html(site.name) + " – " +
         escape_html(speech::text(speech::Message::SearchLabel, language)) + "</Description>\n";
  xml += url_element(site, "text/html", "?q={searchTerms}&page={startPage?}");
  xml += url_element(site, "application/rss+xml", "?q={searchTerms}&page={startPage?}&format=rss");
  xml += url_element(site, "application/json", "?q={searchTerms}&page={startPage?}&format=json");
  xml += url_element(site, "application/x-suggestions+json", "?q={searchTerms}&format=suggestions");
  xml += "<Image width=\"16\" height=\"16\" type=\"image/svg+xml\">" + escape_html(site.address) +
         "?format=icon</Image>\n<Language>fr</Language>\n<InputEncoding>UTF-8</InputEncoding>\n"
         "<OutputEncoding>UTF-8</OutputEncoding>\n";
  return xml + "</OpenSearchDescription>\n";
}

std::string to_suggestions(std::string_view typed, const std::vector<std::string>& completions) {
  return nlohmann::json{std::string(typed), completions}.dump() + "\n";
}

}  // namespace kiosque::render::page
