#include "indexer/pipeline/entry_article.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/base/ascii.h"
#include "common/base/url.h"
#include "common/base/utf8.h"
#include "indexer/html/segments.h"

namespace kiosque::pipeline {
namespace {

std::string as_one_line(const std::vector<index::Block>& blocks) {
  std::vector<std::string_view> texts;
  texts.reserve(blocks.size());
  for (const index::Block& block : blocks) texts.push_back(block.text);
  return fmt::to_string(fmt::join(texts, " "));
}

/// "fr-FR", "fr_FR" -> "fr".
std::string primary_language(const std::string& tag) {
  const std::string language = lower(tag.substr(0, tag.find_first_of("-_")));
  return language.size() == 2 ? language : std::string();
}

}  // namespace

std::string address_of_entry(const feed::Entry& entry) {
  for (const std::string* url : {&entry.original_link, &entry.link, &entry.id}) {
    if (canonical_url(*url)) return *url;
  }
  return {};
}

index::Article article_of_entry(const feed::Entry& entry, const feed::Feed& feed) {
  index::Article article;
  article.url = canonical_url(address_of_entry(entry)).value_or("");
  article.title = to_valid_utf8(entry.title);
  const std::vector<index::Block> summary = html::blocks_of_fragment(to_valid_utf8(entry.summary));
  if (entry.content.empty()) {
    article.body = summary;
  } else {
    article.standfirst = as_one_line(summary);
    article.body = html::blocks_of_fragment(to_valid_utf8(entry.content));
  }
  article.authors = entry.authors.empty() ? feed.authors : entry.authors;
  article.tags = entry.categories;
  article.language = primary_language(entry.language.empty() ? feed.language : entry.language);
  article.source = site_of(article.url);
  article.published = entry.published;
  article.updated = entry.updated;
  article.summary_only = true;
  return article;
}

}  // namespace kiosque::pipeline
