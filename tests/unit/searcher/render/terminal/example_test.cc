#include <gtest/gtest.h>

#include "searcher/render/terminal/terminal.h"

namespace kiosque::render::terminal {
namespace {

TEST(TerminalExample, SpellsInAscii) {
  const Style narrow{.columns = 20, .unicode = false};
  EXPECT_EQ(to_text(engine::Page{}, {}, narrow), "aucun resultat\n\n");
}

}  // namespace
}  // namespace kiosque::render::terminal
