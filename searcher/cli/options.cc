#include "searcher/cli/options.h"

#include <cstdlib>
#include <map>

#include "searcher/cli/usage.h"

namespace kiosque::cli {
namespace {

const std::map<std::string, engine::Sort> kSorts{{"relevance", engine::Sort::Relevance},
                                                 {"date", engine::Sort::Date},
                                                 {"date-asc", engine::Sort::DateOldest}};
const std::map<std::string, OutputFormat> kFormatsOfHits{{"terminal", OutputFormat::Terminal},
                                                         {"json", OutputFormat::Json},
                                                         {"jsonl", OutputFormat::JsonLines},
                                                         {"rss", OutputFormat::Rss},
                                                         {"trec", OutputFormat::Trec}};
const std::map<std::string, OutputFormat> kFormatsOfOther{{"terminal", OutputFormat::Terminal},
                                                          {"json", OutputFormat::Json}};
const std::map<std::string, ColourChoice> kColours{
    {"auto", ColourChoice::Auto}, {"always", ColourChoice::Always}, {"never", ColourChoice::Never}};

/// Hits that can be skipped: as far as anybody pages.
constexpr std::size_t kMostSkipped = 1'000'000;

}  // namespace

void add_index_options(CLI::App& app, IndexOptions& options) {
  app.add_option("-i,--index", options.indexes,
                 "Index to search; several are searched as one (default: $SEARCHER_INDEX)")
      ->type_name("DIR")
      ->allow_extra_args(false);
  app.parse_complete_callback([&options] {
    const char* paths = std::getenv("SEARCHER_INDEX");
    if (!options.indexes.empty() || paths == nullptr) return;
    for (const std::string& path : CLI::detail::split(paths, ':')) {
      if (!path.empty()) options.indexes.emplace_back(path);
    }
  });
}

void add_page_options(CLI::App& app, engine::Request& request) {
  add_number(app, "-n,--limit", request.limit, {1, engine::kMaxLimit}, "Hits to show (1 to 1000)")
      ->capture_default_str();
  add_number(app, "--offset", request.offset, {0, kMostSkipped}, "Hits to skip");
  add_number(app, "--snippet", request.snippet_length, {40, 2000},
             "Length of a snippet in characters (40 to 2000)")
      ->capture_default_str();
  app.add_flag_callback(
      "--all", [&request] { request.collapse_stories = false; },
      "Show every article of a story, not only the best");
}

void add_query_options(CLI::App& app, engine::Request& request) {
  add_choice(app, "--sort", request.sort, kSorts, "Order of the hits (default: relevance)");
  app.add_flag_callback(
      "--no-correction", [&request] { request.correct_spelling = false; },
      "Search misspelt words as they are");
  app.add_flag_callback(
      "--no-variants", [&request] { request.expand_variants = false; },
      "Search names only as they are spelt (Kiev without Kyiv)");
  app.add_flag("--explain", request.explain, "Show how the query was read and each hit scored");
}

void add_output_options(CLI::App& app, OutputOptions& options, Printed what) {
  add_choice(app, "--format", options.format,
             what == Printed::Hits ? kFormatsOfHits : kFormatsOfOther,
             "What to print (default: terminal)");
  add_choice(app, "--color", options.colour, kColours,
             "Colours and links (default: auto, on a terminal unless NO_COLOR is set)");
  app.add_flag_callback(
      "--no-pager", [&options] { options.pager = PagerChoice::Never; },
      "Print long answers straight to the terminal");
}

std::string join_words(const std::vector<std::string>& words) {
  std::string query;
  for (const std::string& word : words) {
    if (!query.empty()) query += ' ';
    query += word;
  }
  return query;
}

speech::Language user_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') {
      return speech::language_of_locale(value);
    }
  }
  return speech::Language::French;
}

}  // namespace kiosque::cli
