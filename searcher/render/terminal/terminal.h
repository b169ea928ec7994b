#pragma once

#include <cstddef>
#include <string>

#include "common/index/article.h"
#include "searcher/render/renderer.h"

namespace kiosque::render::terminal {

/// What the terminal can do.
struct Style {
  std::size_t columns = 80;  ///< 20 to 100 are used; 0: no line is broken (for a pipe)
  bool colour = false;       ///< SGR escapes
  bool links = false;        ///< OSC 8 hyperlinks
  bool unicode = true;       ///< false: ASCII only
};

/// A page of hits, or an article, for a person at a terminal. Text from articles is made safe
/// (safe_for_terminal) before anything else is done with it.
class TerminalRenderer final : public Renderer {
 public:
  explicit TerminalRenderer(const Style& style) : style_(style) {}

  [[nodiscard]] std::string render(const engine::Page& page, const Context& context) const override;

  /// The whole article, wrapped to a comfortable width.
  [[nodiscard]] std::string render(const index::Article& article, speech::Language language) const;

 private:
  Style style_;
};

}  // namespace kiosque::render::terminal
