#include "tests/support/sample_lines.h"

namespace kiosque::test {

std::string sample_lines(int first, int count, int words) {
  std::string lines;
  for (int number = first; number < first + count; ++number) {
    const std::string name = std::to_string(number);
    lines += R"({"url":"https://exemple.fr/)" + name + R"(","title":"Article )" + name +
             R"(","published":"2024-05-01","body":")";
    for (int word = 0; word < words; ++word) {
      lines += "mot" + std::to_string((number * 31 + word * 7919) % 50021) + ' ';
    }
    lines += "fin.\"}\n";
  }
  return lines;
}

}  // namespace kiosque::test
