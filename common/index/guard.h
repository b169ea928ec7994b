#pragma once

#include <xapian.h>

#include <string>
#include <type_traits>

#include "common/base/result.h"

namespace kiosque::index {

/// An Error for a Xapian exception met while doing `action` ("open 'DIR'").
[[nodiscard]] Error to_error(const Xapian::Error& error, const std::string& action);

/// Runs `body` and turns what Xapian throws into an Error: the one place that catches it.
/// DatabaseModifiedError passes through where `body` is retried (see Reader::read).
///
///   auto count = guard("count articles", [&] { return db.get_doccount(); });
template <class Body>
[[nodiscard]] auto guard(const std::string& action, Body&& body)
    -> ResultOf<std::conditional_t<std::is_void_v<std::invoke_result_t<Body>>, Ok,
                                   std::invoke_result_t<Body>>> {
  try {
    if constexpr (std::is_void_v<std::invoke_result_t<Body>>) {
      body();
      return Ok{};
    } else {
      return body();
    }
  } catch (const Xapian::Error& error) {
    return to_error(error, action);
  }
}

}  // namespace kiosque::index
