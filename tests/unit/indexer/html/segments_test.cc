#include "indexer/html/segments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiosque::html {

void PrintTo(const index::Block& block, std::ostream* out) {
  *out << static_cast<char>(block.kind) << " \"" << block.text << '"';
}

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

index::Block p(std::string text) { return {index::BlockKind::Paragraph, std::move(text)}; }
index::Block h(std::string text) { return {index::BlockKind::Subhead, std::move(text)}; }
index::Block q(std::string text) { return {index::BlockKind::Quote, std::move(text)}; }
index::Block l(std::string text) { return {index::BlockKind::ListItem, std::move(text)}; }

TEST(BlocksOfFragment, TellsKindsApart) {
  EXPECT_THAT(blocks_of_fragment("<p>Un <b>mot</b>.</p><h2>Deux</h2><blockquote><p>Trois</p>"
                                 "</blockquote><ul><li>Quatre</li><li><p>Cinq</p></li></ul>"),
              ElementsAre(p("Un mot."), h("Deux"), q("Trois"), l("Quatre"), l("Cinq")));
}

TEST(BlocksOfFragment, TakesPlainTextAsAParagraph) {
  EXPECT_THAT(blocks_of_fragment("Rien que du texte &amp; un signe"),
              ElementsAre(p("Rien que du texte & un signe")));
}

TEST(BlocksOfFragment, TwoLineBreaksEndAParagraphOneDoesNot) {
  EXPECT_THAT(blocks_of_fragment("a<br>b<br> <br/>c"), ElementsAre(p("a b"), p("c")));
}

TEST(BlocksOfFragment, JoinsShortCellsOfARow) {
  EXPECT_THAT(blocks_of_fragment("<table><tr><th>Pays</th><td>Voix</td></tr><tr><td>x"),
              ElementsAre(p("Pays | Voix"), p("x")));
}

TEST(BlocksOfFragment, LeavesOutWhatNoReaderSees) {
  EXPECT_THAT(
      blocks_of_fragment("<script>x()</script><style>p{}</style><!-- y --><iframe>z</iframe>"),
      IsEmpty());
}

TEST(BlocksOfFragment, ComposesAccents) {
  EXPECT_THAT(blocks_of_fragment("e\u0301te\u0301"), ElementsAre(p("\u00E9t\u00E9")));
}

}  // namespace
}  // namespace kiosque::html
