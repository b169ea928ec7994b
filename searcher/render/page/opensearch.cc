#include "searcher/render/page/opensearch.h"

#include <nlohmann/json.hpp>

#include "common/base/escape.h"
#include "common/base/utf8.h"
#include "searcher/address/address.h"

namespace kiosque::render::page {
namespace {

constexpr std::size_t kShortNameLength = 16;  // characters, says the specification

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

std::string render_open_search(const WebSite& site, speech::Language language) {
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

std::string render_suggestions(std::string_view typed,
                               const std::vector<std::string>& completions) {
  return nlohmann::json{std::string(typed), completions}.dump() + "\n";
}

}  // namespace kiosque::render::page
