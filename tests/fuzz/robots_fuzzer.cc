#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/fetch/robots.h"

// The first line is the path asked for, the rest is the robots.txt.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t line = std::min(text.find('\n'), text.size());
  const auto rules = kiosque::fetch::RobotsRules::parse(text.substr(line), "kiosque");
  (void)rules.allows(text.substr(0, std::min<std::size_t>(line, 2000)));
  return 0;
}
