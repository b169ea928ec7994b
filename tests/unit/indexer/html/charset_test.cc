#include "indexer/html/charset.h"

#include <gtest/gtest.h>

#include "common/base/utf8.h"

namespace kiosque::html {
namespace {

using namespace std::string_literals;

TEST(DecodeToUtf8, ByteOrderMarkBeatsEveryDeclaration) {
  EXPECT_EQ(decode_to_utf8("\xEF\xBB\xBF<a>é</a>", "text/xml; charset=koi8-r"), "<a>é</a>");
  EXPECT_EQ(decode_to_utf8("\xFF\xFE<\0\xE9\0"s), "<é");
  EXPECT_EQ(decode_to_utf8("\xFE\xFF\0<\0\xE9"s), "<é");
  EXPECT_EQ(decode_to_utf8("\xFF\xFE\0\0<\0\0\0\xE9\0\0\0"s), "<é");
}

TEST(DecodeToUtf8, WideEncodingsAreToldByTheirZeroBytes) {
  EXPECT_EQ(decode_to_utf8("<\0\xE9\0"s), "<é");
  EXPECT_EQ(decode_to_utf8("\0<\0\xE9"s), "<é");
  EXPECT_EQ(decode_to_utf8("\0\0\0<\0\0\0\xE9"s), "<é");
}

TEST(DecodeToUtf8, ValidUtf8WinsOverWrongDeclarations) {
  const std::string text = "<?xml version='1.0' encoding='ISO-8859-1'?><a>été</a>";

  EXPECT_EQ(decode_to_utf8(text, "text/xml; charset=windows-1252"), text);
}

TEST(DecodeToUtf8, HttpCharsetComesBeforeTheDocument) {
  EXPECT_EQ(decode_to_utf8("<?xml encoding='koi8-r'?>\xBD", "text/xml; charset=\"iso-8859-15\""),
            "<?xml encoding='koi8-r'?>œ");
}

TEST(DecodeToUtf8, ReadsXmlAndHtmlDeclarations) {
  EXPECT_TRUE(
      decode_to_utf8("<?xml version=\"1.0\" encoding = 'ISO-8859-15' ?>\xA4").ends_with("€"));
  EXPECT_TRUE(decode_to_utf8("<html><META charset=windows-1251>\xC6").ends_with("Ж"));
  EXPECT_TRUE(decode_to_utf8("<meta http-equiv=x content='text/html; charset=macintosh'>\x8E")
                  .ends_with("é"));
  EXPECT_TRUE(decode_to_utf8("<?xml encoding='gb2312'?>\xD6\xD0").ends_with("中"));
}

TEST(DecodeToUtf8, Latin1AndUnknownNamesMeanWindows1252) {
  EXPECT_EQ(decode_to_utf8("L\x92\xE9t\xE9, 5 \x80", "text/html; charset=ISO-8859-1"),
            "L’été, 5 €");
  EXPECT_EQ(decode_to_utf8("\xE9t\xE9", "text/html; charset=klingon"), "été");
  EXPECT_EQ(decode_to_utf8("\xE9t\xE9"), "été");
}

TEST(DecodeToUtf8, Utf8ThatIsNoneIsReadAsWindows1252) {
  EXPECT_EQ(decode_to_utf8("\xE9t\xE9", "text/html; charset=utf-8"), "été");
}

TEST(DecodeToUtf8, FewBadBytesDoNotTurnMostlyValidUtf8) {
  EXPECT_EQ(decode_to_utf8("déjà à l’été\xE9 !"), "déjà à l’été\uFFFD !");
  EXPECT_EQ(decode_to_utf8("été \xC3"), "été \uFFFD");
}

TEST(DecodeToUtf8, EscapeSequencesOfSevenBitEncodings) {
  EXPECT_EQ(decode_to_utf8("\x1B$B4A\x1B(B", "text/html; charset=iso-2022-jp"), "漢");
}

TEST(DecodeToUtf8, AnyBytesGiveValidUtf8) {
  std::string bytes;
  for (int i = 0; i < 3 * 256; ++i) bytes += static_cast<char>(i * 7);

  for (const char* charset : {"", "utf-8", "utf-16", "gb18030", "iso-2022-jp", "big5", "utf-7"}) {
    EXPECT_TRUE(is_utf8(decode_to_utf8(bytes, "x; charset="s + charset))) << charset;
  }
}

}  // namespace
}  // namespace kiosque::html
