#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace kiosque::render::page {

/// The page's mustache templates and its style sheet by file name ("results.mustache",
/// "style.css"). What a site puts into its template folder replaces the one of the same name.
using Templates = std::map<std::string, std::string, std::less<>>;

/// Those of searcher/render/page/templates/, compiled in.
[[nodiscard]] const Templates& builtin_templates();

/// Changes with every change of a template: for caches and the address of the style sheet.
[[nodiscard]] std::string fingerprint(const Templates& templates);

}  // namespace kiosque::render::page
