#include "indexer/extract/extract.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/ascii.h"
#include "common/base/url.h"
#include "indexer/extract/facts/facts.h"
#include "indexer/extract/facts/signals.h"
#include "indexer/extract/text/prose_date.h"
#include "indexer/extract/text/text.h"
#include "indexer/extract/unshown_text.h"
#include "indexer/html/charset.h"
#include "indexer/html/html.h"
#include "indexer/html/segments.h"
#include "indexer/html/text.h"

namespace kiosque::extract {
namespace {

std::string find_url(const facts::Signals& signals, const Context& context) {
  const auto page = Url::parse(context.url);
  if (!page && !context.url.empty()) return {};
  for (const std::string_view candidate :
       {std::string_view(signals.canonical), signals.meta("og:url"),
        std::string_view(signals.linked.url), std::string_view(context.url)}) {
    if (candidate.empty()) continue;
    const auto url = page ? page->resolve(candidate) : Url::parse(candidate);
    const bool foreign = url && page && url->site() != page->site();
    if (!url || foreign) continue;
    if (auto canonical = url->canonical()) return *std::move(canonical);
  }
  return {};
}

std::vector<std::string> find_tags(const facts::Signals& signals) {
  std::vector<std::string> tags;
  const auto add = [&](std::string_view text) {
    std::string tag = html::fold_space(text);
    if (!tag.empty() && std::find(tags.begin(), tags.end(), tag) == tags.end()) {
      tags.push_back(std::move(tag));
    }
  };
  for (const auto& [name, content] : signals.metas) {
    if (name == "article:tag") add(content);
  }
  const auto add_list = [&](std::string_view list) {
    for (const std::string_view tag : split(list, ',')) add(tag);
  };
  for (const std::string& keyword : signals.linked.keywords) add_list(keyword);
  if (tags.empty()) add_list(signals.meta("keywords"));
  return tags;
}

/// Everything but the text.
void fill_metadata(const text::PageText& text, const facts::Signals& signals,
                   const Context& context, index::Article& article) {
  article.url = find_url(signals, context);
  article.title = html::to_nfc(facts::find_title(text.dom(), signals));
  article.authors = facts::find_authors(text, signals, text::last_year(context.fetched));
  article.tags = find_tags(signals);
  article.section = html::to_nfc(facts::find_section(text.dom(), signals, article.url));
  article.source = site_of(article.url.empty() ? context.url : article.url);
  const facts::ArticleDates dates =
      facts::find_dates(text, signals, {article.url, context.fetched});
  article.published = dates.published;
  article.updated = dates.updated;
}

std::vector<text::Line> lines_of(const text::PageText& text) {
  std::vector<text::Line> lines;
  lines.reserve(text.segments().list.size());
  for (std::size_t i = 0; i < text.segments().list.size(); ++i) {
    const html::Segment& segment = text.segment(i);
    text::Line line{segment.kind, text.text(i), 0, {}};
    line.link_share = static_cast<float>(segment.link_bytes) / static_cast<float>(segment.length);
    if (segment.zone != 0) line.dropped = text::zone_name(text.zone(i));
    lines.push_back(line);
  }
  return lines;
}

/// The lines of the main block, cleaned up; all others marked as outside.
void judge_lines(const text::PageText& text, const index::Article& known, std::chrono::year last,
                 std::vector<text::Line>& lines) {
  std::vector<bool> inside(lines.size());
  std::vector<text::Line> main;
  std::vector<std::size_t> places;
  for (const html::NodeId node : text::choose_main(text)) {
    const auto [first, end] = text.range(node);
    if (main.empty()) main.reserve(end - first);
    for (std::size_t i = first; i < end; ++i) {
      inside[i] = true;
      if (!lines[i].dropped.empty()) continue;
      main.push_back(lines[i]);
      places.push_back(i);
    }
  }
  text::clean_up(main, known, last);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!inside[i] && lines[i].dropped.empty()) lines[i].dropped = "outside the main block";
  }
  for (std::size_t i = 0; i < main.size(); ++i) lines[places[i]].dropped = main[i].dropped;
}

/// Short lines above the standfirst that are no sentence are captions without a mark.
void drop_above(std::vector<text::Line>& lines, std::optional<std::size_t> standfirst) {
  constexpr std::size_t kMaxBytes = 120;
  if (!standfirst) return;
  for (std::size_t i = 0; i < *standfirst; ++i) {
    text::Line& line = lines[i];
    const bool sentence = line.text.ends_with('.') || line.text.ends_with('?') ||
                          line.text.ends_with('!') || line.text.size() > kMaxBytes;
    if (line.dropped.empty() && line.kind == index::BlockKind::Paragraph && !sentence) {
      line.dropped = text::kCaption;
    }
  }
}

/// Whether what was judged is kept beside the article: it takes as much memory again.
enum class Report { ArticleOnly, Blocks };

Judgement judge_page(std::string_view html, const Context& context, Report report) {
  const std::string utf8 = html::decode_to_utf8(html, context.content_type);
  const html::Dom dom = html::parse(utf8);
  const text::PageText text(dom);
  const facts::Signals signals = facts::gather_signals(dom);
  Judgement judgement;
  index::Article& article = judgement.article;
  fill_metadata(text, signals, context, article);
  std::vector<text::Line> lines = lines_of(text);
  judge_lines(text, article, text::last_year(context.fetched), lines);
  const std::optional<std::size_t> standfirst = facts::find_standfirst(text, signals, lines);
  drop_above(lines, standfirst);
  article.body.reserve(static_cast<std::size_t>(
      std::ranges::count_if(lines, [](const text::Line& line) { return line.dropped.empty(); })));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    index::Block block{lines[i].kind, html::to_nfc(std::string(lines[i].text))};
    if (lines[i].dropped == text::kCaption) judgement.captions.push_back(block.text);
    const bool lead = i == standfirst;
    const bool kept = lead || lines[i].dropped.empty();
    if (report == Report::Blocks) {
      const std::string_view reason = lead ? "standfirst" : kept ? "body" : lines[i].dropped;
      judgement.blocks.push_back({block, kept, reason});
    }
    if (lead) {
      article.standfirst = std::move(block.text);
    } else if (kept) {
      article.body.push_back(std::move(block));
    }
  }
  if (article.body.empty()) {
    for (index::Block& block : extract::find_unshown_text(utf8, signals)) {
      block.text = html::to_nfc(block.text);
      if (report == Report::Blocks) judgement.blocks.push_back({block, true, "text of a script"});
      article.body.push_back(std::move(block));
    }
  }
  std::string sample = article.title + "\n" + index::body_text(article);
  article.language = facts::find_language(sample, signals.language);
  article.paywalled =
      signals.linked.free == false || signals.meta("article:content_tier") == "locked";
  return judgement;
}

}  // namespace

Judgement judge(std::string_view html, const Context& page) {
  return judge_page(html, page, Report::Blocks);
}

index::Article from_html(std::string_view html, const Context& page) {
  return judge_page(html, page, Report::ArticleOnly).article;
}

}  // namespace kiosque::extract
