#pragma once

#include <CLI/CLI.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

/// Options that several subcommands take. What they write to must outlive the parsing.
namespace kiosque::cli {

/// Declares `--index`, which is required.
void add_index_option(CLI::App& command, std::string& index,
                      const std::string& help = "Directory of the index");

/// Declares `--jobs`; without it `jobs` is the number of cores.
void add_jobs_option(CLI::App& command, int& jobs);

/// "90s", "45m", "6h", "365d" -> seconds; nothing for anything else.
[[nodiscard]] std::optional<std::chrono::seconds> parse_duration(std::string_view text);

/// The shortest text that `parse_duration` reads as `time`: "7d", "90m".
[[nodiscard]] std::string format_duration(std::chrono::minutes time);

/// For CLI11's `check`: "" if `text` is a duration, else what is wrong.
[[nodiscard]] std::string check_duration(const std::string& text);

}  // namespace kiosque::cli
