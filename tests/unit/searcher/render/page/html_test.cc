#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/render/page/page.h"

namespace kiosque::render::page {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

engine::Hit sample_hit() {
  engine::Hit hit;
  hit.rank = 1;
  hit.url = "https://journal.example/a?x=1&y=2";
  hit.title = {"Des armes pour Kiev", {{4, 9}}};
  hit.snippet = {"Il a dit « oui » aux armes.", {}};
  hit.source = "Le Journal";
  hit.language = "fr";
  hit.published = date::parse_timestamp("2024-05-01T14:05:00+02:00");
  return hit;
}

engine::Page sample_page() {
  engine::Page page;
  page.total = page.articles = page.stories = page.reachable = 25;
  page.hits = {sample_hit()};
  return page;
}

std::string render(const engine::Page& page, const engine::Request& request,
                   speech::Language language = speech::Language::French) {
  return to_html(page, {request, language}, WebSite{}, {});
}

engine::Request asking(std::string query) {
  engine::Request request;
  request.query = std::move(query);
  return request;
}

TEST(ToHtml, MarksMatchingWords) {
  const std::string html = render(sample_page(), asking("armes"));

  EXPECT_THAT(html, HasSubstr("Des <mark>armes</mark> pour Kiev"));
}

TEST(ToHtml, EscapesWhatArticlesAndVisitorsWrite) {
  engine::Page page = sample_page();
  page.hits[0].title = {"<script>alert(1)</script>", {{1, 7}}};
  page.hits[0].source = "\"><img src=x>";
  page.notes = {{query::Note::Kind::UnknownField, "<b>", ""}};
  page.suggestion = "<i>";

  const std::string html = render(page, asking("\"><script>"));

  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("<img")));
  EXPECT_THAT(html, Not(HasSubstr("<b>")));
  EXPECT_THAT(html, Not(HasSubstr("<i>")));
  EXPECT_THAT(html, HasSubstr("&lt;<mark>script</mark>&gt;"));
}

TEST(ToHtml, LinksToWebAddressesOnly) {
  engine::Page page = sample_page();
  page.hits[0].url = "javascript:alert(1)";

  const std::string html = render(page, asking("armes"));

  EXPECT_THAT(html, Not(HasSubstr("javascript:")));
  EXPECT_THAT(html, HasSubstr("Des <mark>armes</mark>"));
}

TEST(ToHtml, TellsTheDateInTheLanguageOfThePage) {
  EXPECT_THAT(render(sample_page(), asking("armes")),
              HasSubstr("<time datetime=\"2024-05-01T14:05:00+02:00\">mercredi 1er mai 2024, "
                        "14\u00a0h\u00a005</time>"));
  EXPECT_THAT(render(sample_page(), asking("armes"), speech::Language::English),
              HasSubstr("Wednesday 1 May 2024, 14:05"));
}

TEST(ToHtml, KeepsQuotesAndPunctuationWithTheirWords) {
  EXPECT_THAT(render(sample_page(), asking("armes")), HasSubstr("«\u00a0oui\u00a0» aux"));
}

TEST(ToHtml, NamesTheOtherSourcesOfAStory) {
  engine::Page page = sample_page();
  page.hits[0].other_sources = 3;
  page.hits[0].elsewhere = {{"A & B", "https://a.example/1"}, {"C", "javascript:x"}, {"D", ""}};

  const std::string html = render(page, asking("crue"));

  EXPECT_THAT(html, HasSubstr("Aussi dans <a href=\"https://a.example/1\" rel=\"noopener "
                              "noreferrer\">A &amp; B</a>, C et D <a"));
  EXPECT_THAT(html, HasSubstr("?q=crue&amp;tout=1\">au moins 3 autres articles</a>"));
}

TEST(ToHtml, SaysHowManyStoriesArticlesTell) {
  engine::Page page = sample_page();
  page.stories = 9;

  EXPECT_THAT(render(page, asking("armes")), HasSubstr("25 articles, 9 sujets"));
}

TEST(ToHtml, DrawsALineAboveWhatHasOnlySomeOfTheWords) {
  engine::Page page = sample_page();
  EXPECT_THAT(render(page, asking("armes")), Not(HasSubstr("only-some")));

  page.hits.back().all_words = false;
  page.all_words_first = true;
  const std::string html = render(page, asking("armes Kiev"));

  EXPECT_THAT(html, HasSubstr("<p class=\"only-some\">Articles qui n’ont qu’une partie"));
}

TEST(ToHtml, NamesQueryCountAndPageInTheTitle) {
  engine::Request request = asking("armes");
  request.offset = 10;

  EXPECT_THAT(render(sample_page(), request),
              HasSubstr("<title>armes – 25 articles, page 2 – Kiosque</title>"));
}

TEST(ToHtml, CurrentPageIsToldFromTheOthers) {
  engine::Request request = asking("armes");
  request.offset = 10;

  const std::string html = render(sample_page(), request);

  EXPECT_THAT(html, HasSubstr("href=\"?q=armes&amp;page=2\" aria-label=\"Page 2\" "
                              "aria-current=\"page\""));
  EXPECT_THAT(html, HasSubstr("rel=\"next\" href=\"?q=armes&amp;page=3\""));
  EXPECT_THAT(html, HasSubstr("rel=\"prev\" href=\"?q=armes\""));
}

TEST(ToHtml, FacetValuesNarrowAndActiveFiltersCanBeRemoved) {
  engine::Page page = sample_page();
  page.facets = {{"section", {{"Économie", 3}, {"Sport", 2}}}};
  engine::Request request = asking("armes");
  request.filters = {{"source", "Le Journal"}};

  const std::string html = render(page, request);

  EXPECT_THAT(html, HasSubstr("?q=armes&amp;source=Le%20Journal&amp;rubrique=%C3%89conomie"));
  EXPECT_THAT(html, HasSubstr("<a href=\"?q=armes\" aria-label=\"Retirer le filtre Le Journal\""));
}

TEST(ToHtml, CorrectionOffersTheWayBack) {
  engine::Page page = sample_page();
  page.notes = {{query::Note::Kind::Corrected, "armse", "armes"}};

  EXPECT_THAT(render(page, asking("armse")), HasSubstr("<a href=\"?q=armse&amp;exact=1\">"));
}

TEST(ToHtml, TimelineHasABarForEveryMonthWithHits) {
  engine::Page page = sample_page();
  page.timeline = {{2024, 1, 2}, {2024, 2, 0}, {2024, 3, 4}};

  const std::string html = render(page, asking("armes"));

  EXPECT_THAT(html, HasSubstr("periode=2024-01"));
  EXPECT_THAT(html, Not(HasSubstr("periode=2024-02")));
  EXPECT_THAT(html, HasSubstr("De janvier 2024 à mars 2024, le plus en mars 2024 (4)."));
}

TEST(ToHtml, NoMonthIsTheBusiestByOneArticle) {
  engine::Page page = sample_page();
  page.timeline = {{2024, 1, 1}, {2024, 2, 1}};

  EXPECT_THAT(render(page, asking("armes")), HasSubstr(">De janvier 2024 à février 2024.<"));
}

TEST(ToHtml, NoResultHelps) {
  engine::Request request = asking("zzz");
  request.filters = {{"source", "x"}};

  const std::string html = render(engine::Page{}, request);

  EXPECT_THAT(html, HasSubstr("Aucun article ne répond à «\u00a0zzz\u00a0»"));
  EXPECT_THAT(html, HasSubstr("<a href=\"?q=zzz\">Chercher sans les filtres</a>"));
  EXPECT_THAT(html, HasSubstr("Comment chercher"));
}

TEST(ToHtml, ForeignTextSaysItsLanguage) {
  engine::Page page = sample_page();
  page.hits[0].language = "en";

  EXPECT_THAT(render(page, asking("armes")), HasSubstr("<h2 lang=\"en\">"));
  EXPECT_THAT(render(page, asking("armes")), HasSubstr("<p class=\"snippet\" lang=\"en\">"));
  EXPECT_THAT(render(sample_page(), asking("armes")), HasSubstr("<h2>"));
}

TEST(ToHtml, UsesTheTemplatesOfTheSite) {
  WebSite site;
  site.templates["home.mustache"] = "{{site}}: {{t.search_button}} {{> _foot}}";
  site.templates["_foot.mustache"] = "<{{lang}}>";
  site.name = "A & B";

  const std::string html = home_to_html({}, site, {});

  EXPECT_EQ(html, "A &amp; B: Rechercher <fr>");
}

}  // namespace
}  // namespace kiosque::render::page
