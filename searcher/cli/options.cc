#include "searcher/cli/options.h"

#include <cstdlib>
#include <map>

namespace kiosque {
namespace {

const std::map<std::string, Sort> kSorts{
    {"relevance", Sort::Relevance}, {"date", Sort::Date}, {"date-asc", Sort::DateOldest}};
const std::map<std::string, OutputFormat> kFormats{{"terminal", OutputFormat::Terminal},
                                                   {"json", OutputFormat::Json},
                                                   {"jsonl", OutputFormat::JsonLines},
                                                   {"rss", OutputFormat::Rss},
                                                   {"trec", OutputFormat::Trec}};
const std::map<std::string, ColourChoice> kColours{
    {"auto", ColourChoice::Auto}, {"always", ColourChoice::Always}, {"never", ColourChoice::Never}};

/// An option whose values are the keys of `choices`; help lists the keys, not what they map to.
template <class T>
CLI::Option* add_choice(CLI::App& app, const std::string& name, T& value,
                        const std::map<std::string, T>& choices, const std::string& help) {
  std::string keys;
  for (const auto& [key, unused] : choices) keys += (keys.empty() ? "" : "|") + key;
  return app
      .add_option_function<std::string>(
          name, [&value, &choices](const std::string& key) { value = choices.at(key); }, help)
      ->check(CLI::Validator(
          [&choices, keys](const std::string& key) {
            return choices.contains(key) ? std::string() : "'" + key + "' is none of " + keys;
          },
          ""))
      ->type_name(keys);
}

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

void add_page_options(CLI::App& app, Request& request) {
  app.add_option("-n,--limit", request.limit, "Hits to show")
      ->check(CLI::Range(std::size_t{1}, kMaxLimit))
      ->type_name("N")
      ->capture_default_str();
  app.add_option("--offset", request.offset, "Hits to skip")->type_name("N");
  app.add_option("--snippet", request.snippet_length, "Length of a snippet")
      ->check(CLI::Range(40, 2000))
      ->type_name("CHARACTERS")
      ->capture_default_str();
  app.add_flag_callback(
      "--all", [&request] { request.collapse_stories = false; },
      "Show every article of a story, not only the best");
}

void add_query_options(CLI::App& app, Request& request) {
  add_choice(app, "--sort", request.sort, kSorts, "Order of the hits (default: relevance)");
  app.add_flag_callback(
      "--no-correction", [&request] { request.correct_spelling = false; },
      "Search misspelt words as they are");
  app.add_flag_callback(
      "--no-variants", [&request] { request.expand_variants = false; },
      "Search names only as they are spelt (Kiev without Kyiv)");
  app.add_flag("--explain", request.explain, "Show how the query was read and each hit scored");
}

void add_output_options(CLI::App& app, OutputOptions& options) {
  add_choice(app, "--format", options.format, kFormats, "What to print (default: terminal)");
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

Language user_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') {
      return language_of_locale(value);
    }
  }
  return Language::French;
}

}  // namespace kiosque
