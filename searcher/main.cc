#include <exception>
#include <iostream>

#include "common/base/result.h"

int main() {
  try {
    return kiosque::kExitError;
  } catch (const std::exception& bug) {
    std::cerr << "searcher: internal error: " << bug.what() << '\n';
    return kiosque::kExitBug;
  }
}
