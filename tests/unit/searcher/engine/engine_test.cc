#include "searcher/engine/engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tests/support/fake_clock.h"
#include "tests/support/sample_index.h"
#include "tests/support/temp_dir.h"

namespace kiosque::engine {
namespace {

using namespace std::chrono;
using test::article_of;
using testing::ElementsAre;

/// An index of some articles, searched on 12 June 2024.
class EngineTest : public testing::Test {
 protected:
  void index(const std::vector<index::Article>& articles) {
    test::write_index(dir_ / "index", articles);
  }

  Page search(const Request& request, const rank::Options& ranking = {}) {
    return ask({dir_ / "index"}, ranking, [&](Engine& e) { return e.search(request); });
  }

  Page similar(const std::string& url, const Request& request = {}) {
    return ask({dir_ / "index"}, {}, [&](Engine& e) { return e.similar(url, request); });
  }

  template <class Question>
  Page ask(const std::vector<std::filesystem::path>& indexes, const rank::Options& ranking,
           const Question& question) {
    auto engine = Engine::open(indexes, clock_);
    if (!engine) return ADD_FAILURE() << engine.error().message, Page{};
    engine->rank_by(ranking);
    Result<Page> page = question(*engine);
    if (!page) return ADD_FAILURE() << page.error().message, Page{};
    return *page;
  }

  /// An article of `source`, about `subject` in so many words that it is told from others.
  static index::Article report(const std::string& source, const std::string& name,
                               const std::string& subject, const std::string& published) {
    std::string body;
    for (int i = 0; i < 12; ++i) {
      body += subject + " numéro " + std::to_string(i) + ' ' + subject + " dit le maire. ";
    }
    index::Article article = article_of("https://" + source + "/" + name, body, published);
    article.source = source;
    return article;
  }

  /// The last parts of the addresses found.
  static std::vector<std::string> names(const Page& page) {
    std::vector<std::string> names;
    for (const Hit& hit : page.hits) names.push_back(hit.url.substr(hit.url.rfind('/') + 1));
    return names;
  }

  const test::TempDir dir_;
  const test::FakeClock clock_{sys_days{2024y / 6 / 12}};
};

TEST_F(EngineTest, ABrokenIndexAmongSeveralIsSaidAndTheOthersAnswer) {
  index({article_of("https://a.example/1", "La crue de la Loire")});
  const auto broken = dir_.write("broken/kiosque.json", "{ no manifest").parent_path();

  const Page page = ask({broken, dir_ / "index"}, {},
                        [](Engine& engine) { return engine.search({.query = "crue"}); });

  EXPECT_THAT(names(page), ElementsAre("1"));
  ASSERT_EQ(page.notes.size(), 1u);
  EXPECT_EQ(page.notes[0].kind, query::Note::Kind::ShardFailed);
  EXPECT_EQ(page.notes[0].subject, broken.string());
}

TEST_F(EngineTest, WhereEveryIndexIsBrokenThereIsNoAnswer) {
  const std::vector<std::filesystem::path> broken{
      dir_.write("one/kiosque.json", "{").parent_path(),
      dir_.write("two/kiosque.json", "{").parent_path()};

  EXPECT_FALSE(Engine::open(broken, clock_));
}

TEST_F(EngineTest, PagesShowEveryHitOnceInOneOrder) {
  std::vector<index::Article> articles;
  for (int i = 0; i < 23; ++i) {
    articles.push_back(article_of("https://a.example/" + std::to_string(i),
                                  std::string(static_cast<std::size_t>(i), '.') + "une crue"));
  }
  index(articles);
  const auto whole = names(search({.query = "crue", .limit = 100}));

  std::vector<std::string> paged;
  for (std::size_t offset = 0; offset < 30; offset += 10) {
    const Page page = search({.query = "crue", .offset = offset});
    EXPECT_EQ(page.total, 23u);
    if (!page.hits.empty()) {
      EXPECT_EQ(page.hits.front().rank, offset + 1);
    }
    for (const std::string& name : names(page)) paged.push_back(name);
  }

  EXPECT_EQ(paged, whole);
  EXPECT_EQ(whole.size(), 23u);
  EXPECT_TRUE(search({.query = "crue", .offset = 23}).hits.empty());
}

TEST_F(EngineTest, PagesBehindTheRankedDepthGoOn) {
  std::vector<index::Article> articles;
  for (int i = 0; i < 12; ++i) {
    articles.push_back(article_of("https://a.example/" + std::to_string(i), "une crue"));
  }
  index(articles);

  const Page page = search({.query = "crue", .offset = 8, .limit = 10}, {.depth = 5});

  EXPECT_EQ(page.hits.size(), 4u);
  EXPECT_EQ(page.hits.front().rank, 9u);
}

TEST_F(EngineTest, FacetsCountEveryArticleThatMatches) {
  std::vector<index::Article> articles;
  for (int i = 0; i < 150; ++i) {
    index::Article article =
        article_of("https://a.example/" + std::to_string(i), i % 3 == 0 ? "une crue" : "le vent",
                   i < 90 ? "2024-03-05" : "2024-05-31T23:30:00+02:00");
    article.source = i % 2 == 0 ? "Le Fanal" : "La Gazette";
    article.section = "Régions";
    article.language = i == 0 ? "en" : "fr";
    article.authors = {"Anne Roux"};
    if (i == 3) article.authors.emplace_back("Luc Petit");
    articles.push_back(article);
  }
  index(articles);

  const Page page = search({.query = "crue", .limit = 1, .with_facets = true});

  std::map<std::string, std::vector<std::pair<std::string, std::size_t>>> facets;
  for (const Facet& facet : page.facets) {
    for (const FacetValue& v : facet.values) facets[facet.field].emplace_back(v.value, v.count);
  }
  using Pair = std::pair<std::string, std::size_t>;
  EXPECT_EQ(page.total, 50u);
  EXPECT_EQ(page.articles, 50u);
  EXPECT_THAT(facets["source"], ElementsAre(Pair("La Gazette", 25), Pair("Le Fanal", 25)));
  EXPECT_THAT(facets["section"], ElementsAre(Pair("Régions", 50)));
  EXPECT_THAT(facets["language"], ElementsAre(Pair("fr", 49), Pair("en", 1)));
  EXPECT_THAT(facets["author"], ElementsAre(Pair("Anne Roux", 50), Pair("Luc Petit", 1)));
  EXPECT_THAT(facets["month"], ElementsAre(Pair("2024-03", 30), Pair("2024-05", 20)));
}

TEST_F(EngineTest, CountsWhatHasAllWordsAndShowsTheRestBehind) {
  index({article_of("https://a.example/1", "la crue et le vent", "2024-03-01"),
         article_of("https://a.example/2", "crues, vents et digues", "2024-03-02"),
         article_of("https://a.example/3", "une crue, une crue, une crue", "2024-05-01"),
         article_of("https://a.example/4", "le vent", "2024-05-02"),
         article_of("https://a.example/5", "un procès", "2024-05-03")});

  const Page page = search({.query = "la crue du vent", .with_facets = true});

  EXPECT_EQ(page.total, 2u);
  EXPECT_EQ(page.articles, 2u);
  EXPECT_EQ(page.reachable, 4u);
  EXPECT_TRUE(page.all_words_first);
  ASSERT_EQ(page.hits.size(), 4u);
  EXPECT_TRUE(page.hits[0].all_words && page.hits[1].all_words);
  EXPECT_FALSE(page.hits[2].all_words || page.hits[3].all_words);
  for (const Facet& facet : page.facets) {
    if (facet.field != "month") continue;
    ASSERT_EQ(facet.values.size(), 1u);  // not May, of which no article has both
    EXPECT_EQ(facet.values[0].count, 2u);
  }
  // The second page goes on where the first ended.
  const Page second = search({.query = "la crue du vent", .offset = 3, .limit = 3});
  ASSERT_EQ(second.hits.size(), 1u);
  EXPECT_FALSE(second.hits[0].all_words);
  EXPECT_EQ(second.total, 2u);
}

TEST_F(EngineTest, CountsTheSameOnePageOrAnother) {
  std::vector<index::Article> articles;
  for (int i = 0; i < 30; ++i) {
    articles.push_back(article_of("https://a.example/" + std::to_string(i), i % 3 == 0
                                                                                ? "crue et vent"
                                                                            : i % 3 == 1 ? "crue"
                                                                                         : "vent"));
  }
  index(articles);

  for (const std::size_t offset : {0u, 5u, 10u, 25u}) {
    EXPECT_EQ(search({.query = "crue vent", .offset = offset, .limit = 5}).total, 10u) << offset;
  }
  EXPECT_EQ(search({.query = "crue vent", .sort = Sort::Date}).total, 10u);
  EXPECT_EQ(search({.query = "crue vent", .all_words = true}).total, 10u);
  EXPECT_EQ(search({.query = "crue"}).total, 20u);
  EXPECT_EQ(search({.query = "crue OU vent"}).total, 30u);
}

TEST_F(EngineTest, CountsAnotherNameAsTheNameAndAQuotationAsSuch) {
  index({article_of("https://a.example/1", "la paix à Kiev"),
         article_of("https://a.example/2", "la paix à Kyiv"),
         article_of("https://a.example/3", "la paix"), article_of("https://a.example/4", "Kiev")});

  EXPECT_EQ(search({.query = "paix Kiev"}).total, 2u);
  EXPECT_EQ(search({.query = "paix Kiev", .expand_variants = false}).total, 1u);
  EXPECT_EQ(search({.query = "paix \"à Kyiv\""}).total, 1u);
  EXPECT_EQ(search({.query = "paix -Kyiv"}).total, 2u);
}

TEST_F(EngineTest, WhereNoneHasAllWordsSaysHowManyThoseHaveThatItCounts) {
  index({article_of("https://a.example/1", "la crue et le vent"),
         article_of("https://a.example/2", "le vent et la digue"),
         article_of("https://a.example/3", "la crue")});

  const Page page = search({.query = "crue vent digue"});

  EXPECT_EQ(page.total, 2u);
  EXPECT_FALSE(page.all_words_first);
  ASSERT_EQ(page.notes.size(), 1u);
  EXPECT_EQ(page.notes[0].kind, query::Note::Kind::NoneHasAll);
  EXPECT_EQ(page.notes[0].subject, "2");
  EXPECT_EQ(page.notes[0].detail, "3");
  EXPECT_EQ(page.hits.size(), 3u);
}

TEST_F(EngineTest, ASentenceIsRankedAsAWholeAndSaysWhichHitsHaveAllOfIt) {
  const std::string most = "digue, vent, procès, budget";
  index({article_of("https://a.example/tout", std::string(300, '.') + " mot " + most + ", vigne"),
         article_of("https://a.example/presque", most + " " + most + " " + most),
         article_of("https://a.example/peu", "la vigne")});

  const Page page = search({.query = "digue vent procès budget vigne"});

  EXPECT_EQ(page.total, 1u);
  EXPECT_FALSE(page.all_words_first);
  for (const Hit& hit : page.hits) {
    EXPECT_EQ(hit.all_words, hit.url == "https://a.example/tout") << hit.url;
  }
}

TEST_F(EngineTest, FacetsAreThoseOfTheFilteredArticles) {
  index({report("fanal.example", "1", "crue", "2024-05-01"),
         report("gazette.example", "2", "crue de printemps", "2024-04-01")});

  const Page page = search({.query = "crue",
                            .filters = {{.field = "source", .value = "fanal.example"}},
                            .with_facets = true});

  EXPECT_THAT(names(page), ElementsAre("1"));
  ASSERT_EQ(page.facets[0].values.size(), 1u);
  EXPECT_EQ(page.facets[0].values[0].value, "fanal.example");
  EXPECT_EQ(page.facets[0].values[0].count, 1u);
}

TEST_F(EngineTest, AStoryIsOneHitThatCountsItsOtherSources) {
  index({report("fanal.example", "a", "la crue", "2024-05-01"),
         report("gazette.example", "b", "la crue", "2024-05-01"),
         report("estuaire.example", "c", "la crue", "2024-05-01"),
         report("estuaire.example", "d", "un procès pour la crue à Tours", "2024-05-01")});

  const Page stories = search({.query = "crue", .with_facets = true});
  const Page all = search({.query = "crue", .collapse_stories = false});

  ASSERT_EQ(stories.hits.size(), 2u);
  EXPECT_EQ(stories.hits[0].other_sources + stories.hits[1].other_sources, 2u);
  EXPECT_EQ(all.hits.size(), 4u);
  EXPECT_EQ(all.hits[0].other_sources, 0u);
  // Facets count articles, so that those of a source are all there when one chooses it.
  EXPECT_EQ(stories.total, 2u);
  ASSERT_EQ(stories.facets[0].values.size(), 3u);
  EXPECT_EQ(stories.facets[0].values[0].value, "estuaire.example");
  EXPECT_EQ(stories.facets[0].values[0].count, 2u);
}

TEST_F(EngineTest, SimilarArticlesShareWhatTellsAnArticle) {
  std::vector<index::Article> articles{
      report("fanal.example", "crue", "la crue de la Loire à Tours", "2024-05-01"),
      report("fanal.example", "digue", "une digue contre la crue de la Loire", "2024-05-02")};
  for (const auto* subject : {"tennis", "budget", "vigne", "théâtre", "train", "hôpital"}) {
    articles.push_back(report("fanal.example", subject, subject, "2024-05-03"));
  }
  index(articles);

  const auto found = names(similar("https://fanal.example/crue"));

  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front(), "digue");
  EXPECT_THAT(found, testing::Not(testing::Contains("crue")));
  EXPECT_EQ(similar("https://fanal.example/crue").articles, found.size());
}

TEST_F(EngineTest, SimilarToAnUnknownAddressIsAnError) {
  index({article_of("https://a.example/1", "une crue")});
  const std::filesystem::path path = dir_ / "index";
  auto engine = Engine::open(std::span(&path, 1), clock_);
  ASSERT_TRUE(engine);

  const auto page = engine->similar("https://a.example/2", {});

  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().code, ErrorCode::NotFound);
}

TEST_F(EngineTest, CorrectsAtOnceWhatNoArticleHoldsAndSaysSo) {
  std::vector<index::Article> articles;
  for (int i = 0; i < 3; ++i) {
    articles.push_back(
        article_of("https://a.example/" + std::to_string(i), "L'inondation de l'Élysée en été"));
  }
  index(articles);

  const Page slip = search({.query = "l'inondatoin"});
  const Page back = search({.query = "l'inondatoin", .correct_spelling = false});

  EXPECT_EQ(slip.hits.size(), 3u);
  ASSERT_EQ(slip.notes.size(), 1u);
  EXPECT_EQ(slip.notes[0].kind, query::Note::Kind::Corrected);
  EXPECT_EQ(slip.notes[0].subject, "inondatoin");
  EXPECT_EQ(slip.notes[0].detail, "inondation");
  EXPECT_TRUE(back.hits.empty());
  EXPECT_EQ(back.suggestion, "l'inondation");
}

TEST_F(EngineTest, LeavesAccentsElisionsAndKnownWordsAlone) {
  std::vector<index::Article> articles{article_of("https://a.example/0", "une armee de l'air")};
  for (int i = 1; i < 80; ++i) {
    articles.push_back(article_of("https://a.example/" + std::to_string(i),
                                  "L'Élysée réunit l'armée, l'année passe"));
  }
  index(articles);

  for (const auto* query :
       {"elysee", "l'Elysée", "ÉLYSÉE", "l’élysée", "armee", "armée", "annee"}) {
    const Page page = search({.query = query});
    EXPECT_TRUE(page.notes.empty()) << query;
    EXPECT_TRUE(page.suggestion.empty()) << query;
    EXPECT_GE(page.total, 79u) << query;
  }
}

TEST_F(EngineTest, OfTwoAlikeTheNewComesFirst) {
  index({article_of("https://a.example/vieux", "La crue de la Loire", "2023-01-10"),
         article_of("https://a.example/neuf", "La crue de la Loire", "2024-06-10")});

  const Page page = search({.query = "crue", .explain = true});

  EXPECT_THAT(names(page), ElementsAre("neuf", "vieux"));
  EXPECT_THAT(page.hits[0].explanation, testing::HasSubstr("recency"));
  EXPECT_THAT(page.hits[1].explanation, testing::Not(testing::HasSubstr("recency")));
}

TEST_F(EngineTest, ABetterMatchStaysBeforeANewOne) {
  index({article_of("https://a.example/loin", "Il pleut. Une crue, plus loin, sur la Loire",
                    "2024-06-10"),
         article_of("https://a.example/pres", "La crue de la Loire et les crues", "2023-01-10")});

  EXPECT_THAT(names(search({.query = "crue Loire"})), ElementsAre("pres", "loin"));
}

TEST_F(EngineTest, AmongOldArticlesAgeCountsForNothing) {
  index({article_of("https://a.example/1", "La crue de la Loire", "2019-01-10"),
         article_of("https://a.example/2", "La crue de la Loire", "2023-01-10")});

  const Page with = search({.query = "crue"});
  const Page without = search({.query = "crue"}, {.recency = 0});

  EXPECT_EQ(names(with), names(without));
  EXPECT_EQ(with.hits[0].score, without.hits[0].score);
  EXPECT_EQ(with.hits[0].score, with.hits[1].score);
}

TEST_F(EngineTest, SortsByDateAloneUndatedLast) {
  index({article_of("https://a.example/mars", "crue crue crue", "2024-03-01"),
         article_of("https://a.example/jamais", "crue crue crue"),
         article_of("https://a.example/juin", "Il pleut, une crue vient", "2024-06-01"),
         article_of("https://a.example/mai", "une crue", "2024-05-01")});

  EXPECT_THAT(names(search({.query = "crue", .sort = Sort::Date})),
              ElementsAre("juin", "mai", "mars", "jamais"));
  EXPECT_THAT(names(search({.query = "crue", .sort = Sort::DateOldest})),
              ElementsAre("mars", "mai", "juin", "jamais"));
}

TEST_F(EngineTest, WhereNothingRanksTheNewestComeFirst) {
  index({article_of("https://a.example/mars", "crue", "2024-03-01"),
         article_of("https://a.example/juin", "gel", "2024-06-01"),
         article_of("https://a.example/mai", "vent", "2024-05-01")});

  EXPECT_THAT(names(search({.query = "site:a.example"})), ElementsAre("juin", "mai", "mars"));
  EXPECT_THAT(names(search({.query = "-vent"})), ElementsAre("juin", "mars"));
}

}  // namespace
}  // namespace kiosque::engine
