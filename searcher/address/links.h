#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/engine/request.h"
#include "searcher/speech/speech.h"

namespace kiosque::address {

/// Hits on a page of the web interface, and the last page that can be asked for.
inline constexpr std::size_t kHitsPerPage = 10;
inline constexpr std::size_t kLastPage = 50;

/// What a web server can be asked for: the value of the parameter `format`.
enum class Format { Html, Rss, Json, OpenSearch, Suggestions, Style, Icon };

/// "html", "rss", "json", "opensearch", "suggestions", "style", "icon".
[[nodiscard]] std::string_view format_name(Format format);

/// The parameter that carries a filter: "source", "rubrique", "auteur", "langue", "periode"; "" for
/// a field that the page has no link for.
[[nodiscard]] std::string_view filter_parameter(std::string_view field);

/// An address the page links to. `language` is named only if the visitor chose it.
struct Link {
  engine::Request request = {};
  std::optional<speech::Language> language = {};
  Format format = Format::Html;
};

/// The reference "?q=…&source=…&page=2" that asks for `link`: relative, so it holds wherever a site
/// mounts the program. `searcher/address/web_request.h` reads it back.
[[nodiscard]] std::string to_href(const Link& link);

/// `request` with `filter` in the place of any other of its field, or without filters of the field,
/// from its first page on.
[[nodiscard]] engine::Request with_filter(engine::Request request, const engine::Filter& filter);
[[nodiscard]] engine::Request without_filter(engine::Request request, const engine::Filter& filter);
[[nodiscard]] engine::Request on_page(engine::Request request, std::size_t page);

/// True for http and https: what an article may link to. Everything else ("javascript:" …) is not
/// made a link.
[[nodiscard]] bool is_web_address(std::string_view url);

}  // namespace kiosque::address
