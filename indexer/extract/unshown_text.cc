#include "indexer/extract/unshown_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/ascii.h"
#include "indexer/extract/text/text.h"
#include "indexer/html/html.h"
#include "indexer/html/segments.h"
#include "indexer/html/text.h"

namespace kiosque::extract {
namespace {

/// Bytes that an article has at least.
constexpr std::size_t kEnough = 300;

std::vector<index::Block> paragraphs_of(std::string_view text) {
  std::vector<index::Block> blocks;
  for (const std::string_view line : split(text, '\n')) {
    std::string paragraph = html::fold_space(line);
    if (!paragraph.empty()) blocks.push_back({index::BlockKind::Paragraph, std::move(paragraph)});
  }
  return blocks;
}

/// True for the source of a JSON string that holds paragraphs of HTML.
bool holds_paragraphs(std::string_view literal) {
  for (const std::string_view mark : {"<p>", "<p ", "\\u003cp", "\\u003Cp"}) {
    if (literal.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

/// The longest string of a script that holds paragraphs, as it is written; empty if there is none.
std::string_view longest_html(std::string_view script) {
  std::string_view longest;
  std::size_t begin = script.find('"');
  while (begin != std::string_view::npos) {
    std::size_t end = begin + 1;
    while (end < script.size() && script[end] != '"') end += script[end] == '\\' ? 2 : 1;
    if (end >= script.size()) break;
    const std::string_view literal = script.substr(begin, end + 1 - begin);
    if (literal.size() > std::max(longest.size(), kEnough) && holds_paragraphs(literal)) {
      longest = literal;
    }
    begin = script.find('"', end + 1);
  }
  return longest;
}

std::vector<index::Block> blocks_of(std::string_view html) {
  const html::Dom dom = html::parse(html);
  const text::PageText text(dom);
  std::vector<index::Block> blocks;
  for (std::size_t i = 0; i < text.segments().list.size(); ++i) {
    if (text.zone(i) == text::Zone::Content) {
      blocks.push_back({text.segment(i).kind, std::string(text.text(i))});
    }
  }
  return blocks;
}

}  // namespace

std::vector<index::Block> find_unshown_text(std::string_view html, const facts::Signals& signals) {
  if (signals.linked.body.size() >= kEnough) return paragraphs_of(signals.linked.body);
  std::string_view longest;
  std::size_t begin = html.find("<script");
  while (begin != std::string_view::npos) {
    const std::size_t end = std::min(html.find("</script", begin), html.size());
    const std::size_t code = std::min(html.find('>', begin), end);
    const std::string_view found = longest_html(html.substr(code, end - code));
    if (found.size() > longest.size()) longest = found;
    begin = html.find("<script", end);
  }
  const auto text = nlohmann::json::parse(longest, nullptr, /*allow_exceptions=*/false);
  return text.is_string() ? blocks_of(text.get_ref<const std::string&>())
                          : std::vector<index::Block>();
}

}  // namespace kiosque::extract
