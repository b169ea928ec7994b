#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace kiosque::packed {

/// True if the bytes begin as a gzip file does (RFC 1952).
[[nodiscard]] bool is_gzip(std::string_view bytes) noexcept;

/// Unpacks gzip of one or several members. Errors: Limit if more than `limit_bytes` come out,
/// Corrupt if the data is damaged or cut.
[[nodiscard]] Result<std::string> gunzip(std::string_view bytes, std::size_t limit_bytes);

/// Packs `bytes` as one gzip member.
[[nodiscard]] std::string gzip(std::string_view bytes);

}  // namespace kiosque::packed
