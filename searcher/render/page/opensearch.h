#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/render/page/html.h"

namespace kiosque::render::page {

/// The OpenSearch 1.1 description document of a site, with which a browser takes it among its
/// search engines. Templates are absolute if the site's address is known: browsers want that.
[[nodiscard]] std::string render_open_search(const WebSite& site, speech::Language language);

/// Completions of `typed` in the form of OpenSearch suggestions: ["arm",["armes","armée"]].
[[nodiscard]] std::string render_suggestions(std::string_view typed,
                                             const std::vector<std::string>& completions);

}  // namespace kiosque::render::page
