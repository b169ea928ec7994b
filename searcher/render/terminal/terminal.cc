#include "searcher/render/terminal/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "searcher/render/terminal/bars.h"
#include "searcher/speech/speech.h"
#include "searcher/speech/typography.h"

namespace kiosque::render::terminal {
namespace {

/// "La Gazette · mardi 28 mai 2024 · International"
std::string byline(const engine::Hit& hit, speech::Language language) {
  std::vector<std::string> parts;
  if (!hit.source.empty()) parts.push_back(hit.source);
  if (hit.published) parts.push_back(speech::format_day(*hit.published, language));
  if (!hit.section.empty()) parts.push_back(hit.section);
  if (hit.paywalled) parts.emplace_back(speech::text(speech::Message::Paywalled, language));
  return fmt::format("{}", fmt::join(parts, " · "));
}

/// "Aussi dans Le Fanal, La Gazette et L’Estuaire", or how many more articles there are if none can
/// be named.
std::string also_in(const engine::Hit& hit, speech::Language language) {
  if (hit.other_sources == 0) return {};
  if (hit.elsewhere.empty())
    return speech::plural(speech::Message::OtherArticles, language, hit.other_sources);
  std::string names;
  for (std::size_t i = 0; i < hit.elsewhere.size(); ++i) {
    const bool last = i + 1 == hit.elsewhere.size();
    if (i > 0)
      names += last ? fmt::format(" {} ", speech::text(speech::Message::And, language)) : ", ";
    names += hit.elsewhere[i].source;
  }
  return fmt::format("{} {}", speech::text(speech::Message::AlsoIn, language), names);
}

void draw_hit(Canvas& canvas, const engine::Hit& hit, speech::Language language) {
  const std::string number = fmt::format("{:>3}  ", hit.rank);
  const std::string margin(number.size(), ' ');
  engine::MarkedText title = make_safe(hit.title);
  if (title.text.empty()) title.text = speech::text(speech::Message::Untitled, language);
  canvas.paragraph(title, number, kBold);
  canvas.paragraph(byline(hit, language), margin, kDim);
  canvas.paragraph(also_in(hit, language), margin, kDim);
  canvas.paragraph(make_safe(hit.snippet), margin, "");
  canvas.address(hit.url, margin, LongAddress::Shorten);
  if (!hit.explanation.empty()) canvas.paragraph(hit.explanation, margin, kDim);
  canvas.line();
}

std::string facet_value(const engine::Facet& facet, const engine::FacetValue& value,
                        speech::Language language) {
  if (facet.field == "language") return speech::language_name(value.value, language);
  if (facet.field == "month") {
    if (const auto month = date::parse_timestamp(value.value + "-01")) {
      const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(month->utc));
      return speech::format_month(static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                                  language);
    }
  }
  return value.value;
}

speech::Message name_of(const engine::Facet& facet) {
  if (facet.field == "source") return speech::Message::FieldSource;
  if (facet.field == "section") return speech::Message::FieldSection;
  if (facet.field == "author") return speech::Message::FieldAuthor;
  if (facet.field == "language") return speech::Message::FieldLanguage;
  return speech::Message::FieldPeriod;
}

void draw_facets(Canvas& canvas, const std::vector<engine::Facet>& facets,
                 speech::Language language) {
  for (const engine::Facet& facet : facets) {
    if (facet.values.empty()) continue;
    canvas.paragraph(speech::text(name_of(facet), language), "", kBold);
    for (const engine::FacetValue& value : facet.values) {
      const std::string count = speech::format_count(value.count, language);
      const std::size_t width = display_width(count);
      canvas.paragraph(facet_value(facet, value, language),
                       std::string(width < 8 ? 8 - width : 0, ' ') + count + "  ", "");
    }
    canvas.line();
  }
}

void draw_timeline(Canvas& canvas, const std::vector<engine::TimelineBar>& timeline,
                   speech::Language language) {
  if (timeline.empty()) return;
  canvas.paragraph(speech::text(speech::Message::TimelineTitle, language), "", kBold);
  const Style style{.columns = std::min(canvas.columns(), kWidestText),
                    .unicode = canvas.unicode()};
  for (const std::string& line : draw_bars(timeline, style, language)) {
    canvas.line(line);
  }
  canvas.line();
}

/// "11–20", or "11" of a single hit.
std::string ranks(const std::vector<engine::Hit>& hits) {
  const std::string first = std::to_string(hits.front().rank);
  return hits.size() == 1 ? first : first + "–" + std::to_string(hits.back().rank);
}

void draw_summary(Canvas& canvas, const engine::Page& page, const Context& context) {
  const speech::Language language = context.language;
  for (const query::Note& note : page.notes)
    canvas.paragraph(speech::note_text(note, language), "", kDim);
  if (!page.suggestion.empty()) {
    canvas.paragraph(fmt::format("{} : {}", speech::text(speech::Message::DidYouMean, language),
                                 page.suggestion),
                     "", kBold);
  }
  std::string found = speech::found_text(page.articles, page.stories, language);
  if (page.hits.empty() && page.articles == 0) {
    canvas.paragraph(found, "", "");
    return;
  }
  if (!page.hits.empty() && page.hits.size() < page.reachable) {
    found += " · " + ranks(page.hits);
  }
  canvas.paragraph(found, "", kDim);
}

std::string_view margin_of(index::BlockKind kind) {
  switch (kind) {
    case index::BlockKind::Quote:
      return "    ";
    case index::BlockKind::ListItem:
      return "  • ";
    default:
      return "";
  }
}

}  // namespace

std::string to_text(const engine::Page& page, const Context& context, const Style& style) {
  Canvas canvas(style);
  draw_summary(canvas, page, context);
  if (!page.explanation.empty()) canvas.paragraph(page.explanation, "", kDim);
  canvas.line();
  bool all_words = true;
  for (const engine::Hit& hit : page.hits) {
    if (page.all_words_first && all_words && !hit.all_words) {
      canvas.paragraph(speech::text(speech::Message::OnlySomeWords, context.language), "", kBold);
      canvas.line();
      all_words = false;
    }
    draw_hit(canvas, hit, context.language);
  }
  draw_timeline(canvas, page.timeline, context.language);
  draw_facets(canvas, page.facets, context.language);
  return canvas.take();
}

std::string to_text(const index::Article& article, speech::Language language, const Style& style) {
  Canvas canvas(style);
  canvas.paragraph(article.title, "", kBold);
  std::vector<std::string> parts = article.authors;
  if (!article.source.empty()) parts.push_back(article.source);
  if (article.published) {
    std::string day = speech::format_day(*article.published, language);
    if (const std::string hour = speech::format_hour(*article.published, language); !hour.empty()) {
      day += ", " + hour;
    }
    parts.push_back(std::move(day));
  }
  canvas.paragraph(fmt::format("{}", fmt::join(parts, " · ")), "", kDim);
  canvas.address(article.url, "", LongAddress::Keep);
  canvas.line();
  if (!article.standfirst.empty()) {
    canvas.paragraph(article.standfirst, "", kBold);
    canvas.line();
  }
  for (const index::Block& block : article.body) {
    canvas.paragraph(block.text, margin_of(block.kind),
                     block.kind == index::BlockKind::Subhead ? kBold : "");
    canvas.line();
  }
  if (article.paywalled)
    canvas.paragraph(speech::text(speech::Message::Paywalled, language), "", kDim);
  return canvas.take();
}

}  // namespace kiosque::render::terminal
