#pragma once
// Finds what a page tells of its article beside the text.
//
// In: the text of a page and its Signals. Out: title, authors, dates, section, standfirst,
// language. Main types: Signals, LinkedData (json_ld.h), ArticleDates. Also open to other rooms:
// indexer/extract/facts/signals.h (what a page says of itself in metas, links and JSON-LD).
//
// Example (tests/unit/indexer/extract/facts/example_test.cc):
//   const html::Dom dom = html::parse(
//       "<title>Le bac - Le Fanal</title><h1>Le bac</h1><p>Par Lea Blum</p><p>3 juin 2024</p>");
//   const text::PageText page(dom);
//   const Signals signals = gather_signals(dom);
//   EXPECT_EQ(find_title(dom, signals), "Le bac");
//   const std::chrono::year last = text::last_year(std::nullopt);
//   EXPECT_EQ(find_authors(page, signals, last), std::vector<std::string>{"Lea Blum"});

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date/date.h"
#include "indexer/extract/facts/signals.h"
#include "indexer/extract/text/text.h"
#include "indexer/html/html.h"

namespace kiosque::extract::facts {

/// The article's headline: an h1 that agrees with og:title or the title element; else og:title, the
/// JSON-LD headline or the title element, less the name of the site.
[[nodiscard]] std::string find_title(const html::Dom& dom, const Signals& signals);

/// Who wrote it, by the first of these that names a person: JSON-LD, marked bylines, a line that
/// says "Par …", metas. Where none does, the first that names anybody; the site itself
/// last. `last` as in text::date_in_prose().
[[nodiscard]] std::vector<std::string> find_authors(const text::PageText& page,
                                                    const Signals& signals, std::chrono::year last);

struct ArticleDates {
  std::optional<date::Timestamp> published;
  std::optional<date::Timestamp> updated;
};

/// What is known of a page's dates before it is read.
struct DateBounds {
  std::string_view url;                                  ///< its address, which may hold a day
  std::optional<std::chrono::sys_seconds> fetched = {};  ///< later dates are not believed
};

/// When an article was published and last changed: JSON-LD, metas, time elements, a day in the
/// address or the title, then prose ("Publié le 3 juin 2024 à 10h05"), but never the date of a
/// related article. A moment given in UTC is put into the zone in which the page shows it.
[[nodiscard]] ArticleDates find_dates(const text::PageText& page, const Signals& signals,
                                      const DateBounds& bounds);

/// The section an article stands in ("Culture"), by the first of these that tells: metas and
/// JSON-LD, microdata, the last link of a breadcrumb trail, a category link, the menu's link to the
/// folder of the article's `url`. Empty if none does.
[[nodiscard]] std::string find_section(const html::Dom& dom, const Signals& signals,
                                       std::string_view url);

/// Which segment is the standfirst: one that is the page's description, or whose class says so,
/// before the second paragraph of the body; nothing if there is none. `lines` are the judged
/// segments.
[[nodiscard]] std::optional<std::size_t> find_standfirst(const text::PageText& page,
                                                         const Signals& signals,
                                                         const std::vector<text::Line>& lines);

/// The language of a text (ISO 639-1), detected from its letters; `declared` (an html lang) helps
/// where it is short, and stands alone where it is too short for that.
[[nodiscard]] std::string find_language(std::string_view text, std::string_view declared);

}  // namespace kiosque::extract::facts
