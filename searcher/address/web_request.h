#pragma once

#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "searcher/address/links.h"
#include "searcher/cgi/environment.h"
#include "searcher/engine/request.h"
#include "searcher/speech/speech.h"

namespace kiosque::address {

/// What a visitor asks for, checked and bounded.
struct WebRequest {
  Link link;          ///< what is searched, in which language if chosen, in which format
  bool asks = false;  ///< there is a query or a filter: else the first page is shown
};

/// Why a request is not answered: a status of HTTP and what the visitor is told.
struct Refusal {
  int status = 400;
  speech::Message message = speech::Message::ErrorBadRequest;
  bool operator==(const Refusal&) const = default;
};

/// Items of a feed: more than a page, so that a reader that polls once a day misses nothing.
inline constexpr std::size_t kFeedItems = 30;

/// Reads REQUEST_METHOD, PATH_INFO and QUERY_STRING. Refuses other methods than GET and HEAD (405),
/// paths below the program (404), what is too long (414: the query string over 4 kB, the query over
/// 1 kB, a filter over 200 bytes) and values that make no sense (400: page, tri, format).
/// Parameters it does not know are ignored; `filter_parameter` and docs/web.md list those it does.
[[nodiscard]] tl::expected<WebRequest, Refusal> parse_web_request(
    const cgi::Environment& environment);

/// The language to answer in: `lang` of the query string, else what Accept-Language prefers of
/// French and English, French when in doubt.
[[nodiscard]] speech::Language visitor_language(const cgi::Environment& environment);

}  // namespace kiosque::address
