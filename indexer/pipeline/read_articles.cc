#include "indexer/pipeline/read_articles.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/index/article.h"
#include "common/index/article_json.h"
#include "indexer/extract/extract.h"
#include "indexer/feed/feed.h"
#include "indexer/pipeline/entry_article.h"

namespace kiosque::pipeline {
namespace {

/// Keeps `article` if it says anything; a source without addresses lends it one.
void keep(index::Article article, const source::Input& input, InputArticles& found) {
  if (!index::has_text(article)) {
    ++found.without_article;
    return;
  }
  if (article.url.empty()) {
    article.url =
        input.path.empty() ? index::content_url(input.bytes) : index::local_url(input.path);
  }
  found.articles.push_back(std::move(article));
}

/// Every entry becomes an article; feeds that list addresses only are for the crawler.
void read_feed(const source::Input& input, InputArticles& found) {
  const feed::Feed feed = feed::parse(input.bytes, {input.url, input.content_type, {}, {}});
  if (!feed.error.empty()) {
    found.errors.push_back(
        {ErrorCode::Invalid, fmt::format("'{}' is no feed: {}", input.name, feed.error)});
    return;
  }
  for (const feed::Entry& entry : feed.entries) {
    index::Article article = article_of_entry(entry, feed);
    if (article.url.empty())
      article.url = index::content_url(article.title + index::body_text(article));
    keep(std::move(article), input, found);
  }
  if (feed.entries.empty()) ++found.without_article;
}

void read_lines(const source::Input& input, InputArticles& found) {
  std::string_view rest = input.bytes;
  for (std::size_t number = input.first_line; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    auto article = index::article_from_json(line);
    if (article) {
      keep(std::move(*article), input, found);
    } else {
      Error error = std::move(article).error();
      error.message = fmt::format("{}:{}: {}", input.name, number, error.message);
      found.errors.push_back(std::move(error));
    }
  }
}

/// A file of a directory may be anything; one the user named should have been an article.
void refuse(const source::Input& input, std::string_view what, InputArticles& found) {
  if (!input.named_by_user) {
    ++found.ignored;
    return;
  }
  found.errors.push_back({ErrorCode::Invalid, fmt::format("'{}' {}", input.name, what),
                          "give pages, feeds, text or JSON Lines"});
}

}  // namespace

InputArticles read_articles(const source::Input& input) {
  InputArticles found;
  switch (input.kind) {
    case source::ContentKind::Html:
      keep(extract::from_html(input.bytes, {input.url, input.content_type, input.fetched}), input,
           found);
      break;
    case source::ContentKind::PlainText:
      keep(extract::from_plain_text(input.bytes, input.fetched), input, found);
      break;
    case source::ContentKind::JsonLines:
      read_lines(input, found);
      break;
    case source::ContentKind::Empty:
      refuse(input, "is empty", found);
      break;
    case source::ContentKind::Feed:
      read_feed(input, found);
      break;
    case source::ContentKind::Warc:
    case source::ContentKind::Other:
      refuse(input, "is neither a page, a feed nor text", found);
      break;
  }
  return found;
}

}  // namespace kiosque::pipeline
