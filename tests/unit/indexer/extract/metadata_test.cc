#include <gtest/gtest.h>

#include "indexer/extract/extract.h"

namespace kiosque::extract {
namespace {

/// A page with this head and, before three paragraphs, this.
index::Article article_of(const std::string& head, const std::string& top) {
  const std::string paragraph =
      "<p>La médiathèque rouvre samedi après deux ans de travaux, avec une salle de lecture plus "
      "grande et un jardin ouvert à tous les habitants du quartier.</p>";
  return from_html("<html lang=fr><head><meta charset=utf-8>" + head + "</head><body><main>" + top +
                       paragraph + paragraph + paragraph + "</main></body></html>",
                   {.url = "https://ville.test/a"});
}

std::string published(const index::Article& article) {
  return article.published ? date::format_iso8601(*article.published) : "none";
}

TEST(Title, IsNotTheKickerBeforeIt) {
  const index::Article article =
      article_of("<meta property=og:title content='La médiathèque rouvre samedi'>",
                 "<h1><span>Culture</span> : La médiathèque rouvre samedi</h1>");

  EXPECT_EQ(article.title, "La médiathèque rouvre samedi");
}

TEST(Title, LosesTheSectionAndTheSiteBehindIt) {
  const index::Article article = article_of(
      "<meta property=og:site_name content='La Ville'>"
      "<meta property=article:section content='Culture'>"
      "<meta property=og:title content='La médiathèque rouvre-Culture | La Ville'>",
      "");

  EXPECT_EQ(article.title, "La médiathèque rouvre");
}

TEST(Authors, AreThoseJsonLdReferencesMean) {
  const index::Article article = article_of(
      R"(<script type="application/ld+json">{"@graph":[
        {"@type":"NewsArticle","headline":"x","author":{"@id":"#lea"}},
        {"@type":"Person","@id":"#lea","name":"Lea Blum"}]}</script>)",
      "");

  EXPECT_EQ(article.authors, std::vector<std::string>{"Lea Blum"});
}

TEST(Authors, ArePersonsBeforeAgencies) {
  const index::Article article =
      article_of("<meta property=article:author content='Lea Blum'>",
                 "<p><span itemprop=author><span itemprop=name>AFP</span></span></p>");

  EXPECT_EQ(article.authors, std::vector<std::string>{"Lea Blum"});
}

TEST(Authors, StandInALineOfTheirOwn) {
  EXPECT_EQ(article_of("", "<p>Publié le 3 juin 2024 par Lea Blum</p>").authors,
            std::vector<std::string>{"Lea Blum"});
}

TEST(Authors, AreNotThoseOfComments) {
  const index::Article article =
      article_of("", "<div class=comments><p class=comment-author>Max Gros says</p></div>");

  EXPECT_TRUE(article.authors.empty());
}

TEST(Published, IsReadFromTheParagraphItBegins) {
  EXPECT_EQ(published(article_of("",
                                 "<p>27.1.2022 – La commune compte sur la médiathèque pour "
                                 "rendre la vie au centre, dit le maire, qui attend mille "
                                 "lecteurs par mois dès la première année d'ouverture au "
                                 "public.</p>")),
            "2022-01-27");
}

TEST(Published, IsReadFromAnElementNamedSo) {
  EXPECT_EQ(published(article_of("",
                                 "<h1><span class=post-date>27.01.2022</span>Titre du "
                                 "jour</h1>")),
            "2022-01-27");
}

TEST(Published, IsWhatJsonLdSaysOfThePage) {
  const index::Article article = article_of(
      R"(<script type="application/ld+json">{"@type":"WebPage","datePublished":"2022-01-27"}</script>)",
      "");

  EXPECT_EQ(published(article), "2022-01-27");
}

TEST(Published, IsToldInTheZoneThePageShows) {
  const std::string head =
      "<meta property=article:published_time content='2022-05-04T01:05:00+00:00'>";

  EXPECT_EQ(published(article_of(head, "<p>Publié le 3 mai 2022 à 21h05</p>")),
            "2022-05-03T21:05:00-04:00");
  EXPECT_EQ(published(article_of(head, "<time datetime='2022-05-03T21:05:00-04:00'>hier</time>")),
            "2022-05-03T21:05:00-04:00");
  EXPECT_EQ(published(article_of(head, "<p>Mis à jour le 5 mai 2022 à 09h12</p>")),
            "2022-05-04T01:05:00+00:00");
}

TEST(Published, HasTheHourThatProseGives) {
  EXPECT_EQ(published(article_of("", "<p>Publié le 3 juin 2024 à 10h05</p>")),
            "2024-06-03T10:05:00Z");
  EXPECT_EQ(published(article_of("", "<p>Publié le 1er mai 2024</p>")), "2024-05-01");
}

TEST(Published, IsNoRelativeDay) {
  EXPECT_EQ(published(article_of("", "<p>Mis à jour hier à 14h30</p>")), "none");
  EXPECT_EQ(published(article_of("", "<p>Publié il y a 3 heures</p>")), "none");
}

TEST(Published, IsNotThatOfARelatedArticle) {
  const std::string related =
      "<div class=related-posts><a href=/b>Autre titre</a> <time datetime=2020-02-02>2 février "
      "2020</time></div><div class=comments><p class=date>4 avril 2022</p></div>";

  EXPECT_EQ(published(article_of("", related)), "none");
  EXPECT_EQ(published(article_of("", related + "<p>Publié le 5 mai 2023</p>")), "2023-05-05");
}

TEST(Published, IsBelievedNoLaterThanThePageWasFetched) {
  const std::string page =
      "<meta property=article:published_time content='2034-09-04'><main><p>Publié le 3 juin "
      "2024.</p><p>La fête de la ville aura lieu le 5 juillet 2024.</p></main>";
  const std::chrono::sys_days fetched = std::chrono::year(2024) / 6 / 4;

  const index::Article article = from_html(page, {.fetched = fetched});

  EXPECT_EQ(published(article), "2024-06-03");
}

TEST(Published, IsADayWithinTheTitle) {
  EXPECT_EQ(published(article_of("<title>La médiathèque rouvre | Le Fanal | 03.06.2024</title>",
                                 "<p>Ouverture prévue le 7 septembre 2024.</p>")),
            "2024-06-03");
}

TEST(Published, IsTheLastChangeWhereNothingElseIsSaid) {
  const index::Article article = article_of(
      "", "<p>Photo prise le 3 mars 2011</p><footer>Dernière modification le 5 mai 2023</footer>");

  EXPECT_EQ(published(article), "2023-05-05");
}

TEST(Published, IsReadFromJsonLdWithinCdata) {
  const index::Article article = article_of(
      R"(<script type="application/ld+json"><![CDATA[
        {"@type":"NewsArticle","headline":"x","datePublished":"2022-01-27"}]]></script>)",
      "");

  EXPECT_EQ(published(article), "2022-01-27");
}

TEST(Published, IsReadFromJsonLdWrittenInEntities) {
  const index::Article article =
      article_of(R"(<script type="application/ld+json">{&quot;@type&quot;:&quot;NewsArticle&quot;,
        &quot;datePublished&quot;:&quot;2022-01-27&quot;}</script>)",
                 "");

  EXPECT_EQ(published(article), "2022-01-27");
}

TEST(Published, IsNotThatOfAnArticleListedInJsonLd) {
  const index::Article article = article_of(
      R"(<script type="application/ld+json">{"@type":"WebPage","datePublished":"2022-01-27",
        "mainEntity":{"@type":"ItemList","itemListElement":[
          {"@type":"NewsArticle","datePublished":"2019-05-05"}]}}</script>)",
      "");

  EXPECT_EQ(published(article), "2022-01-27");
}

TEST(Published, IsWhatJsonLdSaysOfARecipe) {
  const index::Article article = article_of(
      R"(<script type="application/ld+json">[{"@type":"WebPage","datePublished":"2020-02-02"},
        {"@type":"Recipe","name":"Soupe","datePublished":"2022-01-27"}]</script>)",
      "");

  EXPECT_EQ(published(article), "2022-01-27");
}

TEST(Language, IsThatOfMostOfTheText) {
  std::string text;
  for (int i = 0; i < 4; ++i) {
    text +=
        "<p>The new reading room opens on Saturday, after two years of work on the roof and "
        "the garden, and everyone who lives nearby may come and look at it.</p>"
        "<p>Der neue Lesesaal wird am Samstag eröffnet, nach zwei Jahren Bauzeit.</p>";
  }

  const index::Article article = from_html("<meta charset=utf-8><main>" + text + "</main>", {});

  EXPECT_EQ(article.language, "en");
}

TEST(Section, IsTheLastCrumbBeforeTheArticle) {
  EXPECT_EQ(article_of("",
                       "<ol class=breadcrumb><li><a href=/>Accueil</a><li><a "
                       "href=/culture/>Culture</a><li><a href=/culture/lire>Lecture</a></ol>")
                .section,
            "Lecture");
}

TEST(Section, IsTheFolderThatTheMenuNames) {
  const index::Article article = from_html(
      "<meta charset=utf-8><nav><a href=/>Accueil</a><a "
      "href=/region/>Région</a></nav><p>Texte.</p>",
      {.url = "https://ville.test/region/2024/06/03/titre"});

  EXPECT_EQ(article.section, "Région");
}

TEST(Section, IsUnknownWhereNothingTells) {
  EXPECT_EQ(article_of("", "<a href=/culture>Culture</a>").section, "");
}

TEST(Paywall, IsSaidByAPartOfTheArticle) {
  const auto page = [](const std::string& free) {
    return article_of(R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"x",
        "hasPart":[{"cssSelector":".reste","isAccessibleForFree":)" +
                          free + "}]}</script>",
                      "");
  };

  EXPECT_TRUE(page("false").paywalled);
  EXPECT_TRUE(page("\"False\"").paywalled);
  EXPECT_FALSE(page("true").paywalled);
  EXPECT_TRUE(article_of("<meta property=article:content_tier content=locked>", "").paywalled);
}

}  // namespace
}  // namespace kiosque::extract
