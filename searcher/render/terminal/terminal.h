#pragma once
// An answer, or an article, for a person at a terminal.
//
// In: an engine::Page or an article, and what the terminal can do (Style). Out: lines, in which
// text from articles is made safe (safe_for_terminal) before anything else is done with it.
// Main types: Style.
// Also open to other rooms: searcher/render/terminal/canvas.h (to_ascii, for other texts on a
// terminal that is not UTF-8).
//
// Example (tests/unit/searcher/render/terminal/example_test.cc):
//   const Style narrow{.columns = 20, .unicode = false};
//   EXPECT_EQ(to_text(engine::Page{}, {}, narrow), "aucun resultat\n\n");

#include <string>

#include "common/index/article.h"
#include "searcher/render/render.h"
#include "searcher/render/terminal/canvas.h"

namespace kiosque::render::terminal {

/// A page of hits.
[[nodiscard]] std::string to_text(const engine::Page& page, const Context& context,
                                  const Style& style);

/// The whole article, wrapped to a comfortable width.
[[nodiscard]] std::string to_text(const index::Article& article, speech::Language language,
                                  const Style& style);

}  // namespace kiosque::render::terminal
