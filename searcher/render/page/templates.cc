#include "searcher/render/page/templates.h"

#include <fmt/format.h>
#include <xxhash.h>

namespace kiosque::render::page {

std::string fingerprint(const Templates& templates) {
  std::string all;
  for (const auto& [name, text] : templates) all.append(name).append(1, '\0').append(text);
  return fmt::format("{:016x}", XXH3_64bits(all.data(), all.size()));
}

}  // namespace kiosque::render::page
