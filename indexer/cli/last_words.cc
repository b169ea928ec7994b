#include "indexer/cli/last_words.h"

#include <xapian.h>

#include <cstdlib>
#include <exception>
#include <iostream>

#include "common/base/terminal.h"
#include "common/index/guard.h"

namespace kiosque::cli {
namespace {

[[noreturn]] void end_with_what_was_thrown() noexcept {
  try {
    if (const auto thrown = std::current_exception()) std::rethrow_exception(thrown);
  } catch (const Xapian::Error& error) {
    std::_Exit(report_error("indexer", index::to_error(error, "write to the index")));
  } catch (...) {
    std::cerr << "indexer: internal error\n";
  }
  std::abort();
}

}  // namespace

void tell_what_nobody_caught() { std::set_terminate(end_with_what_was_thrown); }

}  // namespace kiosque::cli
