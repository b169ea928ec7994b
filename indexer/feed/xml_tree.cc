#include "indexer/feed/xml_tree.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "common/base/ascii.h"
#include "common/base/escape.h"
#include "indexer/feed/markup.h"
#include "indexer/feed/namespaces.h"
#include "indexer/feed/xml_repair.h"
#include "indexer/feed/xml_text.h"

namespace kiosque::feed {
namespace {

constexpr unsigned kParseOptions = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol |
                                   pugi::parse_wconv_attribute | pugi::parse_ws_pcdata;

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_void(std::string_view name) {
  static constexpr std::array<std::string_view, 10> kVoid{
      "br", "img", "hr", "input", "meta", "link", "embed", "source", "wbr", "param"};
  return std::find(kVoid.begin(), kVoid.end(), lower(name)) != kVoid.end();
}

/// Walks the nodes below `root` in order, without recursion; `leave` is called for elements only.
template <class Enter, class Leave>
void walk(pugi::xml_node root, Enter enter_node, Leave leave) {
  pugi::xml_node node = root.first_child();
  while (node) {
    enter_node(node);
    if (pugi::xml_node child = node.first_child()) {
      node = child;
      continue;
    }
    while (node != root) {
      if (node.type() == pugi::node_element) leave(node);
      if (pugi::xml_node next = node.next_sibling()) {
        node = next;
        break;
      }
      node = node.parent();
    }
    if (node == root) return;
  }
}

/// Writes elements as HTML.
class HtmlWriter {
 public:
  HtmlWriter(std::string base, CdataIs cdata) : cdata_(cdata) { bases_.push_back(std::move(base)); }

  void enter_node(pugi::xml_node node) {
    if (is_text(node)) {
      const bool raw = node.type() == pugi::node_cdata && cdata_ == CdataIs::Html;
      html_ += raw ? std::string(node.value()) : text_to_html(node.value());
    } else if (node.type() == pugi::node_element) {
      start_tag(node);
    }
  }

  void leave(pugi::xml_node node) {
    if (!is_void(local_name(node))) {
      html_ += "</";
      html_ += local_name(node);
      html_ += '>';
    }
    if (node.attribute("xml:base")) bases_.pop_back();
  }

  std::string take() { return std::move(html_); }

 private:
  void start_tag(pugi::xml_node node) {
    if (node.attribute("xml:base")) bases_.push_back(enter({bases_.back(), {}}, node).base);
    html_ += '<';
    html_ += local_name(node);
    for (const pugi::xml_attribute attribute : node.attributes()) {
      const std::string_view name = attribute.name();
      if (name.starts_with("xmlns") || name.starts_with("xml:")) continue;
      const bool is_link = name == "href" || name == "src";
      std::string value = is_link ? web_url(bases_.back(), attribute.value()) : std::string();
      if (value.empty()) value = attribute.value();
      html_ += ' ';
      html_ += name;
      html_ += "=\"" + escape_html(value) + '"';
    }
    html_ += '>';
  }

  CdataIs cdata_;
  std::vector<std::string> bases_;
  std::string html_;
};

/// The only child element of `element` if it is a div and all else is white space.
pugi::xml_node lone_div(pugi::xml_node element) {
  pugi::xml_node div;
  for (const pugi::xml_node child : element.children()) {
    if (is_text(child) && trimmed(child.value()).empty()) continue;
    const bool first_div = child.type() == pugi::node_element && !div && local_name(child) == "div";
    if (!first_div) return {};
    div = child;
  }
  return div;
}

}  // namespace

void load_xml(pugi::xml_document& document, std::string_view xml) {
  const std::string text = normalise_xml_text(xml);
  const auto result =
      document.load_buffer(text.data(), text.size(), kParseOptions, pugi::encoding_utf8);
  if (result || text.find('<') == std::string::npos) return;
  const std::string repaired = repair_xml(text);
  document.load_buffer(repaired.data(), repaired.size(), kParseOptions, pugi::encoding_utf8);
}

Scope enter(const Scope& outer, pugi::xml_node element) {
  Scope inner = outer;
  const std::string_view base = trimmed(element.attribute("xml:base").value());
  const bool is_fragment = base.starts_with('#');
  if (!base.empty() && !is_fragment) {
    std::string url = web_url(outer.base, base);
    if (!url.empty()) inner.base = std::move(url);
  }
  if (const pugi::xml_attribute language = element.attribute("xml:lang")) {
    inner.language = trimmed(language.value());
  }
  return inner;
}

bool has_elements(pugi::xml_node element) {
  const auto children = element.children();
  return std::any_of(children.begin(), children.end(),
                     [](pugi::xml_node child) { return child.type() == pugi::node_element; });
}

std::string raw_text(pugi::xml_node element) {
  std::string text;
  walk(
      element,
      [&](pugi::xml_node node) {
        if (is_text(node)) text += node.value();
      },
      [](pugi::xml_node) {});
  return text;
}

std::string text_of(pugi::xml_node element) { return std::string(trimmed(raw_text(element))); }

int number_of(pugi::xml_node element) {
  const std::string text = text_of(element);
  int number = -1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string inner_html(pugi::xml_node element, const std::string& base, CdataIs cdata) {
  std::string inner_base = base;
  if (const pugi::xml_node div = lone_div(element)) {
    inner_base = enter({base, {}}, div).base;
    element = div;
  }
  HtmlWriter writer(std::move(inner_base), cdata);
  walk(
      element, [&](pugi::xml_node node) { writer.enter_node(node); },
      [&](pugi::xml_node node) { writer.leave(node); });
  return writer.take();
}

}  // namespace kiosque::feed
