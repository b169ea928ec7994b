#pragma once

#include <CLI/CLI.hpp>

namespace kiosque::cli {

/// Declares `--jobs`; without it `jobs` is the number of cores. `jobs` must outlive the parsing.
void add_jobs_option(CLI::App& command, int& jobs);

}  // namespace kiosque::cli
