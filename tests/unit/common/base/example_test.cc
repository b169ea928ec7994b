// The example of common/base/result.h.
#include <gtest/gtest.h>

#include <string_view>

#include "common/base/ascii.h"
#include "common/base/number.h"
#include "common/base/result.h"

namespace kiosque {
namespace {

TEST(BaseExample, HandsAnErrorOn) {
  const auto port_of = [](std::string_view text) -> Result<int> {
    if (const auto port = parse_number<int>(trim(text))) return *port;
    return Error{ErrorCode::Invalid, "not a port", "write a number"};
  };
  const auto next_port = [&](std::string_view text) -> Result<int> {
    TRY(const int port, port_of(text));
    return port + 1;
  };
  EXPECT_EQ(next_port(" 80 "), 81);
  EXPECT_EQ(next_port("http").error().hint, "write a number");
}

}  // namespace
}  // namespace kiosque
