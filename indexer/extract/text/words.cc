#include "indexer/extract/text/words.h"

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
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    if (byte < 0x80 && !letter) {
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
  std::vector<std::string> words;
  const std::string loose = loosen(text);
  std::size_t start = 0;
  while (start < loose.size()) {
    const std::size_t end = std::min(loose.find(' ', start), loose.size());
    words.push_back(loose.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

}  // namespace kiosque::extract::text
