// Any bytes make a Feed: no crash, no hang, valid UTF-8 out, and a repair that always parses.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <pugixml.hpp>
#include <string_view>

#include "common/base/utf8.h"
#include "indexer/feed/feed.h"
#include "indexer/feed/xml_repair.h"
#include "indexer/feed/xml_text.h"
#include "indexer/html/charset.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const kiosque::feed::Context context{.url = "https://exemple.test/rss/une.xml"};
  if (!kiosque::is_utf8(to_json(kiosque::feed::parse(bytes, context)))) std::abort();

  const std::string repaired = kiosque::feed::repair_xml(
      kiosque::feed::normalise_xml_text(kiosque::html::decode_to_utf8(bytes)));
  pugi::xml_document document;
  const auto result = document.load_buffer(repaired.data(), repaired.size(), pugi::parse_default,
                                           pugi::encoding_utf8);
  const bool parses = result || result.status == pugi::status_no_document_element;
  if (!parses) std::abort();
  return 0;
}
