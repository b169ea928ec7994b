#include "searcher/address/web_request.h"

#include <array>
#include <charconv>
#include <cstdlib>
#include <utility>

#include "searcher/address/parameters.h"

namespace kiosque::address {
namespace {

constexpr std::size_t kMaxQueryString = 4096;  // bytes, encoded
constexpr std::size_t kMaxQuery = 1024;        // bytes
constexpr std::size_t kMaxFilter = 200;        // bytes

constexpr Refusal kBad{400, speech::Message::ErrorBadRequest};
constexpr Refusal kTooLong{414, speech::Message::ErrorTooLong};

std::string_view parameter(const Parameters& parameters, std::string_view name) {
  const auto found = parameters.find(name);
  return found == parameters.end() ? std::string_view{} : found->second;
}

std::optional<Format> parse_format(std::string_view name) {
  if (name.empty()) return Format::Html;
  for (const Format format : {Format::Html, Format::Rss, Format::Json, Format::OpenSearch,
                              Format::Suggestions, Format::Style, Format::Icon}) {
    if (format_name(format) == name) return format;
  }
  return std::nullopt;
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
  std::size_t page = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), page);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (page < 1 || page > kLastPage) return std::nullopt;
  return page;
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
  for (const std::string_view field : {"source", "section", "author", "language", "date"}) {
    const std::string_view value = parameter(parameters, filter_parameter(field));
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
  while (!accepted.empty()) {
    const std::size_t comma = accepted.find(',');
    std::string_view range = accepted.substr(0, comma);
    accepted = comma == std::string_view::npos ? "" : accepted.substr(comma + 1);
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

tl::expected<WebRequest, Refusal> parse_web_request(const cgi::Environment& environment) {
  const std::string_view method = cgi::value_of(environment, "REQUEST_METHOD");
  if (!method.empty() && method != "GET" && method != "HEAD") {
    return tl::unexpected(Refusal{405, speech::Message::ErrorMethod});
  }
  const std::string_view path = cgi::value_of(environment, "PATH_INFO");
  if (!path.empty() && path != "/")
    return tl::unexpected(Refusal{404, speech::Message::ErrorNotFound});
  const std::string_view query_string = cgi::value_of(environment, "QUERY_STRING");
  if (query_string.size() > kMaxQueryString) return tl::unexpected(kTooLong);

  const Parameters parameters = parse_parameters(query_string);
  const std::string_view query = parameter(parameters, "q");
  const auto format = parse_format(parameter(parameters, "format"));
  const auto sort = parse_sort(parameter(parameters, "tri"));
  const auto page = parse_page(parameter(parameters, "page"));
  if (query.size() > kMaxQuery) return tl::unexpected(kTooLong);
  if (!format || !sort || !page) return tl::unexpected(kBad);

  WebRequest request;
  request.link.format = *format;
  request.link.language = parse_language(parameter(parameters, "lang"));
  engine::Request& search = request.link.request;
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
  request.asks = !search.query.empty() || !search.filters.empty();
  return request;
}

speech::Language visitor_language(const cgi::Environment& environment) {
  const Parameters parameters =
      parse_parameters(cgi::value_of(environment, "QUERY_STRING").substr(0, kMaxQueryString));
  if (const auto chosen = parse_language(parameter(parameters, "lang"))) return *chosen;
  const std::string_view accepted = cgi::value_of(environment, "HTTP_ACCEPT_LANGUAGE");
  return quality(accepted, "en") > quality(accepted, "fr") ? speech::Language::English
                                                           : speech::Language::French;
}

}  // namespace kiosque::address
