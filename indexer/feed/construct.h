#pragma once

#include <pugixml.hpp>
#include <string>

#include "indexer/feed/xml_tree.h"

namespace kiosque::feed {

/// A title, summary or content as its writer meant it: plain text or HTML.
struct Construct {
  std::string value;
  bool is_html = false;

  [[nodiscard]] bool empty() const { return value.empty(); }
};

/// RSS does not say what its text is: HTML when it has a tag or a reference, else plain.
[[nodiscard]] Construct rss_construct(pugi::xml_node element, const Scope& scope);

/// Atom says it: type "text" (the default), "html", "xhtml" or a media type (RFC 4287, 3.1 and
/// 4.1.3); Atom 0.3 has `mode` "xml", "escaped" or "base64".
[[nodiscard]] Construct atom_construct(pugi::xml_node element, const Scope& scope);

/// As text on one line: a title.
[[nodiscard]] std::string as_line(const Construct& construct);

/// As an HTML fragment with absolute links: a summary or content.
[[nodiscard]] std::string as_html(const Construct& construct, const Scope& scope);

}  // namespace kiosque::feed
