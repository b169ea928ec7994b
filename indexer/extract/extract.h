#pragma once
// Reads the article of a page: its text, title, authors, dates, section and language.
//
// In: the bytes of an HTML page, or plain text, and where it came from. Out: an index::Article, and
// the reasons for it where they are asked for.
// Main types: Context, Judgement.
// Behind this door: indexer/extract/text (which text is the article) and indexer/extract/facts
// (what the page tells beside it).
//
// Example (tests/unit/indexer/extract/example_test.cc):
//   const index::Article article = from_html(
//       "<title>Le bac</title><nav>Accueil</nav><h1>Le bac reste à quai</h1>"
//       "<p>Le bac de sept heures est resté à quai samedi matin, faute de pilote.</p>",
//       {.url = "https://www.fanal.test/bac"});
//   EXPECT_EQ(article.title, "Le bac reste à quai");
//   EXPECT_EQ(article.body.size(), 1U);
//   EXPECT_EQ(article.source, "fanal.test");

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.h"

namespace kiosque::extract {

/// What is known of a page from where it came.
struct Context {
  std::string url;           ///< its address; base of links; may be empty
  std::string content_type;  ///< HTTP header, for its charset; may be empty
  /// When it was fetched, or now: what it dates later is not believed.
  std::optional<std::chrono::sys_seconds> fetched = {};
};

/// Reads an article from the bytes of an HTML page. Never fails: a page without an article gives
/// one with an empty body. Bounded in time and memory whatever the bytes hold; pure; safe from any
/// thread.
[[nodiscard]] index::Article from_html(std::string_view html, const Context& page);

/// Reads an article from plain text as a careless scraper leaves it: menus, share buttons and
/// related headlines around the paragraphs. `fetched` as in Context.
[[nodiscard]] index::Article from_plain_text(std::string_view text,
                                             std::optional<std::chrono::sys_seconds> fetched = {});

/// A block of a page and whether it is part of the article.
struct JudgedBlock {
  index::Block block;
  bool kept = false;
  std::string_view
      reason;  ///< "body", "standfirst", or why it was dropped: "caption", "share links"
};

/// An article with the reasons for it.
struct Judgement {
  index::Article article;
  std::vector<JudgedBlock> blocks;    ///< every block of the page, in order
  std::vector<std::string> captions;  ///< of pictures, with their credits
};

/// `from_html` with all that was judged on the way, for people who ask why.
[[nodiscard]] Judgement judge(std::string_view html, const Context& page);

}  // namespace kiosque::extract
