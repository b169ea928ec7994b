#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/text/phrases.h"
#include "indexer/extract/text/text.h"
#include "indexer/extract/text/words.h"

namespace kiosque::extract::text {
namespace {

constexpr std::size_t kHead = 4;  ///< lines in which headline, date and byline are looked for
constexpr std::size_t kTail = 3;

void drop(Line& line, std::string_view reason) {
  if (line.dropped.empty()) line.dropped = reason;
}

void drop_title(std::vector<Line>& lines, std::string_view title) {
  const std::string wanted = loosen(title);
  if (wanted.empty()) return;
  std::size_t seen = 0;
  for (Line& line : lines) {
    if (!line.dropped.empty()) continue;
    if (++seen > kHead) return;
    if (loosen(line.text) == wanted) drop(line, "repeats the title");
  }
}

/// The section above the headline, the author's name below it or under the text.
void drop_known(std::vector<Line>& lines, const index::Article& known) {
  std::vector<std::string> names{loosen(known.section)};
  for (const std::string& author : known.authors) names.push_back(loosen(author));
  const auto check = [&](Line& line) {
    const std::string loose = loosen(line.text);
    if (loose.empty() || std::find(names.begin(), names.end(), loose) == names.end()) return;
    drop(line, "byline or section");
  };
  const std::size_t ends = std::min(lines.size(), kHead);
  for (std::size_t i = 0; i < ends; ++i) {
    check(lines[i]);
    check(lines[lines.size() - 1 - i]);
  }
}

void drop_dates_and_bylines(std::vector<Line>& lines, std::chrono::year last) {
  const auto check = [last](Line& line) {
    if (is_date_line(line.text, last)) drop(line, "date line");
    if (is_byline(line.text, last)) drop(line, "byline");
  };
  std::size_t seen = 0;
  for (Line& line : lines) {
    if (!line.dropped.empty()) continue;
    if (++seen > kHead) break;
    check(line);
  }
  seen = 0;
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    if (!line->dropped.empty()) continue;
    if (++seen > kTail) break;
    check(*line);
  }
}

/// A list most of whose items are links leads elsewhere.
void drop_link_lists(std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size();) {
    if (lines[i].kind != index::BlockKind::ListItem) {
      ++i;
      continue;
    }
    std::size_t end = i;
    std::size_t links = 0;
    for (; end < lines.size() && lines[end].kind == index::BlockKind::ListItem; ++end) {
      links += lines[end].link_share > 0.8 ? 1 : 0;
    }
    if (links * 3 >= (end - i) * 2) {
      for (std::size_t k = i; k < end; ++k) drop(lines[k], "list of links");
    }
    i = end;
  }
}

void drop_end(std::vector<Line>& lines) {
  std::size_t bytes = 0;
  for (const Line& line : lines) bytes += line.text.size();
  std::size_t before = 0;
  bool ended = false;
  for (Line& line : lines) {
    ended = ended || (before * 2 > bytes && is_end_mark(line.text));
    if (ended) drop(line, "behind the article");
    before += line.text.size();
  }
}

void drop_empty_headings(std::vector<Line>& lines) {
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    if (!line->dropped.empty()) continue;
    if (line->kind != index::BlockKind::Subhead) return;
    drop(*line, "heading with nothing below");
  }
}

}  // namespace

void clean_up(std::vector<Line>& lines, const index::Article& known, std::chrono::year last) {
  for (Line& line : lines) {
    if (is_caption(line.text)) drop(line, kCaption);
    if (is_hour(line.text)) drop(line, "hour of a post");
    if (is_boilerplate(line.text)) drop(line, "boilerplate");
    if (line.link_share > 0.9 && line.text.size() < 200 &&
        line.kind != index::BlockKind::ListItem) {
      drop(line, "link only");
    }
  }
  drop_title(lines, known.title);
  drop_known(lines, known);
  drop_link_lists(lines);
  drop_end(lines);
  drop_dates_and_bylines(lines, last);
  drop_empty_headings(lines);
}

}  // namespace kiosque::extract::text
