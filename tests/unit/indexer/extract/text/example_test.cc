// The example of text.h.

#include <gtest/gtest.h>

#include "indexer/extract/text/text.h"

namespace kiosque::extract::text {
namespace {

TEST(TextExample, FindsTheTextBesideTheMenu) {
  const html::Dom dom = html::parse(
      "<nav>Accueil</nav><main><p>Le bac de sept heures est resté à quai samedi matin.</main>");
  const PageText page(dom);
  const auto [first, last] = page.range(choose_main(page).at(0));
  EXPECT_EQ(last - first, 1U);
  EXPECT_EQ(page.text(first), "Le bac de sept heures est resté à quai samedi matin.");
}

}  // namespace
}  // namespace kiosque::extract::text
