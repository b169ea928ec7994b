#include "searcher/address/address.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/escape.h"
#include "common/base/number.h"
#include "searcher/address/parameters.h"

namespace kiosque::address {
namespace {

constexpr std::size_t kMaxQueryString = 4096;  // bytes, encoded
constexpr std::size_t kMaxQuery = 1024;        // bytes
constexpr std::size_t kMaxFilter = 200;        // bytes

constexpr Refusal kBad{400, speech::Message::ErrorBadRequest};
constexpr Refusal kTooLong{414, speech::Message::ErrorTooLong};

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kFilterParameters{{
    {"source", "source"},
    {"section", "rubrique"},
    {"author", "auteur"},
    {"language", "langue"},
    {"date", "periode"},
}};

struct FormatName {
  Format format;
  std::string_view name;
};

constexpr std::array kFormats{
    FormatName{Format::Html, "html"},
    FormatName{Format::Rss, "rss"},
    FormatName{Format::Json, "json"},
    FormatName{Format::OpenSearch, "opensearch"},
    FormatName{Format::Suggestions, "suggestions"},
    FormatName{Format::Style, "style"},
    FormatName{Format::Icon, "icon"},
};

consteval bool in_order() {
  for (std::size_t i = 0; i < kFormats.size(); ++i) {
    if (static_cast<std::size_t>(kFormats[i].format) != i) return false;
  }
  return true;
}
static_assert(in_order(), "the names of formats are in the order of the enumeration");

/// The parameter that carries a filter; "" for a field that the page has no link for.
std::string_view filter_parameter(std::string_view field) {
  for (const auto& [name, parameter] : kFilterParameters) {
    if (name == field) return parameter;
  }
  return "";
}

std::string_view parameter(const Parameters& parameters, std::string_view name) {
  const auto found = parameters.find(name);
  return found == parameters.end() ? std::string_view{} : found->second;
}

std::optional<Format> parse_format(std::string_view name) {
  if (name.empty()) return Format::Html;
  const auto* const format = std::ranges::find(kFormats, name, &FormatName::name);
  return format == kFormats.end() ? std::nullopt : std::optional(format->format);
}

std::optional<engine::Sort> parse_sort(std::string_view name) {
  if (name.empty() || name == "pertinence") return engine::Sort::Relevance;
  if (name == "date") return engine::Sort::Date;
  if (name == "ancien") return engine::Sort::DateOldest;
  return std::nullopt;
}

/// A page from 1 to kLastPage, written with digits alone; no page is the first.
std::optional<std::size_t> parse_page(std::string_view text) {
  if (text.empty()) return 1;
  const auto page = parse_number<std::size_t>(text);
  return page && *page >= 1 && *page <= kLastPage ? page : std::nullopt;
}

std::optional<speech::Language> parse_language(std::string_view code) {
  if (code == "fr") return speech::Language::French;
  if (code == "en") return speech::Language::English;
  return std::nullopt;
}

/// Whether `text` is a day as the form's fields send it: "2024-05-01". Such days sort as text.
bool is_day(std::string_view text) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-' &&
         text.find_first_not_of("0123456789-") == std::string_view::npos;
}

/// The filters; false if one is too long.
bool read_filters(const Parameters& parameters, std::vector<engine::Filter>& filters) {
  for (const auto& [field, name] : kFilterParameters) {
    const std::string_view value = parameter(parameters, name);
    if (value.size() > kMaxFilter) return false;
    if (!value.empty()) filters.push_back({std::string(field), std::string(value)});
  }
  std::string_view from = parameter(parameters, "du");
  std::string_view to = parameter(parameters, "au");
  if (is_day(from) && is_day(to) && from > to) std::swap(from, to);
  if (from.size() > kMaxFilter || to.size() > kMaxFilter) return false;
  if (!from.empty() || !to.empty()) {
    filters.push_back({"date", std::string(from).append("..").append(to)});
  }
  return true;
}

/// Quality of `language` in Accept-Language (RFC 9110, 12.5.4), 0 if it is not named.
double quality(std::string_view accepted, std::string_view language) {
  double best = 0;
  for (std::string_view range : split(accepted, ',')) {
    while (range.starts_with(' ')) range.remove_prefix(1);
    const bool named = range.substr(0, 2) == language &&
                       (range.size() == 2 || range[2] == '-' || range[2] == ';' || range[2] == ' ');
    if (!named) continue;
    const std::size_t q = range.find("q=");
    const double weight = q == std::string_view::npos
                              ? 1
                              : std::strtod(std::string(range.substr(q + 2)).c_str(), nullptr);
    best = std::max(best, weight);
  }
  return best;
}

}  // namespace

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

std::vector<std::pair<std::string_view, std::string>> parameters_of(const Link& link) {
  const engine::Request& request = link.request;
  std::vector<std::pair<std::string_view, std::string>> parameters;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) parameters.emplace_back(name, value);
  };
  add("q", request.query);
  for (const engine::Filter& filter : request.filters) {
    // A period from the form's two fields is "FROM..TO" with either end open.
    const std::size_t dots = filter.field == "date" ? filter.value.find("..") : std::string::npos;
    if (dots == std::string::npos) {
      add(filter_parameter(filter.field), filter.value);
    } else {
      add("du", filter.value.substr(0, dots));
      add("au", filter.value.substr(dots + 2));
    }
  }
  add("tri", sort_parameter(request.sort));
  if (!request.collapse_stories) add("tout", "1");
  if (!request.correct_spelling) add("exact", "1");
  const std::size_t page = request.offset / std::max<std::size_t>(request.limit, 1) + 1;
  if (page > 1) add("page", std::to_string(page));
  if (link.language) add("lang", speech::language_code(*link.language));
  if (link.format != Format::Html)
    add("format", kFormats.at(static_cast<std::size_t>(link.format)).name);
  return parameters;
}

std::string to_href(const Link& link) {
  std::string href = "?";
  for (const auto& [name, value] : parameters_of(link)) {
    if (href.size() > 1) href += '&';
    href.append(name).append("=").append(escape_url(value));
  }
  return href;
}

engine::Request without_filter(engine::Request request, std::string_view field) {
  std::erase_if(request.filters,
                [&](const engine::Filter& filter) { return filter.field == field; });
  request.offset = 0;
  return request;
}

engine::Request with_filter(engine::Request request, const engine::Filter& filter) {
  request = without_filter(std::move(request), filter.field);
  request.filters.push_back(filter);
  return request;
}

engine::Request on_page(engine::Request request, std::size_t page) {
  request.offset = (page - 1) * kHitsPerPage;
  return request;
}

std::size_t page_of(const engine::Request& request) { return request.offset / kHitsPerPage + 1; }

bool asks(const engine::Request& request) {
  return !request.query.empty() || !request.filters.empty();
}

bool is_web_address(std::string_view url) {
  const auto begins_with = [&](std::string_view scheme) {
    return url.size() > scheme.size() && starts_with_ignoring_case(url, scheme);
  };
  return begins_with("http://") || begins_with("https://");
}

tl::expected<Link, Refusal> read_link(const HttpRequest& http) {
  if (!http.method.empty() && http.method != "GET" && http.method != "HEAD") {
    return tl::unexpected(Refusal{405, speech::Message::ErrorMethod});
  }
  if (!http.path.empty() && http.path != "/")
    return tl::unexpected(Refusal{404, speech::Message::ErrorNotFound});
  if (http.query_string.size() > kMaxQueryString) return tl::unexpected(kTooLong);

  const Parameters parameters = parse_parameters(http.query_string);
  const std::string_view query = parameter(parameters, "q");
  const auto format = parse_format(parameter(parameters, "format"));
  const auto sort = parse_sort(parameter(parameters, "tri"));
  const auto page = parse_page(parameter(parameters, "page"));
  if (query.size() > kMaxQuery) return tl::unexpected(kTooLong);
  if (!format || !sort || !page) return tl::unexpected(kBad);

  Link link;
  link.format = *format;
  link.language = parse_language(parameter(parameters, "lang"));
  engine::Request& search = link.request;
  search.query = query;
  if (!read_filters(parameters, search.filters)) return tl::unexpected(kTooLong);
  const bool feed = *format == Format::Rss;
  search.sort = feed ? engine::Sort::Date : *sort;
  search.all_words = feed;
  search.limit = feed ? kFeedItems : kHitsPerPage;
  search.offset = (*page - 1) * search.limit;
  search.collapse_stories = parameter(parameters, "tout") != "1";
  search.correct_spelling = parameter(parameters, "exact") != "1";
  search.with_facets = *format == Format::Html || *format == Format::Json;
  search.with_timeline = search.with_facets;
  return link;
}

speech::Language visitor_language(const HttpRequest& http) {
  const Parameters parameters = parse_parameters(http.query_string.substr(0, kMaxQueryString));
  if (const auto chosen = parse_language(parameter(parameters, "lang"))) return *chosen;
  const bool english = quality(http.accept_language, "en") > quality(http.accept_language, "fr");
  return english ? speech::Language::English : speech::Language::French;
}

}  // namespace kiosque::address
