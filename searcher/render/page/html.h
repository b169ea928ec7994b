#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "searcher/address/address.h"
#include "searcher/render/page/templates.h"
#include "searcher/render/renderer.h"

namespace kiosque::render::page {

/// What the page says of the site that shows it.
struct WebSite {
  std::string name = "Kiosque";
  std::string address = {};  ///< absolute URL of the program; empty: not known, links are relative
  Templates templates = builtin_templates();
};

/// What the visitor chose and where the page is.
struct Visit {
  std::optional<speech::Language> language = {};  ///< chosen by a link, not negotiated
  std::string home = "?";                         ///< reference of the first page
};

/// Page -> HTML, through the templates: results.mustache for an answer, home.mustache before there
/// is a question, error.mustache. Everything a template prints is escaped unless it says {{{ }}}.
/// templates/README.md lists what templates can use.
class HtmlRenderer final : public Renderer {
 public:
  /// `site` must outlive the renderer.
  HtmlRenderer(const WebSite& site, Visit visit) : site_(site), visit_(std::move(visit)) {}

  [[nodiscard]] std::string render(const engine::Page& page, const Context& context) const override;
  [[nodiscard]] std::string render_home(const Context& context) const;
  [[nodiscard]] std::string render_error(speech::Message message, const Context& context) const;

 private:
  const WebSite& site_;
  Visit visit_;
};

}  // namespace kiosque::render::page
