#include "searcher/address/links.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/base/escape.h"

namespace kiosque::address {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kFilterParameters{{
    {"source", "source"},
    {"section", "rubrique"},
    {"author", "auteur"},
    {"language", "langue"},
    {"date", "periode"},
}};

void add(std::string& href, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  href += href.empty() ? '?' : '&';
  href.append(name).append("=").append(escape_url(value));
}

/// A period from the form's two fields is "FROM..TO" with either end open.
void add_filter(std::string& href, const engine::Filter& filter) {
  const std::size_t dots = filter.value.find("..");
  if (filter.field != "date" || dots == std::string::npos) {
    add(href, filter_parameter(filter.field), filter.value);
    return;
  }
  add(href, "du", filter.value.substr(0, dots));
  add(href, "au", filter.value.substr(dots + 2));
}

std::string_view sort_parameter(engine::Sort sort) {
  switch (sort) {
    case engine::Sort::Relevance:
      return "";
    case engine::Sort::Date:
      return "date";
    case engine::Sort::DateOldest:
      return "ancien";
  }
  return "";
}

}  // namespace

std::string_view format_name(Format format) {
  switch (format) {
    case Format::Html:
      return "html";
    case Format::Rss:
      return "rss";
    case Format::Json:
      return "json";
    case Format::OpenSearch:
      return "opensearch";
    case Format::Suggestions:
      return "suggestions";
    case Format::Style:
      return "style";
    case Format::Icon:
      return "icon";
  }
  return "";
}

std::string_view filter_parameter(std::string_view field) {
  for (const auto& [name, parameter] : kFilterParameters) {
    if (name == field) return parameter;
  }
  return "";
}

std::string to_href(const Link& link) {
  const engine::Request& request = link.request;
  std::string href;
  add(href, "q", request.query);
  for (const engine::Filter& filter : request.filters) add_filter(href, filter);
  add(href, "tri", sort_parameter(request.sort));
  if (!request.collapse_stories) add(href, "tout", "1");
  if (!request.correct_spelling) add(href, "exact", "1");
  const std::size_t page = request.offset / std::max<std::size_t>(request.limit, 1) + 1;
  if (page > 1) add(href, "page", std::to_string(page));
  if (link.language) add(href, "lang", speech::language_code(*link.language));
  if (link.format != Format::Html) add(href, "format", format_name(link.format));
  return href.empty() ? "?" : href;
}

engine::Request without_filter(engine::Request request, const engine::Filter& filter) {
  std::erase_if(request.filters,
                [&](const engine::Filter& other) { return other.field == filter.field; });
  request.offset = 0;
  return request;
}

engine::Request with_filter(engine::Request request, const engine::Filter& filter) {
  request = without_filter(std::move(request), filter);
  request.filters.push_back(filter);
  return request;
}

engine::Request on_page(engine::Request request, std::size_t page) {
  request.offset = (page - 1) * kHitsPerPage;
  return request;
}

bool is_web_address(std::string_view url) {
  const auto begins_with = [&](std::string_view scheme) {
    return url.size() > scheme.size() &&
           std::ranges::equal(url.substr(0, scheme.size()), scheme, [](char a, char b) {
             return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
           });
  };
  return begins_with("http://") || begins_with("https://");
}

}  // namespace kiosque::address
