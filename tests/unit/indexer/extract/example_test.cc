// The example of extract.h.

#include <gtest/gtest.h>

#include "indexer/extract/extract.h"

namespace kiosque::extract {
namespace {

TEST(ExtractExample, ReadsTheArticleOfAPage) {
  const index::Article article = from_html(
      "<title>Le bac</title><nav>Accueil</nav><h1>Le bac reste à quai</h1>"
      "<p>Le bac de sept heures est resté à quai samedi matin, faute de pilote.</p>",
      {.url = "https://www.fanal.test/bac"});
  EXPECT_EQ(article.title, "Le bac reste à quai");
  EXPECT_EQ(article.body.size(), 1U);
  EXPECT_EQ(article.source, "fanal.test");
}

}  // namespace
}  // namespace kiosque::extract
