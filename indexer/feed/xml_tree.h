#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace kiosque::feed {

/// Reads XML, or what is nearly XML, into `document`. Never fails: what is no markup at all leaves
/// the document empty. REQUIRES: `xml` is valid UTF-8.
void load_xml(pugi::xml_document& document, std::string_view xml);

/// What holds for an element and all below it.
struct Scope {
  std::string base;      ///< absolute URL of relative links; "" if unknown
  std::string language;  ///< xml:lang in force; "" if none
};

/// The scope inside `element`, which stands in `outer`: its xml:base and xml:lang count.
[[nodiscard]] Scope enter(const Scope& outer, pugi::xml_node element);

/// True if `element` has child elements.
[[nodiscard]] bool has_elements(pugi::xml_node element);

/// All text below `element`, in order, white space as written.
[[nodiscard]] std::string raw_text(pugi::xml_node element);

/// The same without white space at the ends: identifiers, addresses, dates.
[[nodiscard]] std::string text_of(pugi::xml_node element);

/// The number that this text begins with ("30", "30 min"); -1 if it begins otherwise.
[[nodiscard]] int number_of(pugi::xml_node element);

/// How text inside markup was meant: CDATA within RSS is HTML, within XHTML it is text.
enum class CdataIs { Text, Html };

/// The content of `element` as HTML: its child elements written out without prefixes, links
/// absolute, one lone div around all of it left off. Works on any depth.
[[nodiscard]] std::string inner_html(pugi::xml_node element, const std::string& base,
                                     CdataIs cdata);

}  // namespace kiosque::feed
