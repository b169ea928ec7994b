#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "searcher/address/parameters.h"
#include "searcher/address/web_request.h"

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
  const kiosque::cgi::Environment environment{
      {"REQUEST_METHOD", "GET"}, {"QUERY_STRING", query}, {"HTTP_ACCEPT_LANGUAGE", query}};
  (void)kiosque::address::visitor_language(environment);
  const auto request = kiosque::address::parse_web_request(environment);
  if (!request) {
    const int status = request.error().status;
    if (status != 400 && status != 414) std::abort();
  } else if (request->link.request.limit > kiosque::address::kMaxLimit ||
             request->link.request.query.size() > 1024) {
    std::abort();
  }
  return 0;
}
