#include "searcher/passage/passage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/base/utf8.h"

namespace kiosque::passage {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

meaning::Words words_of(std::string_view query, text::Analyzer& analyzer) {
  meaning::Words words;
  for (const text::Token& token : analyzer.analyze(query)) {
    words.push_back(
        {token.exact, {{.exact = token.exact, .stem = token.stem, .stop_word = token.stop_word}}});
  }
  return words;
}

index::Article article_of(std::vector<std::string> paragraphs, std::string title = {}) {
  index::Article article;
  article.title = std::move(title);
  for (std::string& text : paragraphs) article.body.push_back({.text = std::move(text)});
  return article;
}

MarkedText snippet(const index::Article& article, std::string_view query,
                   std::size_t length = 120) {
  text::Analyzer analyzer;
  return make_snippet(article, words_of(query, analyzer), analyzer, length);
}

std::vector<std::string> marked(const MarkedText& text) {
  std::vector<std::string> words;
  for (const Span& span : text.marks) {
    words.push_back(text.text.substr(span.begin, span.end - span.begin));
  }
  return words;
}

TEST(Snippet, IsTheSentenceWithMostWords) {
  const index::Article article =
      article_of({"La ville dort sous la pluie de novembre. Le conseil a voté "
                  "la restriction des ventes d'armes à feu. Puis il neige."});

  EXPECT_THAT(snippet(article, "restrictions armes", 70).text,
              "Le conseil a voté la restriction des ventes d'armes à feu.");
}

TEST(Snippet, MarksInflectedAndElidedWordsOnly) {
  const index::Article article = article_of({"La vente d’armes : les restrictions durent."});

  EXPECT_THAT(marked(snippet(article, "arme restriction")), ElementsAre("armes", "restrictions"));
}

TEST(Snippet, TwoFragmentsWhereWordsStandApart) {
  const index::Article article = article_of({"Le port de Sète accueille un navire chargé de blé.",
                                             "Rien ne se passe ici ce matin, dit-on.",
                                             "Personne ne parle au marché ni ailleurs en ville.",
                                             "La grue du quai attend la livraison."});

  const MarkedText text = snippet(article, "Sète grue", 110);

  EXPECT_EQ(text.text,
            "Le port de Sète accueille un navire chargé de blé. … La grue du quai attend la "
            "livraison.");
  EXPECT_THAT(marked(text), ElementsAre("Sète", "grue"));
}

TEST(Snippet, WithoutMatchIsTheBeginning) {
  const index::Article article = article_of({"Premier point. Second point."});

  const MarkedText text = snippet(article, "absent", 20);

  EXPECT_EQ(text.text, "Premier point.");
  EXPECT_TRUE(text.marks.empty());
}

TEST(Snippet, LongSentenceIsCutBetweenWordsAroundTheMatch) {
  std::string sentence = "Au début";
  for (int i = 0; i < 30; ++i) sentence += " un mot après l'autre";
  sentence += " vient enfin la locomotive rouge";
  for (int i = 0; i < 30; ++i) sentence += " et encore un mot";

  const MarkedText text = snippet(article_of({sentence + "."}), "locomotive", 100);

  EXPECT_THAT(text.text, HasSubstr("locomotive rouge"));
  EXPECT_THAT(text.text, StartsWith("… "));
  EXPECT_THAT(text.text, EndsWith("…"));
  EXPECT_LE(character_count(text.text), 100U);
}

TEST(Snippet, DoesNotBreakInsideGuillemets) {
  std::string sentence = "Il parle";
  for (int i = 0; i < 12; ++i) sentence += " longuement";
  sentence += " de « liberté de la presse en temps de guerre » avec passion";

  const std::string text = snippet(article_of({sentence + "."}), "passion", 60).text;

  EXPECT_EQ(text.find("«") == std::string::npos, text.find("»") == std::string::npos) << text;
}

TEST(Snippet, LengthIsInCharactersAndNotExceeded) {
  const index::Article article = article_of(
      {"Élégante, l'éléphante évoluait à l'été : où ? Près des forêts brûlées, où l'été règne.",
       "Là-bas, l'été, l'éléphante rêvait d'îles désertées. Voilà, c'était très bien là-bas."});

  for (std::size_t length = 20; length < 200; ++length) {
    const MarkedText text = snippet(article, "éléphante été désertées", length);
    EXPECT_LE(character_count(text.text), length) << text.text;
  }
}

TEST(Snippet, SentenceThatRepeatsTheTitleIsPassedOver) {
  const index::Article article = article_of({"Grève des éboueurs à Marseille",
                                             "À Marseille, la grève entre dans sa troisième "
                                             "semaine et la mairie négocie."},
                                            "Grève des éboueurs à Marseille");

  EXPECT_THAT(snippet(article, "grève Marseille", 90).text, HasSubstr("troisième semaine"));
}

TEST(Snippet, EmptyArticleGivesNothing) { EXPECT_EQ(snippet(article_of({}), "mot").text, ""); }

TEST(MarkWords, MarksTheTitle) {
  text::Analyzer analyzer;

  const MarkedText title = mark_words("Washington lève une restriction sur l'arme",
                                      words_of("restrictions armes", analyzer), analyzer);

  EXPECT_THAT(marked(title), ElementsAre("restriction", "arme"));
}

}  // namespace
}  // namespace kiosque::passage
