#pragma once

#include <chrono>
#include <filesystem>
#include <vector>

#include "common/base/result.h"
#include "searcher/cgi/gateway.h"
#include "searcher/render/page/page.h"

namespace kiosque::cgi {

/// What the one who runs the web server decides. Nothing of it can come from a visitor: their
/// variables are QUERY_STRING and HTTP_*.
struct Settings {
  std::vector<std::filesystem::path> indexes;
  render::page::WebSite site;
  std::chrono::seconds time_limit{5};  ///< for one request; then it is answered with 503
};

inline constexpr const char* kDefaultConfiguration = "/etc/kiosque/searcher.conf";

/// Reads the file SEARCHER_CONFIG names (or, if there is one, kDefaultConfiguration), then the
/// environment, which wins:
///
///   index = /var/lib/kiosque/index     SEARCHER_INDEX      several: separated by ":"
///   url = https://example.fr/recherche SEARCHER_URL        where visitors find us: feeds need it
///   name = Kiosque                     SEARCHER_NAME
///   templates = /etc/kiosque/templates SEARCHER_TEMPLATES  files that replace those compiled in
///   time_limit = 5                     SEARCHER_TIME_LIMIT seconds, 1 to 60
///
/// A line that begins with # is a comment. Errors: NotFound, Denied, Invalid (naming the line).
[[nodiscard]] Result<Settings> read_settings(const Environment& environment);

}  // namespace kiosque::cgi
