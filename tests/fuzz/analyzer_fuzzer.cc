#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/text/acronyms.h"
#include "common/text/text.h"
#include "common/text/transliteration.h"

/// Any bytes: words are in order, within the text, never empty and of bounded length; what is found
/// among them is bounded too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static kiosque::text::Analyzer analyzer;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::size_t end = 0;
  const auto tokens = analyzer.analyze(text);
  for (const auto& [acronym, name] : kiosque::text::find_acronyms(text, tokens)) {
    if (acronym.size() < 2 || acronym.size() > 8 || name.size() > 150) std::abort();
  }
  for (const auto& token : tokens) {
    const bool in_order = token.begin >= end && token.end > token.begin && token.end <= size;
    if (!in_order || token.exact.empty() || token.stem.empty() || token.exact.size() > 64) {
      std::abort();
    }
    const auto spellings = kiosque::text::transliterations(token.exact);
    if (spellings.size() > kiosque::text::kMostTransliterations) std::abort();
    end = token.end;
  }
  return 0;
}
