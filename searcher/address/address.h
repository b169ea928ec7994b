#pragma once
// A search as the address of a page: Request <-> URL.
//
// In: a Link, or what a visitor asks a web server for. Out: a relative reference ("?q=…&page=2"),
// or the Link that it asks for, checked and bounded.
// Main types: Link, Format, HttpRequest, Refusal.
// Also open to other rooms: nothing.
//
// Example (tests/unit/searcher/address/example_test.cc):
//   const auto link = read_link({.query_string = "q=armes+Kiev&page=2"});
//   ASSERT_TRUE(link);
//   EXPECT_EQ(link->request.query, "armes Kiev");
//   EXPECT_EQ(to_href(*link), "?q=armes%20Kiev&page=2");

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "searcher/engine/request.h"
#include "searcher/speech/speech.h"

namespace kiosque::address {

/// Hits on a page of the web interface, and the last page that can be asked for.
inline constexpr std::size_t kHitsPerPage = 10;
inline constexpr std::size_t kLastPage = 50;

/// Items of a feed: more than a page, so that a reader that polls once a day misses nothing.
inline constexpr std::size_t kFeedItems = 30;

/// What a web server can be asked for: the value of the parameter `format` ("html", "rss" …).
enum class Format { Html, Rss, Json, OpenSearch, Suggestions, Style, Icon };

/// An address the page links to: what is searched, in which language and which format. `language`
/// is named only if the visitor chose it.
struct Link {
  engine::Request request = {};
  std::optional<speech::Language> language = {};
  Format format = Format::Html;
};

/// The parameters of an address that asks for `link`, by name, in the order in which they are
/// written; those that say what holds anyway are left out.
[[nodiscard]] std::vector<std::pair<std::string_view, std::string>> parameters_of(const Link& link);

/// The reference "?q=…&source=…&page=2" that asks for `link`: relative, so it holds wherever a site
/// mounts the program. `read_link` reads it back.
[[nodiscard]] std::string to_href(const Link& link);

/// The value of the parameter `tri`: "date", "ancien"; "" for relevance.
[[nodiscard]] std::string_view sort_parameter(engine::Sort sort);

/// `request` with `filter` in the place of any other of its field, or without filters of the field,
/// from its first page on.
[[nodiscard]] engine::Request with_filter(engine::Request request, const engine::Filter& filter);
[[nodiscard]] engine::Request without_filter(engine::Request request, std::string_view field);
[[nodiscard]] engine::Request on_page(engine::Request request, std::size_t page);

/// The page that `request` asks for, from 1.
[[nodiscard]] std::size_t page_of(const engine::Request& request);

/// Whether there is a query or a filter: else the first page is shown.
[[nodiscard]] bool asks(const engine::Request& request);

/// True for http and https: what an article may link to. Everything else ("javascript:" …) is not
/// made a link.
[[nodiscard]] bool is_web_address(std::string_view url);

/// The parts of an HTTP request that say what is asked for, as the web server passes them: bytes of
/// a stranger. Empty where it passes none.
struct HttpRequest {
  std::string_view method = {};
  std::string_view path = {};  ///< below the program
  std::string_view query_string = {};
  std::string_view accept_language = {};
};

/// Why a request is not answered: a status of HTTP and what the visitor is told.
struct Refusal {
  int status = 400;
  speech::Message message = speech::Message::ErrorBadRequest;
};

/// Refuses other methods than GET and HEAD (405), paths below the program (404), what is too long
/// (414: the query string over 4 kB, the query over 1 kB, a filter over 200 bytes) and values that
/// make no sense (400: page, tri, format). Parameters it does not know are ignored; docs/web.md
/// lists those it does.
[[nodiscard]] tl::expected<Link, Refusal> read_link(const HttpRequest& http);

/// The language to answer in: `lang` of the query string, else what Accept-Language prefers of
/// French and English, French when in doubt.
[[nodiscard]] speech::Language visitor_language(const HttpRequest& http);

}  // namespace kiosque::address
