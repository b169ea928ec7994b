#include "common/index/xapian_guard.h"

#include <fmt/format.h>

namespace kiosque {
namespace {

constexpr std::string_view kRebuildHint =
    "run `indexer check`; if it finds damage, build the index anew";

/// Xapian wraps system errors: the text of a full disk is all that is left of ENOSPC.
bool is_disk_full(std::string_view text) {
  return text.find("No space left") != std::string_view::npos ||
         text.find("File too large") != std::string_view::npos ||
         text.find("quota exceeded") != std::string_view::npos;
}

}  // namespace

Error to_error(const Xapian::Error& error, const std::string& action) {
  const std::string_view type = error.get_type();
  std::string text = error.get_msg();
  if (const char* system = error.get_error_string(); system != nullptr && *system != '\0') {
    text += fmt::format(" ({})", system);
  }
  const std::string message = fmt::format("cannot {}: {}", action, text);
  if (is_disk_full(text)) {
    return {ErrorCode::Full, message, "free some space, then run the same command again"};
  }
  if (type == "DatabaseLockError") {
    return {ErrorCode::Locked, message, "another indexer is writing there: wait for it to finish"};
  }
  if (type == "DatabaseNotFoundError") return {ErrorCode::NotFound, message, "check the path"};
  if (type == "DatabaseVersionError") {
    return {ErrorCode::Incompatible, message, "build the index anew with this version"};
  }
  if (type == "DatabaseCorruptError") {
    return {ErrorCode::Corrupt, message, std::string(kRebuildHint)};
  }
  if (type == "DatabaseModifiedError") {
    return {ErrorCode::Io, message, "the index changes too fast: try again in a moment"};
  }
  if (type == "DatabaseOpeningError" || type == "DatabaseError") {
    return {ErrorCode::Io, message, std::string(kRebuildHint)};
  }
  return {ErrorCode::Bug, message, "please report this"};
}

}  // namespace kiosque
