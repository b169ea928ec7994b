#include "common/index/guard.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace kiosque::index {
namespace {

constexpr std::string_view kRebuildHint =
    "run `indexer check`; if it finds damage, build the index anew";

struct Failure {
  std::string_view type;
  ErrorCode code;
  ErrorKind kind;
  std::string_view hint;
};

constexpr std::array kFailures{
    Failure{"DatabaseLockError", ErrorCode::Locked, ErrorKind::IndexLocked,
            "another indexer is writing there: wait for it to finish"},
    Failure{"DatabaseNotFoundError", ErrorCode::NotFound, ErrorKind::IndexMissing,
            "check the path"},
    Failure{"DatabaseVersionError", ErrorCode::Incompatible, ErrorKind::IndexOfAnotherFormat,
            "build the index anew with this version"},
    Failure{"DatabaseCorruptError", ErrorCode::Corrupt, ErrorKind::IndexDamaged, kRebuildHint},
    Failure{"DatabaseModifiedError", ErrorCode::Io, ErrorKind::IndexChanging,
            "the index changes too fast: try again in a moment"},
    Failure{"DatabaseOpeningError", ErrorCode::Io, ErrorKind::IndexUnreadable, kRebuildHint},
    Failure{"DatabaseError", ErrorCode::Io, ErrorKind::IndexUnreadable, kRebuildHint},
};

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
    return {ErrorCode::Full, message, "free some space, then run the same command again",
            ErrorKind::DiskFull};
  }
  for (const Failure& known : kFailures) {
    if (type == known.type) return {known.code, message, std::string(known.hint), known.kind};
  }
  return {ErrorCode::Bug, message, "please report this"};
}

}  // namespace kiosque::index
