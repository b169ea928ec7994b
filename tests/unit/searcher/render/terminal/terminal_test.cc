#include "searcher/render/terminal/terminal.h"

#include <gmock/gmock.h>

namespace kiosque::render::terminal {
namespace {

using testing::HasSubstr;
using testing::Not;

engine::Page page_of_one() {
  engine::Page page;
  page.total = page.articles = page.stories = page.reachable = 1;
  engine::Hit hit;
  hit.rank = 1;
  hit.url = "https://gazette.example/kyiv";
  hit.title = {"Restrictions d'armes", {{15, 20}}};
  hit.snippet = {"Des armes pour Kyiv.", {{4, 9}}};
  hit.source = "La Gazette";
  hit.published = date::Timestamp{std::chrono::sys_seconds(std::chrono::seconds(1'716'900'000))};
  page.hits.push_back(hit);
  return page;
}

std::string draw(const engine::Page& page, const Style& style) { return to_text(page, {}, style); }

TEST(ToText, ShowsTitleBylineSnippetAndAddress) {
  EXPECT_EQ(draw(page_of_one(), {}),
            "1 article\n"
            "\n"
            "  1  Restrictions d'armes\n"
            "     La Gazette · mardi 28 mai 2024\n"
            "     Des armes pour Kyiv.\n"
            "     https://gazette.example/kyiv\n"
            "\n");
}

TEST(ToText, NamesTheOtherSourcesOfAStory) {
  engine::Page page = page_of_one();
  page.hits[0].other_sources = 2;
  EXPECT_THAT(draw(page, {}), HasSubstr("     au moins 2 autres articles\n"));

  page.hits[0].elsewhere = {{"Le Fanal", "https://fanal.example/1"}, {"L’Estuaire", ""}};

  EXPECT_THAT(draw(page, {}), HasSubstr("     Aussi dans Le Fanal et L’Estuaire\n"));
}

TEST(ToText, MarksWordsInColour) {
  EXPECT_THAT(draw(page_of_one(), {.colour = true}), HasSubstr("Des \x1b[1;33marmes\x1b[0m pour"));
}

TEST(ToText, LinksWhereTheTerminalCan) {
  EXPECT_THAT(draw(page_of_one(), {.links = true}),
              HasSubstr("\x1b]8;;https://gazette.example/kyiv\x1b\\"));
}

TEST(ToText, ShortensAnAddressOnlyWhereItIsALink) {
  engine::Page page = page_of_one();
  page.hits[0].url = "https://gazette.example/a-long-address";

  EXPECT_THAT(
      draw(page, {.columns = 30, .links = true}),
      HasSubstr("https://gazette.example/a-long-address\x1b\\https://gazette.example/…\x1b"));
  EXPECT_THAT(draw(page, {.columns = 30}), HasSubstr(" https://gazette.example/a-long-address\n"));
}

TEST(ToText, IsNoWiderInAscii) {
  engine::Page page = page_of_one();
  page.hits[0].snippet = {"Il a dit «\u00a0oui\u00a0» : 10 €.", {}};

  EXPECT_THAT(draw(page, {.columns = 24, .unicode = false}),
              HasSubstr("     Il a dit << oui >>\n     : 10 EUR.\n"));
}

TEST(ToText, KeepsPunctuationWithItsWordExceptInAPipe) {
  engine::Page page = page_of_one();
  page.hits[0].snippet = {"Des armes, un pari ? Oui.", {}};

  EXPECT_THAT(draw(page, {.columns = 24}),
              HasSubstr("     Des armes, un\n     pari\u00a0? Oui.\n"));
  EXPECT_THAT(draw(page, {.columns = 0}), HasSubstr("un pari ? Oui."));
}

TEST(ToText, SaysWhichHitsAreShown) {
  engine::Page page = page_of_one();
  page.total = page.articles = page.stories = page.reachable = 30;
  EXPECT_THAT(draw(page, {}), HasSubstr("30 articles · 1\n"));

  page.hits.push_back(page.hits[0]);
  page.hits[1].rank = 2;

  EXPECT_THAT(draw(page, {}), HasSubstr("30 articles · 1–2\n"));
}

TEST(ToText, DisarmsHostileText) {
  engine::Page page = page_of_one();
  page.hits[0].title = {"a\x1b[2Jb", {{0, 1}}};
  page.hits[0].url = "https://a.example/\x1b\\\x07";
  page.hits[0].source = "x\x1b]0;owned\x07";

  EXPECT_THAT(draw(page, {}), Not(HasSubstr("\x1b")));
  EXPECT_THAT(draw(page, {}), Not(HasSubstr("\x07")));
}

TEST(ToText, WrapsToTheWidthAndNotInAPipe) {
  engine::Page page = page_of_one();
  page.hits[0].snippet = {"Des armes pour Kyiv et encore des armes pour Kyiv.", {}};

  EXPECT_THAT(draw(page, {.columns = 30}), HasSubstr("\n     Des armes pour Kyiv et\n"));
  EXPECT_THAT(draw(page, {.columns = 0}), HasSubstr("encore des armes pour Kyiv.\n"));
}

TEST(ToText, SpeaksAsciiWhereNeeded) {
  EXPECT_THAT(draw(page_of_one(), {.unicode = false}), HasSubstr("La Gazette - mardi 28"));
}

}  // namespace
}  // namespace kiosque::render::terminal
