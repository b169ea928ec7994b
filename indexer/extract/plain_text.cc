#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/index/article.h"
#include "indexer/extract/extract.h"
#include "indexer/extract/facts/facts.h"
#include "indexer/extract/text/phrases.h"
#include "indexer/extract/text/prose_date.h"
#include "indexer/extract/text/text.h"
#include "indexer/extract/text/words.h"
#include "indexer/html/text.h"

namespace kiosque::extract {
namespace {

constexpr std::size_t kMinParagraphBytes = 80;

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (const std::string_view written : split(text, '\n')) {
    std::string line = html::to_nfc(html::fold_space(written));
    if (!line.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

/// True for a line that ends as sentences do and is long enough to be one.
bool is_prose(std::string_view line) {
  if (line.size() < kMinParagraphBytes || text::is_boilerplate(line)) return false;
  while (line.ends_with("»") || line.ends_with('"') || line.ends_with("”") || line.ends_with(' ') ||
         line.ends_with(')')) {
    const bool wide = line.ends_with("»") || line.ends_with("”");
    line.remove_suffix(line.ends_with("”") ? 3 : wide ? 2 : 1);
  }
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with("…") ||
         line.ends_with(':');
}

/// The longest run of lines with prose, in which no more than a few others come between two.
struct Run {
  std::size_t first = 0;
  std::size_t last = 0;  ///< one past
};

constexpr std::size_t kMaxGap = 3;

Run find_run(const std::vector<std::string>& lines) {
  Run best;
  std::size_t best_bytes = 0;
  for (std::size_t i = 0; i < lines.size();) {
    if (!is_prose(lines[i])) {
      ++i;
      continue;
    }
    Run run{i, i + 1};
    std::size_t bytes = lines[i].size();
    for (std::size_t k = i + 1; k < lines.size() && k <= run.last + kMaxGap; ++k) {
      if (text::is_end_mark(lines[k])) break;
      if (!is_prose(lines[k])) continue;
      run.last = k + 1;
      bytes += lines[k].size();
    }
    if (bytes > best_bytes) {
      best = run;
      best_bytes = bytes;
    }
    i = run.last;
  }
  return best;
}

/// How much of the body's words a headline shares: menus share none.
std::size_t shared_words(std::string_view line, const std::string& body) {
  std::size_t shared = 0;
  for (const std::string& word : text::words_of(line)) {
    if (word.size() > 3 && (" " + body + " ").find(" " + word + " ") != std::string::npos) ++shared;
  }
  return shared;
}

/// The line above the text that speaks of the same as it does; the first of the best.
std::string find_title(const std::vector<std::string>& lines, const Run& run,
                       std::chrono::year last) {
  std::string body;
  for (std::size_t i = run.first; i < run.last; ++i) body += text::loosen(lines[i]) + " ";
  const std::size_t from = run.first > 30 ? run.first - 30 : 0;
  std::string title;
  double best = 0;
  for (std::size_t i = from; i < run.first; ++i) {
    const std::string& line = lines[i];
    const std::size_t count = text::words_of(line).size();
    if (count < 3 || line.size() > 200 || text::is_boilerplate(line) ||
        text::is_date_line(line, last))
      continue;
    const auto shared = static_cast<double>(shared_words(line, body));
    const double share = shared / static_cast<double>(count);
    if (shared >= 2 && share > best + 0.15) {
      best = share;
      title = line;
    }
  }
  return title;
}

}  // namespace

index::Article from_plain_text(std::string_view text,
                               std::optional<std::chrono::sys_seconds> fetched) {
  index::Article article;
  const std::chrono::year last = text::last_year(fetched);
  const std::string valid = to_valid_utf8(text);
  const auto lines = lines_of(valid);
  if (lines.empty()) return article;
  Run run = find_run(lines);
  if (run.first == run.last) run = {0, lines.size()};
  article.title = find_title(lines, run, last);
  if (article.title.empty() && run.first == 0 && lines.size() > 1 && lines[0].size() < 200) {
    article.title = lines[0];
  }
  std::vector<text::Line> body;
  for (std::size_t i = run.first; i < run.last; ++i)
    body.push_back({index::BlockKind::Paragraph, lines[i], 0, {}});
  clean_up(body, article, last);
  for (const text::Line& line : body) {
    if (line.dropped.empty()) article.body.push_back({line.kind, std::string(line.text)});
  }
  article.language = facts::find_language(article.title + "\n" + index::body_text(article), {});
  return article;
}

}  // namespace kiosque::extract
