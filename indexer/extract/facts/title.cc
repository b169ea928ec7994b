#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/extract/facts/facts.h"
#include "indexer/extract/text/words.h"
#include "indexer/html/entities.h"
#include "indexer/html/text.h"

namespace kiosque::extract::facts {
namespace {

/// What stands between a headline and the name of its site.
constexpr std::string_view kSeparators[] = {" | ", " - ", " – ",  " — ", " · ", " • ",
                                            " » ", " « ", " :: ", " / ", "ㅣ",  "｜"};

constexpr std::size_t kMaxSiteWords = 6;

struct Cut {
  std::string_view head;
  std::string_view tail;
};

/// `title` cut at its last separator; the tail is empty if there is none.
Cut cut_last(std::string_view title) {
  Cut cut{title, {}};
  std::size_t last = 0;
  for (const std::string_view separator : kSeparators) {
    const std::size_t pos = title.rfind(separator);
    if (pos == std::string_view::npos || pos <= last) continue;
    last = pos;
    cut = {title.substr(0, pos), title.substr(pos + separator.size())};
  }
  return cut;
}

bool names_site(std::string_view tail, const Signals& signals) {
  const std::string loose = text::loosen(tail);
  for (const std::string_view name :
       {signals.meta("og:site_name"), signals.meta("application-name"),
        std::string_view(signals.linked.publisher)}) {
    const std::string site = text::loosen(name);
    if (site.empty() || loose.empty()) continue;
    if (loose.find(site) != std::string::npos || site.find(loose) != std::string::npos) return true;
  }
  return false;
}

/// `title` less the section behind a hyphen at its end: "Le budget est voté-Politique".
std::string without_section(std::string title, const Signals& signals) {
  for (const std::string_view section :
       {signals.meta("article:section"), std::string_view(signals.linked.section)}) {
    const std::string tail = "-" + html::fold_space(section);
    if (tail.size() > 1 && title.size() > tail.size() && title.ends_with(tail)) {
      return html::fold_space(title.substr(0, title.size() - tail.size()));
    }
  }
  return title;
}

/// Which end of a title is taken for the name of its site.
enum class SiteName { Known, Likely };

/// `title` less the site's name at its end.
std::string without_site(std::string_view title, const Signals& signals, SiteName name) {
  for (int round = 0; round < 3; ++round) {
    const Cut cut = cut_last(title);
    if (cut.tail.empty()) break;
    const bool known = names_site(cut.tail, signals);
    const bool likely = name == SiteName::Likely &&
                        text::words_of(cut.tail).size() <= kMaxSiteWords &&
                        cut.tail.size() * 2 < cut.head.size() * 3;
    if (!known && !likely) break;
    title = cut.head;
    if (!known) break;
  }
  return without_section(html::fold_space(title), signals);
}

std::string first_of(std::initializer_list<std::string_view> values) {
  for (const std::string_view value : values) {
    if (!value.empty()) return html::fold_space(html::decode_entities(value));
  }
  return {};
}

/// True if one headline is the other, or begins it, whatever the punctuation.
bool agree(const std::string& heading, const std::string& title) {
  if (heading.empty() || title.empty()) return false;
  return title.find(heading) != std::string::npos ||
         (title.size() > 20 && heading.find(title) != std::string::npos);
}

/// True if the heading is a kicker and this title: "Culture : Ce que lisent les Philippines".
bool is_behind_kicker(std::string_view title, std::string_view loose_heading) {
  const std::string loose = text::loosen(title);
  return loose.size() < loose_heading.size() && loose_heading.ends_with(loose) &&
         text::words_of(title).size() >= 3;
}

/// True if a heading made of several elements reads as `headline`, less the space between them.
bool lacks_space(std::string_view heading, std::string_view headline) {
  const auto letters = [](std::string_view text) {
    std::string kept(text);
    std::erase(kept, ' ');
    return kept;
  };
  return heading.size() < headline.size() && letters(heading) == letters(headline);
}

/// A subhead that ends or begins the title element, whose rest is then the site's name; empty if
/// there is none.
std::string shown_part(const html::Dom& dom, const std::string& element) {
  const std::string title = text::loosen(element);
  for (html::NodeId i = 1; i < dom.size(); ++i) {
    if (dom.tag(i) != html::Tag::H2) continue;
    std::string text = html::text_of(dom, i);
    const std::string loose = text::loosen(text);
    const bool part = title.starts_with(loose) || title.ends_with(loose);
    if (part && loose.size() * 2 > title.size() && text::words_of(text).size() >= 3) return text;
  }
  return {};
}

}  // namespace

std::string find_title(const html::Dom& dom, const Signals& signals) {
  std::string shared =
      without_site(first_of({signals.meta("og:title"), signals.meta("twitter:title")}), signals,
                   SiteName::Known);
  const std::string element = html::fold_space(signals.title_element);
  std::string headline = first_of({signals.linked.headline});
  std::string only_heading;
  for (const html::NodeId h1 : signals.headings) {
    std::string text = html::text_of(dom, h1);
    const std::string loose = text::loosen(text);
    if (text::words_of(text).size() < 2) continue;
    if (agree(loose, text::loosen(shared)) || agree(loose, text::loosen(headline)) ||
        agree(loose, text::loosen(element))) {
      if (lacks_space(text, headline)) return headline;
      return is_behind_kicker(shared, loose) ? shared : text;
    }
    if (only_heading.empty() && text::words_of(text).size() >= 3) only_heading = std::move(text);
  }
  if (!shared.empty()) return shared;
  if (!headline.empty()) return headline;
  if (signals.headings.size() == 1 && !only_heading.empty()) return only_heading;
  if (std::string shown = shown_part(dom, element); !shown.empty()) {
    return shown;
  }
  if (!element.empty()) return without_site(element, signals, SiteName::Likely);
  return only_heading;
}

}  // namespace kiosque::extract::facts
