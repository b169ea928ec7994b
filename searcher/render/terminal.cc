#include "searcher/render/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "common/base/escape.h"
#include "searcher/render/bars.h"
#include "searcher/render/layout.h"
#include "searcher/render/notes.h"
#include "searcher/render/typography.h"

namespace kiosque {
namespace {

constexpr std::size_t kNarrowest = 20;
constexpr std::size_t kWidestText = 100;  // longer lines are hard to read
constexpr std::size_t kUnlimited = 1'000'000;

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kDim = "\x1b[2m";
constexpr std::string_view kMark = "\x1b[1;33m";
constexpr std::string_view kReset = "\x1b[0m";

/// Text made safe, its marks moved along: what is replaced may change its length.
MarkedText make_safe(const MarkedText& marked) {
  MarkedText safe;
  std::size_t done = 0;
  const auto take_to = [&](std::size_t end) {
    end = std::clamp(end, done, marked.text.size());
    safe.text += safe_for_terminal(std::string_view(marked.text).substr(done, end - done));
    done = end;
    return static_cast<std::uint32_t>(safe.text.size());
  };
  for (const Span& mark : marked.marks) {
    const std::uint32_t begin = take_to(mark.begin);
    safe.marks.push_back({begin, take_to(mark.end)});
  }
  take_to(marked.text.size());
  std::ranges::replace(safe.text, '\n', ' ');
  std::ranges::replace(safe.text, '\t', ' ');
  return safe;
}

/// Writes lines for one terminal: wraps, colours, links.
class Canvas {
 public:
  explicit Canvas(const TerminalStyle& style)
      : style_(style),
        columns_(style.columns == 0 ? kUnlimited
                                    : std::clamp(style.columns, kNarrowest, kWidestText)) {}

  [[nodiscard]] std::size_t columns() const { return columns_; }

  /// Wrapped text behind `first_margin`, later lines behind as many spaces; `style` around all but
  /// the margin, and the marks told apart.
  void paragraph(const MarkedText& marked, std::string_view first_margin, std::string_view style) {
    const std::size_t margin = display_width(first_margin);
    bool first = true;
    for (const Span& line : wrap(marked.text, columns_ - margin)) {
      out_ += first ? std::string(first_margin) : std::string(margin, ' ');
      first = false;
      open(style);
      marked_line(marked, line, style);
      close(style);
      out_ += '\n';
    }
  }

  void paragraph(std::string_view text, std::string_view first_margin, std::string_view style) {
    paragraph(make_safe({std::string(text), {}}), first_margin, style);
  }

  /// An address on a line of its own, never broken, as a link where the terminal knows links.
  void address(std::string_view url, std::string_view margin) {
    const std::string safe = safe_for_terminal(url);
    out_ += margin;
    if (style_.links) out_ += "\x1b]8;;" + safe + "\x1b\\";
    open(kDim);
    out_ += safe;
    close(kDim);
    if (style_.links) out_ += "\x1b]8;;\x1b\\";
    out_ += '\n';
  }

  void line(std::string_view text = {}) { out_ += std::string(text) + "\n"; }

  [[nodiscard]] std::string take() { return style_.unicode ? std::move(out_) : to_ascii(out_); }

 private:
  void open(std::string_view style) {
    if (style_.colour) out_ += style;
  }
  void close(std::string_view style) {
    if (style_.colour && !style.empty()) out_ += kReset;
  }

  void marked_line(const MarkedText& marked, const Span& line, std::string_view style) {
    const std::string_view text = marked.text;
    std::uint32_t done = line.begin;
    for (const Span& mark : marked.marks) {
      const std::uint32_t begin = std::max(mark.begin, done);
      const std::uint32_t end = std::min(mark.end, line.end);
      if (begin >= end) continue;
      out_ += text.substr(done, begin - done);
      open(kMark);
      out_ += text.substr(begin, end - begin);
      close(kMark);
      open(style);
      done = end;
    }
    out_ += text.substr(done, line.end - done);
  }

  TerminalStyle style_;
  std::size_t columns_;
  std::string out_;
};

/// "La Gazette · mardi 28 mai 2024 · International"
std::string byline(const Hit& hit, Language language) {
  std::vector<std::string> parts;
  if (!hit.source.empty()) parts.push_back(hit.source);
  if (hit.published) parts.push_back(format_day(*hit.published, language));
  if (!hit.section.empty()) parts.push_back(hit.section);
  if (hit.paywalled) parts.emplace_back(text(Message::Paywalled, language));
  return fmt::format("{}", fmt::join(parts, " · "));
}

/// "Aussi dans Le Fanal, L’Estuaire", or how many more articles there are if none can be named.
std::string also_in(const Hit& hit, Language language) {
  if (hit.other_sources == 0) return {};
  if (hit.elsewhere.empty()) return plural(Message::OtherArticles, language, hit.other_sources);
  std::vector<std::string_view> names;
  for (const StorySource& other : hit.elsewhere) names.push_back(other.source);
  return fmt::format("{} {}", text(Message::AlsoIn, language), fmt::join(names, ", "));
}

void draw_hit(Canvas& canvas, const Hit& hit, Language language) {
  const std::string number = fmt::format("{:>3}  ", hit.rank);
  const std::string margin(number.size(), ' ');
  MarkedText title = make_safe(hit.title);
  if (title.text.empty()) title.text = text(Message::Untitled, language);
  canvas.paragraph(title, number, kBold);
  canvas.paragraph(byline(hit, language), margin, kDim);
  canvas.paragraph(also_in(hit, language), margin, kDim);
  canvas.paragraph(make_safe(hit.snippet), margin, "");
  canvas.address(hit.url, margin);
  if (!hit.explanation.empty()) canvas.paragraph(hit.explanation, margin, kDim);
  canvas.line();
}

std::string facet_value(const Facet& facet, const FacetValue& value, Language language) {
  if (facet.field == "language") return language_name(value.value, language);
  if (facet.field == "month") {
    if (const auto month = parse_timestamp(value.value + "-01")) {
      const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(month->utc));
      return format_month(static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                          language);
    }
  }
  return value.value;
}

Message name_of(const Facet& facet) {
  if (facet.field == "source") return Message::FieldSource;
  if (facet.field == "section") return Message::FieldSection;
  if (facet.field == "author") return Message::FieldAuthor;
  if (facet.field == "language") return Message::FieldLanguage;
  return Message::FieldPeriod;
}

void draw_facets(Canvas& canvas, const std::vector<Facet>& facets, Language language) {
  for (const Facet& facet : facets) {
    if (facet.values.empty()) continue;
    canvas.paragraph(text(name_of(facet), language), "", kBold);
    for (const FacetValue& value : facet.values) {
      const std::string count = format_count(value.count, language);
      const std::size_t width = display_width(count);
      canvas.paragraph(facet_value(facet, value, language),
                       std::string(width < 8 ? 8 - width : 0, ' ') + count + "  ", "");
    }
    canvas.line();
  }
}

void draw_timeline(Canvas& canvas, const std::vector<TimelineBar>& timeline, Language language) {
  if (timeline.empty()) return;
  canvas.paragraph(text(Message::TimelineTitle, language), "", kBold);
  for (const std::string& line :
       draw_bars(timeline, std::min(canvas.columns(), kWidestText), language)) {
    canvas.line(line);
  }
  canvas.line();
}

void draw_summary(Canvas& canvas, const Page& page, const RenderContext& context) {
  const Language language = context.language;
  for (const Note& note : page.notes) canvas.paragraph(note_text(note, language), "", kDim);
  if (!page.suggestion.empty()) {
    canvas.paragraph(fmt::format("{} : {}", text(Message::DidYouMean, language), page.suggestion),
                     "", kBold);
  }
  if (page.total == 0) {
    canvas.paragraph(text(Message::NoResult, language), "", "");
    return;
  }
  std::string found =
      plural(page.total_exact ? Message::Results : Message::ResultsAbout, language, page.total);
  if (!page.hits.empty() && page.hits.size() < page.total) {
    found += fmt::format(" · {}–{}", page.hits.front().rank, page.hits.back().rank);
  }
  canvas.paragraph(found, "", kDim);
}

std::string_view margin_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::Quote:
      return "    ";
    case BlockKind::ListItem:
      return "  • ";
    default:
      return "";
  }
}

}  // namespace

std::string TerminalRenderer::render(const Page& page, const RenderContext& context) const {
  Canvas canvas(style_);
  draw_summary(canvas, page, context);
  if (!page.explanation.empty()) canvas.paragraph(page.explanation, "", kDim);
  canvas.line();
  for (const Hit& hit : page.hits) draw_hit(canvas, hit, context.language);
  draw_timeline(canvas, page.timeline, context.language);
  draw_facets(canvas, page.facets, context.language);
  return canvas.take();
}

std::string TerminalRenderer::render(const Article& article, Language language) const {
  Canvas canvas(style_);
  canvas.paragraph(article.title, "", kBold);
  std::vector<std::string> parts = article.authors;
  if (!article.source.empty()) parts.push_back(article.source);
  if (article.published) {
    std::string day = format_day(*article.published, language);
    if (const std::string hour = format_hour(*article.published, language); !hour.empty()) {
      day += ", " + hour;
    }
    parts.push_back(std::move(day));
  }
  canvas.paragraph(fmt::format("{}", fmt::join(parts, " · ")), "", kDim);
  canvas.address(article.url, "");
  canvas.line();
  if (!article.standfirst.empty()) {
    canvas.paragraph(article.standfirst, "", kBold);
    canvas.line();
  }
  for (const Block& block : article.body) {
    canvas.paragraph(block.text, margin_of(block.kind),
                     block.kind == BlockKind::Subhead ? kBold : "");
    canvas.line();
  }
  if (article.paywalled) canvas.paragraph(text(Message::Paywalled, language), "", kDim);
  return canvas.take();
}

}  // namespace kiosque
