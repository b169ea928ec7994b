#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/extract/facts/facts.h"
#include "indexer/extract/text/class_words.h"
#include "indexer/extract/text/words.h"
#include "indexer/html/entities.h"

namespace kiosque::extract::facts {
namespace {

constexpr std::size_t kMinBytes = 40;
constexpr std::size_t kMaxBytes = 900;
/// Lines of the body, such as a caption without a mark, that may stand before what is the
/// description word for word.
constexpr std::size_t kBehind = 2;
constexpr int kLevels = 3;  ///< ancestors whose class is read

bool has_standfirst_class(const text::PageText& page, std::size_t i) {
  const html::Dom& dom = page.dom();
  html::NodeId node = page.segment(i).block;
  for (int level = 0; level < kLevels && node != 0; ++level, node = dom.node(node).parent) {
    if (dom.tag(node) == html::Tag::Article || dom.tag(node) == html::Tag::Body) return false;
    const auto [first, last] = page.range(node);
    if (last - first > 3) return false;
    if (text::read_class(dom.attribute(node, html::Attr::Class)).standfirst) return true;
    if (dom.attribute(node, html::Attr::Itemprop) == "description") return true;
  }
  return false;
}

/// The loose forms of what the page says it is about.
std::vector<std::string> descriptions_of(const Signals& signals) {
  std::vector<std::string> all;
  for (const std::string_view text :
       {signals.meta("og:description"), signals.meta("description"),
        signals.meta("twitter:description"), std::string_view(signals.linked.description)}) {
    std::string loose = text::loosen(html::decode_entities(text));
    if (loose.size() >= kMinBytes) all.push_back(std::move(loose));
  }
  return all;
}

bool is_description(std::string_view text, const std::vector<std::string>& descriptions) {
  const std::string loose = text::loosen(text);
  return std::any_of(descriptions.begin(), descriptions.end(),
                     [&](const std::string& one) { return one == loose; });
}

}  // namespace

std::optional<std::size_t> find_standfirst(const text::PageText& page, const Signals& signals,
                                           const std::vector<text::Line>& lines) {
  std::size_t first_body = lines.size();
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (lines[i].dropped.empty()) first_body = i;
  }
  if (first_body == lines.size()) return std::nullopt;
  const auto descriptions = descriptions_of(signals);
  std::optional<std::size_t> by_class;
  const std::size_t last = std::min(first_body + kBehind, lines.size() - 1);
  for (std::size_t i = 0; i <= last; ++i) {
    const std::string_view text = page.text(i);
    const bool fits = text.size() >= kMinBytes && text.size() <= kMaxBytes;
    const bool other = page.zone(i) != text::Zone::Content && page.zone(i) != text::Zone::Byline;
    if (!fits || other || lines[i].link_share > 0.5) continue;
    if (is_description(text, descriptions)) return i;
    if (!by_class && i <= first_body && has_standfirst_class(page, i)) by_class = i;
  }
  return by_class;
}

}  // namespace kiosque::extract::facts
