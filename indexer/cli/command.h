#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace kiosque::cli {

/// What the chosen subcommand does; returns the exit status. Set by the subcommand's callback, run
/// by main after parsing.
using Action = std::function<int()>;

// One function a subcommand, in the file of its name: declares options and sets `action` when
// chosen.
void declare_add(CLI::App& app, Action& action);
void declare_check(CLI::App& app, Action& action);
void declare_compact(CLI::App& app, Action& action);
void declare_crawl(CLI::App& app, Action& action);
void declare_expire(CLI::App& app, Action& action);
void declare_export(CLI::App& app, Action& action);
void declare_extract(CLI::App& app, Action& action);
void declare_feed(CLI::App& app, Action& action);
void declare_feeds(CLI::App& app, Action& action);
void declare_forget(CLI::App& app, Action& action);
void declare_history(CLI::App& app, Action& action);
void declare_rebuild(CLI::App& app, Action& action);
void declare_remove(CLI::App& app, Action& action);
void declare_stats(CLI::App& app, Action& action);
void declare_status(CLI::App& app, Action& action);

}  // namespace kiosque::cli
