#include "indexer/extract/extract.h"

#include <algorithm>

#include "common/base/url.h"
#include "indexer/extract/facts/authors.h"
#include "indexer/extract/facts/dates.h"
#include "indexer/extract/facts/language.h"
#include "indexer/extract/facts/section.h"
#include "indexer/extract/facts/signals.h"
#include "indexer/extract/facts/standfirst.h"
#include "indexer/extract/facts/title.h"
#include "indexer/extract/text/clean.h"
#include "indexer/extract/text/judge.h"
#include "indexer/extract/text/main_block.h"
#include "indexer/extract/text/unshown_text.h"
#include "indexer/html/charset.h"
#include "indexer/html/nfc.h"

namespace kiosque {
namespace {

std::string find_url(const Signals& signals, const PageContext& context) {
  for (const std::string_view candidate :
       {std::string_view(signals.canonical), signals.meta("og:url"),
        std::string_view(signals.linked.url), std::string_view(context.url)}) {
    const auto absolute = resolve_url(context.url, candidate);
    if (candidate.empty() || !absolute) continue;
    const bool foreign = !context.url.empty() && site_of(*absolute) != site_of(context.url);
    if (foreign) continue;
    if (auto url = canonical_url(*absolute)) return *url;
  }
  return {};
}

std::vector<std::string> find_tags(const Signals& signals) {
  std::vector<std::string> tags;
  const auto add = [&](std::string_view text) {
    std::string tag = fold_space(text);
    if (!tag.empty() && std::find(tags.begin(), tags.end(), tag) == tags.end()) {
      tags.push_back(std::move(tag));
    }
  };
  for (const auto& [name, content] : signals.metas) {
    if (name == "article:tag") add(content);
  }
  const auto add_list = [&](std::string_view list) {
    while (!list.empty()) {
      const std::size_t comma = std::min(list.find(','), list.size());
      add(list.substr(0, comma));
      list.remove_prefix(std::min(comma + 1, list.size()));
    }
  };
  for (const std::string& keyword : signals.linked.keywords) add_list(keyword);
  if (tags.empty()) add_list(signals.meta("keywords"));
  return tags;
}

/// Everything but the text.
void fill_metadata(const PageText& text, const Signals& signals, const PageContext& context,
                   Article& article) {
  article.url = find_url(signals, context);
  article.title = to_nfc(find_title(text.dom(), signals));
  article.authors = find_authors(text, signals);
  article.tags = find_tags(signals);
  article.section = to_nfc(find_section(text.dom(), signals, article.url));
  article.source = site_of(article.url.empty() ? context.url : article.url);
  const ArticleDates dates = find_dates(text, signals, {article.url, context.fetched});
  article.published = dates.published;
  article.updated = dates.updated;
}

std::vector<Line> lines_of(const PageText& text) {
  std::vector<Line> lines;
  lines.reserve(text.segments().list.size());
  for (std::size_t i = 0; i < text.segments().list.size(); ++i) {
    const Segment& segment = text.segment(i);
    Line line{segment.kind, text.text(i), 0, {}};
    line.link_share = static_cast<float>(segment.link_bytes) / static_cast<float>(segment.length);
    if (segment.zone != 0) line.dropped = zone_name(text.zone(i));
    lines.push_back(line);
  }
  return lines;
}

/// The lines of the main block, cleaned up; all others marked as outside.
void judge_lines(const PageText& text, const Article& known, std::vector<Line>& lines) {
  std::vector<bool> inside(lines.size());
  std::vector<Line> main;
  std::vector<std::size_t> places;
  for (const NodeId node : choose_main(text)) {
    const auto [first, last] = text.range(node);
    if (main.empty()) main.reserve(last - first);
    for (std::size_t i = first; i < last; ++i) {
      inside[i] = true;
      if (!lines[i].dropped.empty()) continue;
      main.push_back(lines[i]);
      places.push_back(i);
    }
  }
  clean_up(main, known);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!inside[i] && lines[i].dropped.empty()) lines[i].dropped = "outside the main block";
  }
  for (std::size_t i = 0; i < main.size(); ++i) lines[places[i]].dropped = main[i].dropped;
}

/// Short lines above the standfirst that are no sentence are captions without a mark.
void drop_above(std::vector<Line>& lines, std::size_t standfirst) {
  constexpr std::size_t kMaxBytes = 120;
  if (standfirst == kNoStandfirst) return;
  for (std::size_t i = 0; i < standfirst; ++i) {
    Line& line = lines[i];
    const bool sentence = line.text.ends_with('.') || line.text.ends_with('?') ||
                          line.text.ends_with('!') || line.text.size() > kMaxBytes;
    if (line.dropped.empty() && line.kind == BlockKind::Paragraph && !sentence) {
      line.dropped = kCaption;
    }
  }
}

/// Whether what was judged is kept beside the article: it takes as much memory again.
enum class Report { ArticleOnly, Blocks };

Judgement judge(std::string_view html, const PageContext& context, Report report) {
  const std::string utf8 = decode_to_utf8(html, context.content_type);
  const Dom dom = parse_html(utf8);
  const PageText text(dom);
  const Signals signals = gather_signals(dom);
  Judgement judgement;
  Article& article = judgement.article;
  fill_metadata(text, signals, context, article);
  std::vector<Line> lines = lines_of(text);
  judge_lines(text, article, lines);
  const std::size_t standfirst = find_standfirst(text, signals, lines);
  drop_above(lines, standfirst);
  article.body.reserve(static_cast<std::size_t>(
      std::ranges::count_if(lines, [](const Line& line) { return line.dropped.empty(); })));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Block block{lines[i].kind, to_nfc(std::string(lines[i].text))};
    if (lines[i].dropped == kCaption) judgement.captions.push_back(block.text);
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
    for (Block& block : find_unshown_text(utf8, signals)) {
      block.text = to_nfc(block.text);
      if (report == Report::Blocks) judgement.blocks.push_back({block, true, "text of a script"});
      article.body.push_back(std::move(block));
    }
  }
  std::string sample = article.title + "\n" + body_text(article);
  article.language = find_language(sample, signals.language);
  article.paywalled =
      signals.linked.free == false || signals.meta("article:content_tier") == "locked";
  return judgement;
}

}  // namespace

Judgement judge_article(std::string_view html, const PageContext& page) {
  return judge(html, page, Report::Blocks);
}

Article extract_article(std::string_view html, const PageContext& page) {
  return judge(html, page, Report::ArticleOnly).article;
}

}  // namespace kiosque
