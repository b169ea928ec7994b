#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/extract/facts/byline.h"
#include "indexer/extract/facts/facts.h"
#include "indexer/extract/text/prose_date.h"
#include "indexer/extract/text/words.h"

namespace kiosque::extract::facts {
namespace {

/// What holds more elements and texts is no byline.
constexpr html::NodeId kMaxBylineNodes = 300;

bool is_site(std::string_view name, const Signals& signals) {
  const std::string loose = text::loosen(name);
  return !loose.empty() && (loose == text::loosen(signals.meta("og:site_name")) ||
                            loose == text::loosen(signals.linked.publisher));
}

/// Names that the metas give; most often wrong, so used last.
std::vector<std::string> names_of_metas(const Signals& signals) {
  constexpr std::string_view kKeys[] = {
      "author",          "article:author", "parsely-author",  "cxenseparse:author",
      "sailthru.author", "dc.creator",     "dcterms.creator", "byl",
      "citation_author"};
  for (const std::string_view key : kKeys) {
    std::vector<std::string> names;
    for (const auto& [name, content] : signals.metas) {
      if (name != key || is_site(content, signals)) continue;
      for (std::string& one : names_of_byline(content)) {
        if (!is_site(one, signals)) add_name(names, std::move(one));
      }
    }
    if (!names.empty()) return names;
  }
  return {};
}

enum class Rank { None, Class, Relation, Property };

Rank rank_of(const html::Dom& dom, html::NodeId i) {
  const std::string_view property = dom.attribute(i, html::Attr::Itemprop);
  if (property == "author" || property == "creator" || property == "author creator") {
    return Rank::Property;
  }
  if (dom.attribute(i, html::Attr::Rel) == "author") return Rank::Relation;
  const std::string low = text::lower(dom.attribute(i, html::Attr::Class));
  constexpr std::string_view kWords[] = {"author",  "byline", "autor",    "auteur",
                                         "creator", "writer", "signature"};
  const bool hit = std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view word) {
    return low.find(word) != std::string::npos;
  });
  return hit ? Rank::Class : Rank::None;
}

/// Within an author's box: the element that holds the name alone.
html::NodeId name_within(const html::Dom& dom, html::NodeId box) {
  for (html::NodeId i = box + 1; i < dom.node(box).end; ++i) {
    if (dom.tag(i) != html::Tag::Text && dom.attribute(i, html::Attr::Itemprop) == "name") return i;
  }
  return box;
}

/// True within comments, teasers of other articles, menus and forms.
bool is_elsewhere(const text::PageText& page, html::NodeId node) {
  const text::Zone zone = page.zone_of(node);
  return zone == text::Zone::Related || zone == text::Zone::Comments ||
         zone == text::Zone::Navigation || zone == text::Zone::Footer || zone == text::Zone::Form;
}

/// The end of the byline around an author: authors of one article stand close.
html::NodeId end_of_byline(const html::Dom& dom, html::NodeId node) {
  const html::NodeId parent = dom.node(node).parent;
  return dom.node(dom.node(parent).parent).end;
}

/// The persons an author's box links to: what stands beside them is their post or their network.
std::vector<std::string> linked_persons(const html::Dom& dom, html::NodeId box) {
  std::vector<std::string> names;
  for (html::NodeId i = box; i < dom.node(box).end; ++i) {
    if (dom.tag(i) != html::Tag::A) continue;
    for (std::string& name : names_of_byline(html::text_of(dom, i))) {
      if (looks_like_person(name)) add_name(names, std::move(name));
    }
  }
  return names;
}

std::vector<std::string> names_in_page(const text::PageText& page) {
  const html::Dom& dom = page.dom();
  std::vector<std::string> best;
  Rank best_rank = Rank::None;
  html::NodeId next = 0;
  html::NodeId byline_end = 0;
  for (html::NodeId i = 1; i < dom.size(); ++i) {
    if (i < next || dom.tag(i) == html::Tag::Text || dom.node(i).attribute_count == 0) continue;
    if (dom.node(i).end - i > kMaxBylineNodes) continue;
    const Rank rank = rank_of(dom, i);
    if (rank == Rank::None || rank < best_rank) continue;
    if (rank == best_rank && (rank == Rank::Class || i >= byline_end)) continue;
    if (is_elsewhere(page, i)) continue;
    const html::NodeId holder = name_within(dom, i);
    auto names = linked_persons(dom, holder);
    if (names.empty()) {
      names = names_of_byline(dom.tag(i) == html::Tag::Meta
                                  ? std::string(dom.attribute(i, html::Attr::Content))
                                  : html::text_of(dom, holder));
    }
    if (names.empty()) continue;
    if (rank > best_rank) {
      best.clear();
      byline_end = end_of_byline(dom, i);
    }
    best_rank = rank;
    for (const std::string& name : names) add_name(best, name);
    if (rank != Rank::Class) next = dom.node(i).end;  // a box may hold marked names
  }
  return best;
}

/// Names of a line that says "Par Lea Blum", with a day before it at most.
std::vector<std::string> names_in_prose(const text::PageText& page, std::chrono::year last) {
  constexpr std::size_t kMaxLineBytes = 120;
  constexpr std::string_view kBehindDay[] = {" par ", " by ", " von ", " por "};
  for (std::size_t i = 0; i < page.segments().list.size(); ++i) {
    const text::Zone zone = page.zone(i);
    if (zone != text::Zone::Content && zone != text::Zone::Byline) continue;
    const std::string_view text = page.text(i);
    if (text.size() > kMaxLineBytes) continue;
    std::size_t start = begins_as_byline(text) ? 0 : std::string_view::npos;
    const std::string low = text::lower(text);
    for (const std::string_view mark : kBehindDay) {
      const std::size_t at = low.find(mark);
      if (at < kMaxLineBytes / 2 && text::date_in_prose(text.substr(0, at), last)) start = at;
    }
    if (start == std::string_view::npos) continue;
    auto names = names_of_byline(text.substr(start));
    if (!names.empty() && std::all_of(names.begin(), names.end(), looks_like_person)) return names;
  }
  return {};
}

}  // namespace

std::vector<std::string> find_authors(const text::PageText& page, const Signals& signals,
                                      std::chrono::year last) {
  std::vector<std::string> names;
  std::vector<std::string> publishers;  // named as authors: believed where nobody else is
  for (const std::string& author : signals.linked.authors) {
    for (std::string& name : names_of_byline(author)) {
      add_name(is_site(name, signals) ? publishers : names, std::move(name));
    }
  }
  std::vector<std::vector<std::string>> sources{std::move(names), names_in_page(page),
                                                names_in_prose(page, last), names_of_metas(signals),
                                                std::move(publishers)};
  const auto names_persons = [](const std::vector<std::string>& found) {
    return std::any_of(found.begin(), found.end(), looks_like_person);
  };
  const auto names_someone = [](const std::vector<std::string>& found) { return !found.empty(); };
  auto best = std::find_if(sources.begin(), sources.end(), names_persons);
  if (best == sources.end()) best = std::find_if(sources.begin(), sources.end(), names_someone);
  return best == sources.end() ? std::vector<std::string>() : std::move(*best);
}

}  // namespace kiosque::extract::facts
