#pragma once
// Finds the text of an article among all that its page shows.
//
// In: a Dom. Out: its text in segments, those that are the article, and why each other is not.
// Main types: PageText, Zone (zone.h), Line.
// Also open to other rooms: indexer/extract/text/class_words.h (what a class says of an element),
// indexer/extract/text/phrases.h (boilerplate, date lines, bylines, known by their words),
// indexer/extract/text/prose_date.h (a day written in prose), indexer/extract/text/words.h (titles
// and names compared whatever their case and punctuation).
//
// Example (tests/unit/indexer/extract/text/example_test.cc):
//   const html::Dom dom = html::parse(
//       "<nav>Accueil</nav><main><p>Le bac de sept heures est resté à quai samedi matin.</main>");
//   const PageText page(dom);
//   const auto [first, last] = page.range(choose_main(page).at(0));
//   EXPECT_EQ(last - first, 1U);
//   EXPECT_EQ(page.text(first), "Le bac de sept heures est resté à quai samedi matin.");

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/article.h"
#include "indexer/extract/text/zone.h"
#include "indexer/extract/text/zones.h"
#include "indexer/html/html.h"
#include "indexer/html/segments.h"

namespace kiosque::extract::text {

/// The text of a page in segments, each weighed by how much it looks like prose.
class PageText {
 public:
  explicit PageText(const html::Dom& dom);

  [[nodiscard]] const html::Dom& dom() const noexcept { return dom_; }
  [[nodiscard]] const html::Segments& segments() const noexcept { return segments_; }
  [[nodiscard]] const html::Segment& segment(std::size_t i) const { return segments_.list[i]; }
  [[nodiscard]] std::string_view text(std::size_t i) const {
    return segments_.text_of(segments_.list[i]);
  }
  [[nodiscard]] Zone zone(std::size_t i) const { return static_cast<Zone>(segment(i).zone); }

  /// The segments within an element: [first, last).
  [[nodiscard]] std::pair<std::size_t, std::size_t> range(html::NodeId node) const;

  /// The zone of the line an element begins; of the line it stands in, if that belongs to other
  /// articles or to readers; else Content.
  [[nodiscard]] Zone zone_of(html::NodeId node) const;

  /// Bytes of prose within an element: text outside links, in segments of some length that stand
  /// in no zone.
  [[nodiscard]] std::uint32_t prose(html::NodeId node) const;
  [[nodiscard]] std::uint32_t prose_between(std::size_t first, std::size_t last) const {
    return prose_[last] - prose_[first];
  }
  [[nodiscard]] std::uint32_t total_prose() const { return prose_.back(); }

 private:
  void cut(const std::vector<std::uint32_t>& mass, ZoneSigns signs);

  const html::Dom& dom_;
  html::Segments segments_;
  std::vector<std::uint32_t> prose_;  ///< before each segment
};

/// The elements that hold the article's text, in document order, none within another. Looks for
/// what publishers name so (itemprop=articleBody, "article-body", article, main …), in this order,
/// and takes the first that holds enough of the page's prose; else the smallest element that holds
/// most of it.
[[nodiscard]] std::vector<html::NodeId> choose_main(const PageText& page);

/// Why what stands below a picture was dropped.
inline constexpr std::string_view kCaption = "caption";

/// A line of the main block on its way into the body.
struct Line {
  index::BlockKind kind = index::BlockKind::Paragraph;
  std::string_view text;
  float link_share = 0;      ///< of its bytes, how many are in links
  std::string_view dropped;  ///< why it is not kept; empty: kept
};

/// Marks what is no part of the article's text: the headline again, date lines and bylines at
/// either end, boilerplate, lines and lists that are links only, headings with nothing below.
/// `known` is what is known of the article: its title, section and authors as lines of their own;
/// `last` as in date_in_prose().
void clean_up(std::vector<Line>& lines, const index::Article& known, std::chrono::year last);

}  // namespace kiosque::extract::text
