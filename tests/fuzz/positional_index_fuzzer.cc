#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "common/index/positional_index.h"

/// Any bytes as a positional index: it gives fewer positions than it has bits.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const kiosque::index::PositionalIndex index({reinterpret_cast<const char*>(data), size});
  std::vector<std::uint64_t> terms;
  for (std::uint64_t i = 0; i < 64; ++i) terms.push_back(i << 58);
  std::vector<kiosque::index::Occurrences> found(terms.size());
  index.find(terms, found);
  for (const auto& [positions, forms] : found) {
    if (positions.size() > size * 8 || forms.size() != positions.size()) std::abort();
  }
  return 0;
}
