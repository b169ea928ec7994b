#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace kiosque::feed {

/// The vocabularies of feeds. `Core` is RSS of every version and all that has no namespace.
enum class Ns {
  Core,
  Atom,
  DublinCore,
  DublinTerms,
  Content,
  Media,
  Itunes,
  Xhtml,
  Syndication,
  Feedburner,
  Rdf,
  News,
  Image,
  Other,
};

struct Name {
  Ns ns = Ns::Other;
  std::string local;  ///< lower case
};

/// The vocabulary and local name of an element. Namespaces are known by their URI, in any case and
/// with either scheme; a prefix that is not declared, or declared as something unknown, means what
/// it usually does.
[[nodiscard]] Name name_of(pugi::xml_node element);

/// The value of an attribute, its name in any case, with or without a prefix; "" without one.
[[nodiscard]] std::string attribute_of(pugi::xml_node element, std::string_view local);

/// The value of the attribute `local` of the namespace `uri`, which must be declared; "" without
/// one.
[[nodiscard]] std::string attribute_in(pugi::xml_node element, std::string_view uri,
                                       std::string_view local);

}  // namespace kiosque::feed
