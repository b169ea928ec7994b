#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "common/base/url.h"
#include "indexer/extract/facts/facts.h"
#include "indexer/extract/text/words.h"
#include "indexer/html/text.h"

namespace kiosque::extract::facts {
namespace {

/// Names of sections are short; longer texts of links are headlines.
constexpr std::size_t kMaxBytes = 40;

/// What holds more elements and texts is no name of a section.
constexpr html::NodeId kMaxNodes = 300;

/// Links of this name lead to the front page.
constexpr std::string_view kFrontPages[] = {"accueil", "home", "startseite", "inicio", "a la une"};

std::string name_in(const html::Dom& dom, html::NodeId node) {
  if (dom.node(node).end - node > kMaxNodes) return {};
  std::string name = html::text_of(dom, node);
  const bool front = std::find(std::begin(kFrontPages), std::end(kFrontPages), text::lower(name)) !=
                     std::end(kFrontPages);
  return name.size() <= kMaxBytes && !front ? name : std::string();
}

/// What of a link stands behind its host, without a look at the rest: pages have thousands. Empty
/// where there is no host or nothing behind it.
std::string_view behind_host(std::string_view href) {
  const std::size_t host = href.find("://");
  const std::size_t path = host == std::string_view::npos ? host : href.find('/', host + 3);
  return path == std::string_view::npos ? std::string_view{} : href.substr(path);
}

/// The last link of a breadcrumb trail but those to the site and to the article itself.
std::string last_crumb(const html::Dom& dom, html::NodeId trail) {
  std::string last;
  if (dom.node(trail).end - trail > kMaxNodes) return last;
  for (html::NodeId i = trail; i < dom.node(trail).end; ++i) {
    if (dom.tag(i) != html::Tag::A) continue;
    const std::string_view href = dom.attribute(i, html::Attr::Href);
    const std::string_view place =
        href.find("://") == std::string_view::npos ? href : behind_host(href);
    if (place.size() < 2 || href.starts_with('#')) continue;
    if (std::string name = name_in(dom, i); !name.empty()) last = std::move(name);
  }
  return last;
}

bool is_trail(const html::Dom& dom, html::NodeId node) {
  for (const html::Attr attribute : {html::Attr::Class, html::Attr::Id}) {
    const std::string low = text::lower(dom.attribute(node, attribute));
    if (low.find("breadcrumb") != std::string::npos || low.find("ariane") != std::string::npos) {
      return true;
    }
  }
  return false;
}

/// "/europe" of "https://journal.example/europe/2024/06/12/titre"; empty without a folder, or where
/// the first is a year.
std::string folder_of(std::string_view url) {
  const auto address = Url::parse(url);
  const std::string target = address ? address->target() : std::string();
  const std::size_t end = target.find('/', 1);
  if (end == std::string::npos) return {};
  std::string folder = target.substr(0, end);
  const bool has_letter =
      std::any_of(folder.begin(), folder.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return has_letter && folder.size() > 3 ? folder : std::string();
}

/// True for a link to a folder of the site at `url`: "/europe", "/europe/" or with the host.
bool links_to(std::string_view href, std::string_view folder) {
  if (href.ends_with('/')) href.remove_suffix(1);
  return (href.starts_with("http") ? behind_host(href) : href) == folder;
}

}  // namespace

std::string find_section(const html::Dom& dom, const Signals& signals, std::string_view url) {
  for (const std::string_view said :
       {signals.meta("article:section"), std::string_view(signals.linked.section)}) {
    if (std::string name = html::fold_space(said); !name.empty()) return name;
  }
  const std::string folder = folder_of(url);
  std::string crumb;
  std::string category;
  std::string menu;
  for (html::NodeId i = 1; i < dom.size(); ++i) {
    if (dom.tag(i) == html::Tag::Text || dom.node(i).attribute_count == 0) continue;
    if (dom.attribute(i, html::Attr::Itemprop) == "articleSection") {
      std::string name = dom.tag(i) == html::Tag::Meta
                             ? html::fold_space(dom.attribute(i, html::Attr::Content))
                             : name_in(dom, i);
      if (!name.empty()) return name;
    }
    if (crumb.empty() && is_trail(dom, i)) crumb = last_crumb(dom, i);
    if (dom.tag(i) != html::Tag::A) continue;
    const bool filed = dom.attribute(i, html::Attr::Rel).find("category") != std::string_view::npos;
    if (category.empty() && filed) category = name_in(dom, i);
    const bool leads = !folder.empty() && links_to(dom.attribute(i, html::Attr::Href), folder);
    if (menu.empty() && leads) menu = name_in(dom, i);
  }
  if (!crumb.empty()) return crumb;
  return category.empty() ? menu : category;
}

}  // namespace kiosque::extract::facts
