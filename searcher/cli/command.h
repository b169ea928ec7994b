#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "common/base/result.h"

namespace kiosque::cli {

/// What was asked for on the command line; returns the exit status. Set while arguments are parsed,
/// run behind that.
using Action = std::function<Result<int>()>;

// The search itself is the program without a subcommand; the others are in the file of their name.
void declare_search(CLI::App& app, Action& action);
void declare_similar(CLI::App& app, Action& action);
void declare_facets(CLI::App& app, Action& action);
void declare_open(CLI::App& app, Action& action);
void declare_read(CLI::App& app, Action& action);
void declare_alert(CLI::App& app, Action& action);

}  // namespace kiosque::cli
