#include "indexer/extract/extract.h"

#include <gtest/gtest.h>

#include <string>

namespace kiosque::extract {
namespace {

constexpr std::string_view kPage = R"(<!DOCTYPE html><html lang="fr"><head>
<title>La halle du marché rouvre ses portes - Le Courrier du Val</title>
<meta property="og:title" content="La halle du marché rouvre ses portes | Le Courrier du Val">
<meta property="og:site_name" content="Le Courrier du Val">
<link rel="canonical" href="/2024/06/halle.html?utm_source=x">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle",
 "datePublished":"2024-06-03T10:05:00+02:00","author":[{"@type":"Person","name":"Anne Blanc"}],
 "isAccessibleForFree":false}]}</script></head><body>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>La halle du marché rouvre ses portes</h1>
<p class="chapo">Après deux ans de travaux, les commerçants ont retrouvé leurs étals samedi matin.</p>
<p class="byline">Par Anne Blanc</p><p>Publié le 3 juin 2024 à 10h05</p>
<figure><img src="a.jpg"><figcaption>La halle vue du pont. Photo Luc Noir</figcaption></figure>
<div class="share-bar"><a href="#">Partager</a></div>
<p>Dès sept heures, une file s'étirait devant les grilles neuves, malgré une pluie fine et tenace.</p>
<h2>Un chantier plus long que prévu</h2>
<p>La charpente, plus abîmée que ne le disaient les plans, a coûté trois mois et un demi-million.</p>
<blockquote><p>« Nous avons cru que jamais nous n'en verrions la fin », sourit une maraîchère.</p></blockquote>
<p><a href="/x">À lire aussi : la gare attend encore ses quais</a></p>
<p>Le marché se tiendra désormais les mercredis et samedis, de sept heures à treize heures.</p>
<div class="related-articles"><h3>Sur le même sujet</h3><ul><li><a href="/y">Un pont fermé</a></li></ul></div>
</article><footer><p>Mentions légales et conditions générales de vente de notre journal.</p></footer>
</body></html>)";

const Context kContext{"https://www.courrier-du-val.example/2024/06/halle.html", ""};

TEST(ExtractArticle, ReadsTheTextWithItsStructure) {
  const index::Article article = from_html(kPage, kContext);

  std::string structure;
  for (const index::Block& block : article.body) structure += static_cast<char>(block.kind);
  EXPECT_EQ(structure, "phpqp");
  EXPECT_TRUE(article.body.front().text.starts_with("Dès sept heures"));
  EXPECT_TRUE(article.body.back().text.starts_with("Le marché se tiendra"));
}

TEST(ExtractArticle, ReadsWhatThePageSaysOfIt) {
  const index::Article article = from_html(kPage, kContext);

  EXPECT_EQ(article.title, "La halle du marché rouvre ses portes");
  EXPECT_TRUE(article.standfirst.starts_with("Après deux ans"));
  EXPECT_EQ(article.authors, std::vector<std::string>{"Anne Blanc"});
  ASSERT_TRUE(article.published);
  EXPECT_EQ(date::format_iso8601(*article.published), "2024-06-03T10:05:00+02:00");
  EXPECT_EQ(article.language, "fr");
  EXPECT_EQ(article.url, "https://www.courrier-du-val.example/2024/06/halle.html");
  EXPECT_EQ(article.source, "courrier-du-val.example");
  EXPECT_TRUE(article.paywalled);
}

TEST(ExtractArticle, KeepsCaptionsApart) {
  const Judgement judgement = extract::judge(kPage, kContext);

  ASSERT_EQ(judgement.captions.size(), 1);
  EXPECT_EQ(judgement.captions[0], "La halle vue du pont. Photo Luc Noir");
}

TEST(ExtractArticle, KeepsCaptionsWithoutAMarkApart) {
  const std::string paragraph =
      "<p>Dès sept heures, une file s'étirait devant les grilles, malgré une pluie fine.</p>";

  const Judgement judgement =
      extract::judge("<meta charset=utf-8><main>" + paragraph +
                         "<p>La halle vue du pont © Luc Noir</p>" + paragraph + "</main>",
                     {});

  EXPECT_EQ(judgement.article.body.size(), 2U);
  EXPECT_EQ(judgement.captions, std::vector<std::string>{"La halle vue du pont © Luc Noir"});
}

TEST(ExtractArticle, TakesALineAboveTheStandfirstForACaption) {
  const std::string paragraph =
      "<p>Dès sept heures, une file s'étirait devant les grilles, malgré une pluie fine.</p>";

  const Judgement judgement = extract::judge(
      "<meta charset=utf-8><meta name=description content='Après deux ans de travaux, les étals "
      "retrouvent leur place.'><main><p>La halle vue du pont | Le Courrier / Luc Noir</p>"
      "<p>Après deux ans de travaux, les étals retrouvent leur place.</p>" +
          paragraph + paragraph + "</main>",
      {});

  EXPECT_EQ(judgement.article.body.size(), 2U);
  EXPECT_EQ(judgement.captions.size(), 1U);
}

TEST(ExtractArticle, KeepsSubheadsThatAreAnchorsAndHeadlinesInWidgets) {
  const std::string paragraph =
      "<p>Dès sept heures, une file s'étirait devant les grilles, malgré une pluie fine.</p>";

  const index::Article article = from_html(
      "<meta charset=utf-8><div class=container-widget><h1>La halle rouvre samedi</h1>"
      "<p class=chapo>Après deux ans de travaux, les étals retrouvent leur place.</p></div><main>" +
          paragraph + "<h2 id=toc-0>Un chantier trop long</h2>" + paragraph + "</main>",
      {});

  EXPECT_TRUE(article.standfirst.starts_with("Après deux ans"));
  ASSERT_EQ(article.body.size(), 3U);
  EXPECT_EQ(article.body[1].text, "Un chantier trop long");
}

TEST(ExtractArticle, GivesNoBodyForAnEmptyPage) {
  EXPECT_TRUE(from_html("", {}).body.empty());
  EXPECT_TRUE(from_html("<html><body><nav><a href=/>x</a></nav></body></html>", {}).title.empty());
}

TEST(ExtractArticle, ReadsTextAtAnyDepth) {
  std::string html;
  for (int i = 0; i < 100'000; ++i) html += "<div>";
  html +=
      "<p>Un paragraphe au fond de cent mille boîtes, assez long pour compter comme de la prose.";

  EXPECT_EQ(from_html(html, {}).body.size(), 1);
}

TEST(ExtractPlainText, FindsHeadlineAndParagraphsBetweenMenus) {
  const index::Article article = from_plain_text(
      "Newsletter Sport Culture\nSuivez-nous\nPublicité\n\nLa halle du marché rouvre samedi\n\n"
      "Par Anne Blanc\nPartager cet article\n\n"
      "La halle du marché rouvre ses portes samedi, après deux longues années de travaux "
      "bruyants.\n\n"
      "PUBLICITÉ\n\n"
      "Les commerçants du marché, logés sous des tentes, attendaient ce jour avec une impatience "
      "mêlée.\n\n"
      "À découvrir également\n\nUn pont fermé jusqu'à l'automne\n");

  EXPECT_EQ(article.title, "La halle du marché rouvre samedi");
  ASSERT_EQ(article.body.size(), 2);
  EXPECT_TRUE(article.body[1].text.starts_with("Les commerçants"));
}

}  // namespace
}  // namespace kiosque::extract
