// A line of JSON Lines: an article that can be written and read back, or an error.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "common/index/article_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  const auto article = kiosque::index::article_from_json(line);
  if (!article) return 0;
  const auto again = kiosque::index::article_from_json(kiosque::index::article_to_json(*article));
  if (!again || *again != *article) std::abort();
  return 0;
}
