#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/archive/archive.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  kiosque::archive::Reader reader(
      [&rest](std::string& out, std::size_t most) -> kiosque::Result<std::size_t> {
        const std::string_view part = rest.substr(0, most);
        rest.remove_prefix(part.size());
        out += part;
        return part.size();
      },
      4096);
  while (reader.next()) {
  }
  return 0;
}
