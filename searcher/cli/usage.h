#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "common/base/result.h"
#include "searcher/cli/problem.h"

namespace kiosque::cli {

/// Thrown while arguments are parsed, as CLI11 throws its own, at a value that an option cannot
/// have; usage_error takes the error out of it.
class BadValue final : public CLI::ParseError {
 public:
  explicit BadValue(kiosque::Error error)
      : ParseError("BadValue", error.message, CLI::ExitCodes::ValidationError),
        error_(std::move(error)) {}
  [[nodiscard]] const kiosque::Error& error() const noexcept { return error_; }

 private:
  kiosque::Error error_;
};

/// What is wrong with the command line, in the user's language: CLI11's own texts are English.
[[nodiscard]] Error usage_error(const CLI::App& app, const CLI::ParseError& error);

/// A validator that takes the keys of `choices`, separated by "|" in `keys`.
template <class T>
CLI::Validator one_of(const std::string& option, const std::map<std::string, T>& choices,
                      const std::string& keys) {
  return {[option, &choices, keys](const std::string& key) -> std::string {
            if (choices.contains(key)) return {};
            throw BadValue(error_of(Problem::NotAChoice, {key, option, keys}));
          },
          ""};
}

/// An option whose values are the keys of `choices`, which must outlive `app`; help lists the keys,
/// not what they map to.
template <class T>
CLI::Option* add_choice(CLI::App& app, const std::string& name, T& value,
                        const std::map<std::string, T>& choices, const std::string& help) {
  std::string keys;
  for (const auto& [key, unused] : choices) keys += (keys.empty() ? "" : "|") + key;
  return app
      .add_option_function<std::string>(
          name, [&value, &choices](const std::string& key) { value = choices.at(key); }, help)
      ->check(one_of(name, choices, keys))
      ->type_name(keys);
}

/// The least and the most of a number.
struct Bounds {
  std::size_t least;
  std::size_t most;
};

/// An option that takes a whole number; `name` may have a short form: "-n,--limit".
CLI::Option* add_number(CLI::App& app, const std::string& name, std::size_t& value, Bounds bounds,
                        const std::string& help);

}  // namespace kiosque::cli
