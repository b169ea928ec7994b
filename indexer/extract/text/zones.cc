#include "indexer/extract/text/zones.h"

#include <algorithm>
#include <utility>

#include "indexer/extract/text/class_words.h"
#include "indexer/extract/text/zone.h"
#include "indexer/html/segments.h"

namespace kiosque::extract::text {
namespace {

/// Text nodes shorter than this are labels as often as prose.
constexpr std::uint32_t kShortText = 40;

/// Bytes of running text that make an article.
constexpr std::uint32_t kMuchText = 500;

struct Finder {
  const html::Dom& dom;
  const std::vector<std::uint32_t>& mass;
  ZoneSigns signs;
  std::vector<std::uint8_t> zones;
  bool much_is_shown = false;           ///< an article is left without what is hidden
  std::vector<html::NodeId> headlines;  ///< the h1 of the page, where it has one or two

  [[nodiscard]] bool holds_headline(html::NodeId i) const;

  [[nodiscard]] bool is_hidden(html::NodeId i) const;
  [[nodiscard]] double share(html::NodeId i) const {
    const std::uint32_t total = mass.back();
    return total == 0 ? 0.0 : static_cast<double>(mass[dom.node(i).end] - mass[i]) / total;
  }

  Zone zone_of_tag(html::NodeId i);
  Zone zone_of_attributes(html::NodeId i);
  Zone own_zone(html::NodeId i);
  [[nodiscard]] bool holds_table(html::NodeId i) const;
};

bool Finder::holds_headline(html::NodeId i) const {
  const auto next = std::lower_bound(headlines.begin(), headlines.end(), i);
  return next != headlines.end() && *next < dom.node(i).end;
}

bool Finder::holds_table(html::NodeId i) const {
  for (html::NodeId n = i + 1; n < dom.node(i).end; ++n) {
    if (dom.tag(n) == html::Tag::Table) return true;
  }
  return false;
}

Zone Finder::zone_of_tag(html::NodeId i) {
  switch (dom.tag(i)) {
    case html::Tag::Nav:
    case html::Tag::Menu:
      return Zone::Navigation;
    case html::Tag::Aside:
      return share(i) < 0.4 ? Zone::Aside : Zone::Content;
    case html::Tag::Footer:
      return share(i) < 0.4 ? Zone::Footer : Zone::Content;
    case html::Tag::Form:
      return share(i) < 0.25 ? Zone::Form : Zone::Content;
    case html::Tag::Fieldset:
    case html::Tag::Button:
    case html::Tag::Label:
    case html::Tag::Legend:
      return share(i) < 0.4 ? Zone::Form : Zone::Content;
    case html::Tag::Figcaption:
      return Zone::Caption;
    case html::Tag::Figure:
      return share(i) < 0.3 && !holds_table(i) ? Zone::Caption : Zone::Content;
    default:
      return Zone::Content;
  }
}

Zone zone_of_role(std::string_view role) {
  if (role == "navigation" || role == "menu" || role == "menubar" || role == "tablist") {
    return Zone::Navigation;
  }
  if (role == "complementary") return Zone::Aside;
  if (role == "contentinfo") return Zone::Footer;
  if (role == "search" || role == "button") return Zone::Form;
  if (role == "dialog" || role == "alertdialog") return Zone::Consent;
  return Zone::Content;
}

/// The h1 of the page if there is but one, or two; where each teaser has one, none tells.
std::vector<html::NodeId> find_headlines(const html::Dom& dom) {
  constexpr std::size_t kMost = 2;
  std::vector<html::NodeId> found;
  for (html::NodeId i = 1; i < dom.size() && found.size() <= kMost; ++i) {
    if (dom.tag(i) == html::Tag::H1) found.push_back(i);
  }
  return found.size() <= kMost ? found : std::vector<html::NodeId>();
}

bool is_hidden_style(std::string_view style) {
  const std::size_t display = style.find("display");
  if (display != std::string_view::npos) {
    const std::string_view value = style.substr(display + 7, 8);
    if (value.find("none") != std::string_view::npos) return true;
  }
  return style.find("visibility:hidden") != std::string_view::npos ||
         style.find("visibility: hidden") != std::string_view::npos;
}

bool Finder::is_hidden(html::NodeId i) const {
  return dom.has_attribute(i, html::Attr::Hidden) ||
         dom.attribute(i, html::Attr::AriaHidden) == "true" ||
         is_hidden_style(dom.attribute(i, html::Attr::Style));
}

Zone Finder::zone_of_attributes(html::NodeId i) {
  if (is_hidden(i) && (much_is_shown || share(i) < 0.3)) return Zone::Invisible;
  const Zone role = zone_of_role(dom.attribute(i, html::Attr::Role));
  if (role != Zone::Content && share(i) < 0.4) return role;
  if (signs == ZoneSigns::Tags) return Zone::Content;
  const ClassHints hints = read_class(dom.attribute(i, html::Attr::Class));
  const ClassHints id_hints = read_class(dom.attribute(i, html::Attr::Id));
  const Zone zone = hints.zone == Zone::Content ? id_hints.zone : hints.zone;
  if (zone == Zone::Content || hints.body || id_hints.body) return Zone::Content;
  // The headline is no aside; an anchor for the table of contents makes no subhead one.
  if (zone == Zone::Aside && holds_headline(i)) return Zone::Content;
  const bool beside = zone == Zone::Aside || zone == Zone::Navigation;
  if (beside && html::has_trait(dom.tag(i), html::kHeadingTag)) return Zone::Content;
  const bool strong = zone == Zone::Comments || zone == Zone::Related;
  return share(i) < (strong ? 0.8 : 0.4) ? zone : Zone::Content;
}

Zone Finder::own_zone(html::NodeId i) {
  const html::Tag tag = dom.tag(i);
  if (tag == html::Tag::Body || tag == html::Tag::Html || tag == html::Tag::Article ||
      tag == html::Tag::Main) {
    return Zone::Content;
  }
  const Zone zone = zone_of_tag(i);
  if (zone != Zone::Content || dom.node(i).attribute_count == 0) return zone;
  return zone_of_attributes(i);
}

}  // namespace

std::vector<std::uint32_t> running_text(const html::Dom& dom) {
  std::vector<std::uint32_t> mass(dom.size() + 1);
  html::NodeId unseen_end = 0;
  for (html::NodeId i = 0; i < dom.size(); ++i) {
    const html::Dom::Node& node = dom.node(i);
    if (html::is_invisible(node.tag)) unseen_end = std::max(unseen_end, node.end);
    const bool counts = node.tag == html::Tag::Text && !node.in_link && node.length >= kShortText &&
                        i >= unseen_end;
    mass[i + 1] = mass[i] + (counts ? node.length : 0);
  }
  return mass;
}

std::vector<std::uint8_t> find_zones(const html::Dom& dom, const std::vector<std::uint32_t>& mass,
                                     ZoneSigns signs) {
  Finder finder{dom, mass, signs, std::vector<std::uint8_t>(dom.size()), {}};
  finder.headlines = find_headlines(dom);
  std::uint32_t shown = mass.back();
  for (html::NodeId i = 1; i < dom.size(); ++i) {
    if (dom.tag(i) == html::Tag::Text || !finder.is_hidden(i)) continue;
    shown -= mass[dom.node(i).end] - mass[i];
    i = dom.node(i).end - 1;
  }
  finder.much_is_shown = shown >= kMuchText;
  for (html::NodeId i = 1; i < dom.size(); ++i) {
    const std::uint8_t inherited = finder.zones[dom.node(i).parent];
    if (inherited != 0 || dom.tag(i) == html::Tag::Text) {
      finder.zones[i] = inherited;
    } else {
      finder.zones[i] = static_cast<std::uint8_t>(finder.own_zone(i));
    }
  }
  return std::move(finder.zones);
}

}  // namespace kiosque::extract::text
