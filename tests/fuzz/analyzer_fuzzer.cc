#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/text/analyzer.h"

/// Any bytes: words are in order, within the text, never empty and of bounded length.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static kiosque::Analyzer analyzer;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::size_t end = 0;
  for (const auto& token : analyzer.analyze(text)) {
    const bool in_order = token.begin >= end && token.end > token.begin && token.end <= size;
    if (!in_order || token.exact.empty() || token.stem.empty() || token.exact.size() > 64) {
      std::abort();
    }
    end = token.end;
  }
  return 0;
}
