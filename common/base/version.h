#pragma once

namespace kiosque {

inline constexpr const char* kVersion = "0.1.0";

}  // namespace kiosque
