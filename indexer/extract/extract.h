#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "common/index/article.h"

namespace kiosque {

/// What is known of a page from where it came.
struct PageContext {
  std::string url;           ///< its address; base of links; may be empty
  std::string content_type;  ///< HTTP header, for its charset; may be empty
  /// When it was fetched, or now: what it dates later is not believed.
  std::optional<std::chrono::sys_seconds> fetched = {};
};

/// Reads an article from the bytes of an HTML page. Never fails: a page without an article gives
/// one with an empty body. Bounded in time and memory whatever the bytes hold; pure; safe from any
/// thread.
[[nodiscard]] Article extract_article(std::string_view html, const PageContext& page);

/// Reads an article from plain text as a careless scraper leaves it: menus, share buttons and
/// related headlines around the paragraphs.
[[nodiscard]] Article extract_plain_text(std::string_view text);

}  // namespace kiosque
