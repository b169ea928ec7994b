#include "indexer/extract/authors.h"

#include <algorithm>
#include <iterator>

#include "common/base/utf8.h"
#include "indexer/extract/class_words.h"
#include "indexer/extract/words.h"
#include "indexer/html/entities.h"

namespace kiosque {
namespace {

/// What comes before names, in lower case.
constexpr std::string_view kPrefixes[] = {"par ",
                                          "view all posts by ",
                                          "texte : ",
                                          "by ",
                                          "von ",
                                          "por ",
                                          "di ",
                                          "door ",
                                          "av ",
                                          "auteur :",
                                          "auteur:",
                                          "auteurs :",
                                          "autor:",
                                          "autor :",
                                          "autoren:",
                                          "author:",
                                          "written by ",
                                          "posted by ",
                                          "published by ",
                                          "ein artikel von ",
                                          "geschrieben von ",
                                          "verfasst von ",
                                          "propos recueillis par ",
                                          "article de ",
                                          "un article de ",
                                          "texte :",
                                          "text:",
                                          "text von ",
                                          "interview von ",
                                          "ein gastbeitrag von ",
                                          "gastbeitrag von ",
                                          "ein kommentar von ",
                                          "kommentar von ",
                                          "eine analyse von ",
                                          "story by ",
                                          "posté par ",
                                          "publié par ",
                                          "écrit par ",
                                          "rédigé par ",
                                          "escrito por ",
                                          "publicado por ",
                                          "a cura di "};

/// What separates names.
constexpr std::string_view kJoints[] = {", ", " et ", " and ", " und ",  " & ",    " y ",
                                        ";",  " | ",  " / ",   " avec ", " with ", " · "};

/// Names of no one.
constexpr std::string_view kNobodies[] = {"admin",  "administrator", "administrateur", "webmaster",
                                          "editor", "redaktion",     "author",         "auteur",
                                          "autor",  "user",          "root",           "null",
                                          "none",   "unknown",       "view all posts", "share"};

constexpr std::size_t kMaxNames = 20;
constexpr std::size_t kMaxNameWords = 7;
constexpr std::size_t kMaxBylineBytes = 160;

std::string without_prefix(std::string_view text) {
  std::string name = fold_space(decode_entities(text));
  for (bool again = true; again;) {
    again = false;
    const std::string low = lower(name);
    for (const std::string_view prefix : kPrefixes) {
      if (!low.starts_with(prefix)) continue;
      name = fold_space(name.substr(prefix.size()));
      again = true;
      break;
    }
  }
  while (!name.empty() && std::string_view(",;:|-/").find(name.back()) != std::string_view::npos) {
    name = fold_space(name.substr(0, name.size() - 1));
  }
  return name;
}

bool is_name(std::string_view name) {
  const std::string low = lower(name);
  if (name.size() < 2 || low.find("http") != std::string::npos ||
      low.find("www.") != std::string::npos) {
    return false;
  }
  if (name.find_first_of("0123456789@{}<>=?!") != std::string_view::npos) return false;
  const bool nobody =
      std::find(std::begin(kNobodies), std::end(kNobodies), low) != std::end(kNobodies);
  if (nobody) return false;
  return words_of(name).size() <= kMaxNameWords && name.size() <= 80;
}

void add(std::vector<std::string>& names, std::string name) {
  const std::string loose = loosen(name);
  const bool known = std::any_of(names.begin(), names.end(),
                                 [&](const std::string& one) { return loosen(one) == loose; });
  if (!known && names.size() < kMaxNames) names.push_back(std::move(name));
}

bool is_site(std::string_view name, const Signals& signals) {
  const std::string loose = loosen(name);
  return !loose.empty() && (loose == loosen(signals.meta("og:site_name")) ||
                            loose == loosen(signals.linked.publisher));
}

/// Names that the metas give; most often wrong, so used last.
std::vector<std::string> names_of_metas(const Signals& signals) {
  constexpr std::string_view kKeys[] = {"author",
                                        "article:author",
                                        "parsely-author",
                                        "sailthru.author",
                                        "dc.creator",
                                        "dcterms.creator",
                                        "byl",
                                        "citation_author"};
  for (const std::string_view key : kKeys) {
    std::vector<std::string> names;
    for (const auto& [name, content] : signals.metas) {
      if (name != key || is_site(content, signals)) continue;
      for (std::string& one : names_of_byline(content)) {
        if (!is_site(one, signals)) add(names, std::move(one));
      }
    }
    if (!names.empty()) return names;
  }
  return {};
}

enum class Rank { None, Class, Relation, Property };

Rank rank_of(const Dom& dom, NodeId i) {
  const std::string_view property = dom.attribute(i, Attr::Itemprop);
  if (property == "author" || property == "creator" || property == "author creator") {
    return Rank::Property;
  }
  if (dom.attribute(i, Attr::Rel) == "author") return Rank::Relation;
  const std::string low = lower(dom.attribute(i, Attr::Class));
  constexpr std::string_view kWords[] = {"author",  "byline", "autor",    "auteur",
                                         "creator", "writer", "signature"};
  const bool hit = std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view word) {
    return low.find(word) != std::string::npos;
  });
  return hit ? Rank::Class : Rank::None;
}

/// Within an author's box: the element that holds the name alone.
NodeId name_within(const Dom& dom, NodeId box) {
  for (NodeId i = box + 1; i < dom.node(box).end; ++i) {
    if (dom.tag(i) != Tag::Text && dom.attribute(i, Attr::Itemprop) == "name") return i;
  }
  return box;
}

std::vector<std::string> names_in_page(const PageText& page) {
  const Dom& dom = page.dom();
  std::vector<std::string> best;
  Rank best_rank = Rank::None;
  NodeId next = 0;
  for (NodeId i = 1; i < dom.size(); ++i) {
    if (i < next || dom.tag(i) == Tag::Text || dom.node(i).attribute_count == 0) continue;
    if (dom.tag(i) == Tag::Body || dom.tag(i) == Tag::Article) continue;
    const Rank rank = rank_of(dom, i);
    if (rank == Rank::None || rank < best_rank) continue;
    if (rank == best_rank && rank == Rank::Class) continue;
    const NodeId holder = name_within(dom, i);
    const auto names =
        names_of_byline(dom.tag(i) == Tag::Meta ? std::string(dom.attribute(i, Attr::Content))
                                                : text_of(dom, holder));
    if (names.empty()) continue;
    if (rank > best_rank) best.clear();
    best_rank = rank;
    for (const std::string& name : names) add(best, name);
    if (rank != Rank::Class) next = dom.node(i).end;  // a box may hold marked names
  }
  return best;
}

}  // namespace

std::vector<std::string> names_of_byline(std::string_view byline) {
  std::vector<std::string> names;
  std::string rest = without_prefix(byline);
  if (rest.size() > kMaxBylineBytes) return names;
  while (!rest.empty()) {
    std::size_t cut = rest.size();
    std::size_t length = 0;
    for (const std::string_view joint : kJoints) {
      const std::size_t pos = rest.find(joint);
      if (pos < cut) {
        cut = pos;
        length = joint.size();
      }
    }
    std::string name = without_prefix(rest.substr(0, cut));
    rest = cut + length < rest.size() ? rest.substr(cut + length) : std::string();
    if (is_name(name)) {
      add(names, std::move(name));
    } else if (names.empty() && !name.empty()) {
      return {};
    }
  }
  return names;
}

std::vector<std::string> find_authors(const PageText& page, const Signals& signals) {
  std::vector<std::string> names;
  for (const std::string& author : signals.linked.authors) {
    for (std::string& name : names_of_byline(author)) add(names, std::move(name));
  }
  if (names.empty()) names = names_in_page(page);
  if (names.empty()) names = names_of_metas(signals);
  return names;
}

}  // namespace kiosque
