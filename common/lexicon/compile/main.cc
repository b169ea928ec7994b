// lexicon_compiler AFF DIC LEMMAS TABLE: writes the table that becomes part of the programs.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "common/lexicon/compile/compile.h"

namespace {

std::string content_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) fmt::print(stderr, "lexicon_compiler: cannot read '{}'\n", path);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int argc, char** argv) {
  using namespace kiosque::lexicon::compile;
  if (argc != 5) {
    fmt::print(stderr, "usage: lexicon_compiler AFF DIC LEMMAS TABLE\n");
    return 2;
  }
  const auto forms = expand(content_of(argv[1]), content_of(argv[2]));
  // The whole dictionary has half a million forms: another file was found, or a part of it.
  constexpr std::size_t kFewest = 300'000;
  if (forms.size() < kFewest) {
    fmt::print(stderr, "lexicon_compiler: '{}' has {} forms: is it of hunspell-fr-comprehensive?\n",
               argv[2], forms.size());
    return 1;
  }
  std::ofstream table(argv[4], std::ios::binary);
  table << compile(forms, read_exceptions(content_of(argv[3])));
  return table.flush() ? 0 : 1;
}
