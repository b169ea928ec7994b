#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "searcher/engine/request.h"
#include "searcher/speech/speech.h"

namespace kiosque::cli {

enum class OutputFormat { Terminal, Json, JsonLines, Rss, Trec };
enum class ColourChoice { Auto, Always, Never };
enum class PagerChoice { Auto, Never };

/// Which indexes to search.
struct IndexOptions {
  std::vector<std::filesystem::path> indexes;
};

/// How to show what was found.
struct OutputOptions {
  OutputFormat format = OutputFormat::Terminal;
  ColourChoice colour = ColourChoice::Auto;
  PagerChoice pager = PagerChoice::Auto;
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

/// The language of LC_ALL, LC_MESSAGES or LANG.
[[nodiscard]] speech::Language user_language();

}  // namespace kiosque::cli
