#include "searcher/passage/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kiosque::passage {
namespace {

using testing::ElementsAre;

std::vector<std::string> sentences(std::string_view text) {
  std::vector<std::string> parts;
  for (const Span& span : split_sentences(text)) {
    parts.emplace_back(text.substr(span.begin, span.end - span.begin));
  }
  return parts;
}

TEST(SplitSentences, EndAtStopQuestionAndExclamation) {
  EXPECT_THAT(sentences("Il pleut. Vraiment ? Oui ! Bien."),
              ElementsAre("Il pleut.", "Vraiment ?", "Oui !", "Bien."));
}

TEST(SplitSentences, AbbreviationsAndInitialsAreNoEnd) {
  EXPECT_THAT(sentences("M. Dupont et Mme. J. Martin citent l'art. 49. Ils partent."),
              ElementsAre("M. Dupont et Mme. J. Martin citent l'art. 49.", "Ils partent."));
}

TEST(SplitSentences, DecimalsAndAddressesAreNoEnd) {
  EXPECT_THAT(sentences("Le n° 3 perd 2.5 points sur exemple.fr hier. Le reste monte."),
              ElementsAre("Le n° 3 perd 2.5 points sur exemple.fr hier.", "Le reste monte."));
}

TEST(SplitSentences, QuotationStaysWhole) {
  EXPECT_THAT(sentences("« Je pars. Tu restes », dit-elle. Il reste."),
              ElementsAre("« Je pars. Tu restes », dit-elle.", "Il reste."));
}

TEST(SplitSentences, ClosingQuoteBelongsToItsSentence) {
  EXPECT_THAT(sentences("Il a dit : « Je pars. » Elle reste."),
              ElementsAre("Il a dit : « Je pars. »", "Elle reste."));
}

TEST(SplitSentences, LongQuotationIsDivided) {
  const std::string sentence = "Cette phrase est là pour être longue et ne dit rien de plus. ";
  std::string text = "« ";
  for (int i = 0; i < 8; ++i) text += sentence;

  EXPECT_EQ(sentences(text + "»").size(), 8U);
}

TEST(SplitSentences, EllipsisBeforeSmallLetterIsNoEnd) {
  EXPECT_THAT(sentences("Il hésite… puis part. Elle reste... enfin, presque."),
              ElementsAre("Il hésite… puis part.", "Elle reste... enfin, presque."));
}

TEST(SplitSentences, EmptyTextHasNone) {
  EXPECT_THAT(sentences(""), ElementsAre());
  EXPECT_THAT(sentences(" \u00A0 "), ElementsAre());
}

}  // namespace
}  // namespace kiosque::passage
