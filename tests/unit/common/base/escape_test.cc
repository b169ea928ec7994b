#include "common/base/escape.h"

#include <gtest/gtest.h>

namespace kiosque {
namespace {

TEST(EscapeHtml, LeavesNoMarkupAndNoQuote) {
  EXPECT_EQ(escape_html("<a href=\"x\">L'été & Cie</a>"),
            "&lt;a href=&quot;x&quot;&gt;L&#39;été &amp; Cie&lt;/a&gt;");
}

TEST(EscapeHtml, DropsWhatXmlForbidsAndReplacesBadBytes) {
  EXPECT_EQ(escape_html(std::string_view("a\0\x1b\x0c"
                                         "b\xff",
                                         6)),
            "ab\uFFFD");
}

TEST(EscapeUrl, EscapesEverythingReserved) {
  EXPECT_EQ(escape_url("l'été & 1+1=2/é"), "l%27%C3%A9t%C3%A9%20%26%201%2B1%3D2%2F%C3%A9");
}

TEST(UnescapeUrl, DecodesWhatIsEscapedOnly) {
  EXPECT_EQ(unescape_url("l%27%C3%A9t%c3%a9"), "l'été");
  EXPECT_EQ(unescape_url("100%, %z1 %4"), "100%, %z1 %4");
  EXPECT_EQ(unescape_url("%2541"), "%41");
}

TEST(NormaliseEscapes, LeavesOneSpelling) {
  EXPECT_EQ(normalise_escapes("/%7Efoo/%c3%a9/%2f"), "/~foo/%C3%A9/%2F");
  EXPECT_EQ(normalise_escapes("/été 1%"), "/%C3%A9t%C3%A9%201%");
}

TEST(EscapedByte, ReadsOneEscape) {
  EXPECT_EQ(escaped_byte("%41bc"), 'A');
  EXPECT_EQ(escaped_byte("%4"), std::nullopt);
  EXPECT_EQ(escaped_byte("41"), std::nullopt);
  EXPECT_EQ(escaped_byte("% 1"), std::nullopt);
}

TEST(SafeForTerminal, DisarmsEscapesAndBidi) {
  EXPECT_EQ(safe_for_terminal("a\x1b[31mb\x07"), "a\uFFFD[31mb\uFFFD");
  EXPECT_EQ(safe_for_terminal("x\u202Ey\u0085z"), "x\uFFFDy\uFFFDz");
  EXPECT_EQ(safe_for_terminal("été\tok\n"), "été\tok\n");
}

}  // namespace
}  // namespace kiosque
