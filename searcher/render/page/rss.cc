#include "searcher/render/page/rss.h"

#include <string_view>

#include "common/base/escape.h"
#include "common/date/date.h"
#include "searcher/address/address.h"
#include "searcher/speech/speech.h"

namespace kiosque::render::page {
namespace {

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

}  // namespace

std::string RssRenderer::render(const engine::Page& page, const Context& context) const {
  const engine::Request& request = context.request;
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\""
      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\">\n<channel>\n";
  element(xml, "title", feed_title(context, place_.site));
  element(xml, "link", place_.page);
  element(
      xml, "description",
      speech::plural(page.total_exact ? speech::Message::Results : speech::Message::ResultsAbout,
                     context.language, page.total));
  element(xml, "language", speech::language_code(context.language));
  atom_link(xml, "self", "application/rss+xml", place_.self);
  atom_link(xml, "search", "application/opensearchdescription+xml", place_.description);
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

}  // namespace kiosque::render::page
