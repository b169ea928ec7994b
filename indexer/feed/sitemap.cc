#include "indexer/feed/draft.h"
#include "indexer/feed/formats.h"
#include "indexer/feed/markup.h"
#include "indexer/feed/namespaces.h"

namespace kiosque::feed {
namespace {

void read_publication(Draft& draft, pugi::xml_node publication) {
  for (const pugi::xml_node part : publication.children()) {
    const std::string local = name_of(part).local;
    const std::string text = text_of(part);
    if (text.empty()) continue;
    if (local == "name") draft.source_title.offer(kOwn, html_to_line(text));
    if (local == "language") draft.language.offer(kOwn, text);
  }
}

void read_news(Draft& draft, pugi::xml_node news, const Scope& scope) {
  for (const pugi::xml_node part : news.children()) {
    const std::string local = name_of(part).local;
    if (local == "title") draft.add_title(kOwn, rss_construct(part, scope), {});
    if (local == "publication_date") draft.add_date(draft.published, kOwn, text_of(part));
    if (local == "keywords") draft.add_categories(html_to_line(text_of(part)));
    if (local == "publication") read_publication(draft, part);
  }
}

void read_image(Draft& draft, pugi::xml_node image, const std::string& base) {
  for (const pugi::xml_node part : image.children()) {
    if (name_of(part).local == "loc") draft.add_image(web_url(base, text_of(part)));
  }
}

Draft read_url(pugi::xml_node url, const Scope& scope, bool& has_news) {
  Draft draft;
  for (const pugi::xml_node child : url.children()) {
    if (child.type() != pugi::node_element) continue;
    const Name name = name_of(child);
    if (name.ns == Ns::News || name.local == "news") {
      has_news = true;
      read_news(draft, child, scope);
    } else if (name.ns == Ns::Image) {
      read_image(draft, child, scope.base);
    } else if (name.local == "loc") {
      draft.link.offer(kOwn, web_url(scope.base, text_of(child)));
    } else if (name.local == "lastmod") {
      draft.add_date(draft.updated, kOwn, text_of(child));
    }
  }
  return draft;
}

}  // namespace

Feed read_sitemap(pugi::xml_node root, const Scope& outer) {
  Feed feed;
  feed.format = Format::Sitemap;
  const Scope scope = enter(outer, root);
  if (name_of(root).local == "sitemapindex") feed.format = Format::SitemapIndex;
  bool has_news = false;
  for (const pugi::xml_node child : root.children()) {
    const std::string local = name_of(child).local;
    if (local == "url") {
      Entry entry = make_entry(read_url(child, scope, has_news), {});
      if (!entry.link.empty()) feed.entries.push_back(std::move(entry));
    } else if (local == "sitemap") {
      for (const pugi::xml_node part : child.children()) {
        if (name_of(part).local != "loc") continue;
        std::string url = web_url(scope.base, text_of(part));
        if (!url.empty()) feed.sitemaps.push_back({.url = std::move(url)});
      }
    }
  }
  if (has_news) feed.format = Format::NewsSitemap;
  return feed;
}

}  // namespace kiosque::feed
