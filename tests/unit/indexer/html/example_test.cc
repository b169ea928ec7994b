// The example of html.h.

#include <gtest/gtest.h>

#include <string>

#include "indexer/html/charset.h"
#include "indexer/html/html.h"

namespace kiosque::html {
namespace {

TEST(HtmlExample, FindsAnElementByItsClass) {
  const Dom dom = parse(decode_to_utf8("<h1>L'\xE9t\xE9</h1> <p class=lead>Il fait beau"));
  std::string text;
  for (NodeId i = 0; i < dom.size(); ++i) {
    if (dom.attribute(i, Attr::Class) == "lead") text = text_of(dom, i);
  }
  EXPECT_EQ(text, "Il fait beau");
}

}  // namespace
}  // namespace kiosque::html
