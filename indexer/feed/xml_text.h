#pragma once

#include <string>
#include <string_view>

namespace kiosque::feed {

/// Prepares XML for pugixml, which knows five entities and no other rule of the text: the HTML
/// entities (`&eacute;`) and the internal entities of the DTD become characters, references to the
/// codes 0x80 to 0x9F mean windows-1252, characters XML forbids are dropped. CDATA sections and
/// comments keep their references. Linear; what entities add is at most 1 MiB.
///
/// REQUIRES: `xml` is valid UTF-8.
[[nodiscard]] std::string normalise_xml_text(std::string_view xml);

}  // namespace kiosque::feed
