#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "searcher/speech/speech.h"

namespace kiosque::cli {

/// What can be wrong with what was asked for on the command line; problem_table.cc has the texts of
/// each. The arguments of its places are listed here.
enum class Problem {
  // The command line itself.
  UnexpectedArgument,  ///< the arguments, the command
  UnexpectedOption,    ///< the same, where a word to exclude may be meant
  MissingArgument,     ///< its name, the command
  MissingCommand,      ///< the command, those it has
  MissingValue,        ///< the option, the command
  GivenTwice,          ///< the option
  NotAValue,           ///< the option, the command
  NotAChoice,          ///< the value, the option, the choices
  NotANumber,          ///< the value, the option, the least, the most
  QueriesNeedTrec,
  LineWithoutTab,  ///< the file, the line
  NoIndex,
  // The last search.
  NoLastSearch,
  NoSuchHit,       ///< what was asked for, the first number, the last
  NoHome,          ///< the variable that would help
  NoBrowser,       ///< the program, the address
  NotAWebAddress,  ///< the address
  AnswerUnwritten,
  // Alerts.
  NoSuchAlert,    ///< its name
  AlertExists,    ///< its name
  AlertsDamaged,  ///< the file
  NewsUnwritten,
  NoAlertForFile,
  kCount
};

/// The texts of a problem, with the places {0}, {1} … that its arguments fill.
struct ProblemText {
  ErrorCode code;
  std::string_view message;
  std::string_view hint;
};
[[nodiscard]] ProblemText text_of(Problem problem, speech::Language language);

/// The language of LC_ALL, LC_MESSAGES or LANG.
[[nodiscard]] speech::Language user_language();

/// The error, said in `language`, or in the user's.
[[nodiscard]] Error error_of(Problem problem, const std::vector<std::string>& arguments = {});
[[nodiscard]] Error error_of(Problem problem, const std::vector<std::string>& arguments,
                             speech::Language language);

}  // namespace kiosque::cli
