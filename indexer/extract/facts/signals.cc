#include "indexer/extract/facts/signals.h"

#include <algorithm>

#include "indexer/extract/text/words.h"

namespace kiosque {

std::string_view Signals::meta(std::string_view name) const {
  for (const auto& [key, content] : metas) {
    if (key == name) return content;
  }
  return {};
}

namespace {

/// Pages have some fifty.
constexpr std::size_t kMaxMetas = 1000;

void take_meta(const Dom& dom, NodeId i, Signals& signals) {
  std::string content = fold_space(dom.attribute(i, Attr::Content));
  if (content.empty()) return;
  for (const Attr attribute : {Attr::Property, Attr::Name, Attr::Itemprop}) {
    const std::string_view key = dom.attribute(i, attribute);
    if (!key.empty() && signals.metas.size() < kMaxMetas)
      signals.metas.emplace_back(lower(key), content);
  }
}

}  // namespace

Signals gather_signals(const Dom& dom) {
  Signals signals;
  signals.linked = read_json_ld(dom);
  signals.language = dom.attribute(0, Attr::Lang);
  for (NodeId i = 1; i < dom.size(); ++i) {
    switch (dom.tag(i)) {
      case Tag::Text:
        continue;
      case Tag::Meta:
        take_meta(dom, i, signals);
        break;
      case Tag::Title:
        if (signals.title_element.empty()) signals.title_element = text_of(dom, i);
        break;
      case Tag::Link:
        if (signals.canonical.empty() && dom.attribute(i, Attr::Rel) == "canonical") {
          signals.canonical = dom.attribute(i, Attr::Href);
        }
        break;
      case Tag::H1:
        signals.headings.push_back(i);
        break;
      default:
        if (dom.tag(i) == Tag::Time || dom.attribute(i, Attr::Itemprop) == "datePublished") {
          signals.times.push_back(i);
        }
    }
  }
  return signals;
}

}  // namespace kiosque
