#include "searcher/render/terminal/canvas.h"

#include <gtest/gtest.h>

namespace kiosque::render::terminal {
namespace {

std::vector<std::string> lines_of(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  for (const engine::Span& line : wrap(text, columns)) {
    lines.emplace_back(text.substr(line.begin, line.end - line.begin));
  }
  return lines;
}

TEST(Wrap, BreaksAtSpacesOnly) {
  EXPECT_EQ(lines_of("un deux trois quatre", 9),
            (std::vector<std::string>{"un deux", "trois", "quatre"}));
  EXPECT_EQ(lines_of("anticonstitutionnellement oui", 10),
            (std::vector<std::string>{"anticonstitutionnellement", "oui"}));
  EXPECT_TRUE(lines_of("  ", 10).empty());
}

TEST(Wrap, CountsColumnsNotBytesAndKeepsNoBreakSpaces) {
  EXPECT_EQ(lines_of("été été", 7), (std::vector<std::string>{"été été"}));
  EXPECT_EQ(lines_of("oui «\u00a0non\u00a0»", 6),
            (std::vector<std::string>{"oui", "«\u00a0non\u00a0»"}));
}

TEST(DisplayWidth, KnowsCombiningAndWideCharacters) {
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width("日本"), 4U);
}

TEST(ToAscii, KeepsFrenchReadable) {
  EXPECT_EQ(to_ascii("L’œuvre «\u00a0élue\u00a0» … 10\u202f000 € · 1"),
            "L'oeuvre << elue >> ... 10 000 EUR - 1");
}

}  // namespace
}  // namespace kiosque::render::terminal
