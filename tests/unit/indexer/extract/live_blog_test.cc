#include <gtest/gtest.h>

#include "indexer/extract/extract.h"

namespace kiosque::extract {
namespace {

const std::vector<std::string> kPosts = {
    ("Le dernier bac a rejoint le port, les quais sont fermés au public jusqu'à demain matin, "
     "annonce "
     "la préfecture maritime, qui demande à chacun de rester chez soi cette nuit."),
    "Coupure de courant dans le centre.",
    ("Deux arbres sont tombés sur la voie ferrée entre la gare et le pont ; les trains sont "
     "remplacés "
     "par des autocars, qui partent toutes les heures de la place du marché."),
    ("Une rafale de 130 km/h a été mesurée au phare peu avant midi, selon le gardien, qui n'en "
     "avait "
     "pas vu de pareille depuis quinze ans, et le vent doit encore forcir ce soir."),
    "Les écoles resteront closes demain."};

std::vector<std::string> lines_of(const index::Article& article) {
  std::vector<std::string> lines;
  for (const index::Block& block : article.body) lines.push_back(block.text);
  return lines;
}

std::string page_of_posts() {
  std::string page = "<meta charset=utf-8><h1>Tempête : suivez la situation en direct</h1><main>";
  for (const std::string& post : kPosts) {
    page += "<article><time datetime=2026-01-27T12:10>12h10</time><p>" + post + "</p></article>";
  }
  return page + "</main>";
}

/// The same posts as JSON-LD gives them.
std::string linked_posts() {
  std::string updates;
  for (const std::string& post : kPosts) {
    if (!updates.empty()) updates += ",";
    updates += R"({"@type":"BlogPosting","datePublished":"2026-01-28T09:00:00+01:00",)"
               R"("author":{"@type":"Person","name":"Max Gros"},"articleBody":")" +
               post + "\"}";
  }
  return R"(<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Tempête : le )"
         R"(direct","datePublished":"2026-01-27T06:30:00+01:00","author":{"@type":"Person",)"
         R"("name":"Lea Blum"},"liveBlogUpdate":[)" +
         updates + "]}</script>";
}

TEST(LiveBlog, KeepsAllPostsInTheirOrder) {
  EXPECT_EQ(lines_of(from_html(page_of_posts(), {})), kPosts);
}

TEST(LiveBlog, IsDatedAndSignedAsAWhole) {
  const index::Article article = from_html(linked_posts() + page_of_posts(), {});

  EXPECT_EQ(lines_of(article), kPosts);
  EXPECT_EQ(article.authors, std::vector<std::string>{"Lea Blum"});
  ASSERT_TRUE(article.published);
  EXPECT_EQ(date::format_iso8601(*article.published), "2026-01-27T06:30:00+01:00");
}

TEST(LiveBlog, IsReadFromJsonLdWhereThePageShowsNoPost) {
  const index::Article article =
      from_html("<meta charset=utf-8>" + linked_posts() + "<div id=root></div>", {});

  EXPECT_EQ(lines_of(article), kPosts);
}

}  // namespace
}  // namespace kiosque::extract
