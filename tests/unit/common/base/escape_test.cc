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

TEST(SafeForTerminal, DisarmsEscapesAndBidi) {
  EXPECT_EQ(safe_for_terminal("a\x1b[31mb\x07"), "a\uFFFD[31mb\uFFFD");
  EXPECT_EQ(safe_for_terminal("x\u202Ey\u0085z"), "x\uFFFDy\uFFFDz");
  EXPECT_EQ(safe_for_terminal("été\tok\n"), "été\tok\n");
}

}  // namespace
}  // namespace kiosque
