#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "common/base/ascii.h"
#include "indexer/feed/formats.h"
#include "indexer/feed/markup.h"
#include "indexer/feed/namespaces.h"
#include "indexer/html/entities.h"
#include "indexer/html/tags.h"
#include "indexer/html/text.h"
#include "indexer/html/tokenizer.h"

namespace kiosque::feed {
namespace {

constexpr std::size_t kMaxAlternates = 100;

std::string attribute(const html::Token& tag, html::Attr name) {
  for (const html::RawAttribute& attribute : tag.attributes) {
    if (attribute.name == name) return html::fold_space(html::decode_entities(attribute.value));
  }
  return {};
}

bool is_feed_type(std::string_view type) {
  static constexpr std::array<std::string_view, 6> kTypes{
      "application/rss+xml", "application/atom+xml",  "application/feed+json",
      "application/rdf+xml", "application/x-rss+xml", "application/json"};
  type = type.substr(0, type.find(';'));
  return std::find(kTypes.begin(), kTypes.end(), trimmed(type)) != kTypes.end();
}

bool has_word(std::string_view list, std::string_view word) {
  const auto words = split(list, ' ');
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

Feed discover_feeds(std::string_view html, const Scope& outer) {
  Feed feed;
  feed.format = Format::Html;
  feed.error = "an HTML page, not a feed";
  std::string base = outer.base;
  html::Tokenizer tokenizer(html);
  html::Token token;
  while (feed.alternates.size() < kMaxAlternates && tokenizer.next(token)) {
    if (token.kind != html::Token::Kind::StartTag) continue;
    if (token.tag == html::Tag::Script || token.tag == html::Tag::Style) {
      (void)tokenizer.take_raw_text(token.text);
    } else if (token.tag == html::Tag::Title && feed.title.empty()) {
      feed.title = html::fold_space(html::decode_entities(tokenizer.take_raw_text("title")));
    } else if (token.tag == html::Tag::Base) {
      const std::string url = web_url(outer.base, attribute(token, html::Attr::Href));
      if (!url.empty()) base = url;
    } else if (token.tag == html::Tag::Link) {
      const std::string relation = lower(attribute(token, html::Attr::Rel));
      const std::string type = lower(attribute(token, html::Attr::Type));
      const bool offers_feed =
          (has_word(relation, "alternate") && is_feed_type(type)) || has_word(relation, "feed");
      const std::string url =
          offers_feed ? web_url(base, attribute(token, html::Attr::Href)) : std::string();
      if (!url.empty()) {
        feed.alternates.push_back(
            {.url = url, .type = type, .title = attribute(token, html::Attr::Title)});
      }
    }
  }
  return feed;
}

}  // namespace kiosque::feed
