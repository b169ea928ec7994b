#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "searcher/address/address.h"
#include "searcher/address/parameters.h"

/// Any query string: what is refused has a status of its own, what is answered is bounded, and no
/// parameter holds what could end a header or hide in a page.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string query(reinterpret_cast<const char*>(data), size);
  for (const auto& [name, value] : kiosque::address::parse_parameters(query)) {
    for (const char c : name + value) {
      if (static_cast<unsigned char>(c) < ' ') std::abort();
    }
    if (kiosque::address::clean_text(value) != value) std::abort();
  }
  const kiosque::address::HttpRequest http{
      .method = "GET", .query_string = query, .accept_language = query};
  (void)kiosque::address::visitor_language(http);
  const auto link = kiosque::address::read_link(http);
  if (!link) {
    const int status = link.error().status;
    if (status != 400 && status != 414) std::abort();
  } else if (link->request.limit > kiosque::engine::kMaxLimit ||
             link->request.query.size() > 1024) {
    std::abort();
  }
  return 0;
}
