#include "indexer/extract/text/words.h"

#include "common/base/ascii.h"

namespace kiosque::extract::text {

std::string lower(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto byte = static_cast<unsigned char>(out[i]);
    const bool latin = i > 0 && static_cast<unsigned char>(out[i - 1]) == 0xC3 && byte >= 0x80 &&
                       byte <= 0x9E && byte != 0x97;
    if ((byte >= 'A' && byte <= 'Z') || latin) out[i] = static_cast<char>(byte + 32);
  }
  return out;
}

std::string loosen(std::string_view text) {
  const std::string low = lower(text);
  std::string out;
  const auto gap = [&] {
    if (!out.empty() && out.back() != ' ') out += ' ';
  };
  for (std::size_t i = 0; i < low.size(); ++i) {
    const auto byte = static_cast<unsigned char>(low[i]);
    if (is_ascii(low[i]) && !is_letter(low[i]) && !is_digit(low[i])) {
      gap();
    } else if (byte == 0xE2 && i + 2 < low.size() &&
               static_cast<unsigned char>(low[i + 1]) == 0x80) {
      gap();  // general punctuation: quotes, dashes
      i += 2;
    } else if (byte == 0xC2 && i + 1 < low.size()) {
      gap();  // Latin-1 signs: guillemets, no-break space
      ++i;
    } else {
      out += low[i];
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::vector<std::string> words_of(std::string_view text) {
  const std::string loose = loosen(text);
  if (loose.empty()) return {};
  const auto words = split(loose, ' ');
  return {words.begin(), words.end()};
}

}  // namespace kiosque::extract::text
