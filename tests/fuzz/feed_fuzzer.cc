// Any bytes make a Feed: no crash, no hang, valid UTF-8 out, and a repair that always parses.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <pugixml.hpp>
#include <string_view>

#include "common/base/utf8.h"
#include "indexer/feed/feed.h"
#include "indexer/feed/feed_json.h"
#include "indexer/feed/xml_text.h"
#include "indexer/html/charset.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const kiosque::FeedContext context{.url = "https://exemple.test/rss/une.xml"};
  if (!kiosque::is_utf8(to_json(kiosque::parse_feed(bytes, context)))) std::abort();

  const std::string repaired =
      kiosque::repair_xml(kiosque::normalise_xml_text(kiosque::decode_to_utf8(bytes)));
  pugi::xml_document document;
  const auto result = document.load_buffer(repaired.data(), repaired.size(), pugi::parse_default,
                                           pugi::encoding_utf8);
  const bool parses = result || result.status == pugi::status_no_document_element;
  if (!parses) std::abort();
  return 0;
}
