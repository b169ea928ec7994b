// The example of passage.h.

#include <gtest/gtest.h>

#include "searcher/passage/passage.h"

namespace kiosque::passage {
namespace {

TEST(PassageExample, ShowsTheSentenceThatAnswers) {
  text::Analyzer analyzer;
  index::Article article;
  article.body = {{.text = "Il pleut. Le conseil a voté des restrictions. Il neige."}};

  const text::Token token = analyzer.analyze("restriction").at(0);
  const meaning::Words words = {{"restriction", {{.exact = token.exact, .stem = token.stem}}}};

  const MarkedText snippet = make_snippet(article, words, analyzer, 40);
  EXPECT_EQ(snippet.text, "Le conseil a voté des restrictions.");
  ASSERT_EQ(snippet.marks.size(), 1u);
  const auto [begin, end] = snippet.marks[0];
  EXPECT_EQ(snippet.text.substr(begin, end - begin), "restrictions");
}

}  // namespace
}  // namespace kiosque::passage
