#pragma once

#include <string_view>

namespace kiosque::source {

/// What a file is.
enum class ContentKind {
  Empty,      ///< nothing but white space
  Html,       ///< a page, or a fragment of one
  Feed,       ///< RSS, Atom, RDF, JSON Feed, OPML, sitemap
  JsonLines,  ///< one JSON object a line
  PlainText,  ///< prose
  Warc,       ///< a web archive
  Other,      ///< pictures, programs, styles, tables: nothing an article is read from
};

/// Bytes of the head that `sniff` wants to see.
inline constexpr std::size_t kSniffBytes = 16u << 10;

/// Tells what begins with `head`, the first bytes of a file, from the bytes alone.
[[nodiscard]] ContentKind sniff(std::string_view head);

}  // namespace kiosque::source
