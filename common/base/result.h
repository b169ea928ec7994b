#pragma once
// The ground floor: what every room uses and what knows nothing of news.
//
// In: texts, numbers, files as the system has them. Out: values, or an Error with a hint.
// Main types: Result, Error, TRY; Url (url.h).
// All of it is open to other rooms, in alphabetical order: common/base/ascii.h (lower, trim, split
// and kinds of characters, whatever the locale), common/base/escape.h (for HTML, URLs, terminals),
// common/base/files.h (read, write at once, lock), common/base/hash.h, common/base/number.h (from
// the whole of a text), common/base/terminal.h, common/base/url.h (web addresses),
// common/base/utf8.h, common/base/version.h.
//
// Example (tests/unit/common/base/example_test.cc):
//   const auto port_of = [](std::string_view text) -> Result<int> {
//     if (const auto port = parse_number<int>(trim(text))) return *port;
//     return Error{ErrorCode::Invalid, "not a port", "write a number"};
//   };
//   const auto next_port = [&](std::string_view text) -> Result<int> {
//     TRY(const int port, port_of(text));
//     return port + 1;
//   };
//   EXPECT_EQ(next_port(" 80 "), 81);
//   EXPECT_EQ(next_port("http").error().hint, "write a number");

#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <variant>
#include <vector>

namespace kiosque {

/// What went wrong, as far as a caller may act on it differently.
enum class ErrorCode {
  NotFound,      ///< a file, index, article or host that does not exist
  Denied,        ///< permissions, robots.txt, an address that must not be fetched
  Invalid,       ///< the user's or a document's input makes no sense
  Corrupt,       ///< stored data is damaged
  Incompatible,  ///< written by another schema or analyser version
  Locked,        ///< another writer holds the index
  Full,          ///< no space left
  Limit,         ///< a bound on size, depth or time was reached
  Network,       ///< the other side did not answer as it should
  Io,            ///< any other failure of the operating system
  Bug,           ///< cannot happen
};

/// What a message is about, for a program that says it in its reader's language instead
/// (searcher/speech/error_text.h). `Error::subjects` are what its places hold, in this order.
enum class ErrorKind {
  Other,                   ///< `message` is all there is
  File,                    ///< what was tried ("open"), the path; the code says why it failed
  FileTooLarge,            ///< the path, the limit in MB
  FileLocked,              ///< the path
  NotAnIndex,              ///< the directory
  ManifestDamaged,         ///< the file
  IndexOfAnotherVersion,   ///< the directory, its schema and analyser, ours
  IndexMissing,            ///< where, as for all of Xapian's; empty if nobody knows
  IndexOfAnotherFormat,    ///< where
  IndexDamaged,            ///< where
  IndexUnreadable,         ///< where
  IndexChanging,           ///< where
  IndexLocked,             ///< where
  DiskFull,                ///< where
  ArticleDamaged,          ///< none
  NoSuchArticle,           ///< the address
  NoSuchRankingOption,     ///< the name, those there are
  NotARankingOptionValue,  ///< the value, the name
  kCount
};

/// An expected failure: what happened (`message`, names the file or URL) and what to do (`hint`),
/// in English; `kind` and `subjects` say the same without words.
struct Error {
  ErrorCode code;
  std::string message;
  std::string hint = {};
  ErrorKind kind = ErrorKind::Other;
  std::vector<std::string> subjects = {};
};

/// A value, or the reason why there is none.
///
///   Result<int> half(int n) { if (n % 2) return Error{ErrorCode::Invalid, "odd"}; return n / 2; }
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using Base = tl::expected<T, Error>;
  using Base::Base;
  Result(Error error) : Base(tl::unexpect, std::move(error)) {}  // NOLINT: implicit on purpose
};

/// Success without a value: `return Ok{};`.
using Ok = std::monostate;
using Status = Result<Ok>;

/// Result<T> for T, and the same for a Result<T>: what a function that may itself fail gives back.
template <class T>
struct ResultOfImpl {
  using Type = Result<T>;
};
template <class T>
struct ResultOfImpl<Result<T>> {
  using Type = Result<T>;
};
template <class T>
using ResultOf = typename ResultOfImpl<T>::Type;

// What TRY is made of.
// NOLINTBEGIN(bugprone-macro-parentheses): a declaration takes none.
#define KIOSQUE_JOIN(a, b) a##b
#define KIOSQUE_NAME(number) KIOSQUE_JOIN(tried_, number)
#define KIOSQUE_TRY_STATUS(name, expression) \
  if (auto name = (expression); !name) return std::move(name).error()
#define KIOSQUE_TRY_VALUE(name, declaration, expression) \
  auto name = (expression);                              \
  if (!name) return std::move(name).error();             \
  declaration = *std::move(name)
#define KIOSQUE_TRY_CHOOSE(first, second, chosen, ...) chosen
// NOLINTEND(bugprone-macro-parentheses)

/// Gives the Error of a Result back to the caller of the function it stands in, which returns a
/// Result too; else goes on with the value. Not for the branch of an `if` without braces.
///
///   TRY(const std::string text, read_file(path, kLimit));
///   TRY(sync_folder(folder));
#define TRY(...)                                                                 \
  KIOSQUE_TRY_CHOOSE(__VA_ARGS__, KIOSQUE_TRY_VALUE, KIOSQUE_TRY_STATUS, unused) \
  (KIOSQUE_NAME(__COUNTER__), __VA_ARGS__)

/// Exit statuses of both programs.
enum ExitStatus : int {
  kExitOk = 0,
  kExitNoHits = 1,
  kExitError = 2,
  kExitPartial = 3,
  kExitBug = 70,
  kExitLocked = 75,
};

/// The exit status of a program that ends with `code`.
[[nodiscard]] constexpr ExitStatus exit_status(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::Locked:
      return kExitLocked;
    case ErrorCode::Bug:
      return kExitBug;
    default:
      return kExitError;
  }
}

}  // namespace kiosque
