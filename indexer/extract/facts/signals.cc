#include "indexer/extract/facts/signals.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/extract/text/words.h"
#include "indexer/html/html.h"
#include "indexer/html/text.h"

namespace kiosque::extract::facts {

std::string_view Signals::meta(std::string_view name) const {
  for (const auto& [key, content] : metas) {
    if (key == name) return content;
  }
  return {};
}

namespace {

/// Pages have some fifty.
constexpr std::size_t kMaxMetas = 1000;

void take_meta(const html::Dom& dom, html::NodeId i, Signals& signals) {
  std::string content = html::fold_space(dom.attribute(i, html::Attr::Content));
  if (content.empty()) return;
  for (const html::Attr attribute :
       {html::Attr::Property, html::Attr::Name, html::Attr::Itemprop}) {
    const std::string_view key = dom.attribute(i, attribute);
    if (!key.empty() && signals.metas.size() < kMaxMetas)
      signals.metas.emplace_back(text::lower(key), content);
  }
}

}  // namespace

Signals gather_signals(const html::Dom& dom) {
  Signals signals;
  signals.linked = read_json_ld(dom);
  signals.language = dom.attribute(0, html::Attr::Lang);
  for (html::NodeId i = 1; i < dom.size(); ++i) {
    switch (dom.tag(i)) {
      case html::Tag::Text:
        continue;
      case html::Tag::Meta:
        take_meta(dom, i, signals);
        break;
      case html::Tag::Title:
        if (signals.title_element.empty()) signals.title_element = html::text_of(dom, i);
        break;
      case html::Tag::Link:
        if (signals.canonical.empty() && dom.attribute(i, html::Attr::Rel) == "canonical") {
          signals.canonical = dom.attribute(i, html::Attr::Href);
        }
        break;
      case html::Tag::H1:
        signals.headings.push_back(i);
        break;
      default:
        if (dom.tag(i) == html::Tag::Time ||
            dom.attribute(i, html::Attr::Itemprop) == "datePublished") {
          signals.times.push_back(i);
        }
    }
  }
  return signals;
}

}  // namespace kiosque::extract::facts
