#pragma once

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "searcher/cli/output.h"
#include "searcher/cli/problem.h"
#include "searcher/engine/request.h"

namespace kiosque::cli {

/// Which indexes to search.
struct IndexOptions {
  std::vector<std::filesystem::path> indexes;
};

/// -i, --index; without it SEARCHER_INDEX (several separated by ":").
void add_index_options(CLI::App& app, IndexOptions& options);

/// What part of the hits to show, and how much of each: -n, --offset, --snippet, --all.
void add_page_options(CLI::App& app, engine::Request& request);

/// How to read a query and rank what answers it: --sort, --no-correction, --no-variants, --explain.
void add_query_options(CLI::App& app, engine::Request& request);

/// What a command prints: hits have every format, anything else is for people or JSON.
enum class Printed { Hits, Other };

/// --format, --color, --no-pager.
void add_output_options(CLI::App& app, OutputOptions& options, Printed what);

/// The words of a query as the user gave them, joined by spaces; a word with a space in it (one
/// quoted in the shell) stays as it is: it may hold a whole query.
[[nodiscard]] std::string join_words(const std::vector<std::string>& words);

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
  std::vector<std::string> names;
  names.reserve(choices.size());
  for (const auto& [key, unused] : choices) names.push_back(key);
  const std::string keys = fmt::format("{}", fmt::join(names, "|"));
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
