#include "searcher/cli/options.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "common/base/ascii.h"
#include "common/base/number.h"

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

/// The command and its subcommands that were typed, outermost first.
std::vector<const CLI::App*> typed_commands(const CLI::App& app) {
  std::vector<const CLI::App*> commands{&app};
  while (!commands.back()->get_subcommands().empty()) {
    commands.push_back(commands.back()->get_subcommands().front());
  }
  return commands;
}

/// "searcher alert add"
std::string name_of(const std::vector<const CLI::App*>& commands) {
  std::vector<std::string> names;
  names.reserve(commands.size());
  for (const CLI::App* command : commands) names.push_back(command->get_name());
  return fmt::format("{}", fmt::join(names, " "));
}

Error missing(const CLI::App& command, const std::string& name) {
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_required() && option->count() == 0) {
      return error_of(Problem::MissingArgument, {option->get_name(), name});
    }
  }
  std::vector<std::string> names;
  for (const CLI::App* one : command.get_subcommands({})) names.push_back(one->get_name());
  return error_of(Problem::MissingCommand, {name, fmt::format("{}", fmt::join(names, ", "))});
}

/// The option that CLI11 complains about: it starts with, or holds, the option's name.
const CLI::Option* option_in(const std::vector<const CLI::App*>& commands, std::string_view what) {
  for (const CLI::App* command : commands) {
    for (const CLI::Option* option : command->get_options()) {
      if (what.find(option->get_name()) != std::string_view::npos) return option;
    }
  }
  return nullptr;
}

Error bad_option(const CLI::Option& option, const CLI::ParseError& error, const std::string& name) {
  const bool count = dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr;
  if (!count) return error_of(Problem::NotAValue, {option.get_name(), name});
  const auto most = static_cast<std::size_t>(option.get_items_expected_max());
  if (option.count() > most) return error_of(Problem::GivenTwice, {option.get_name()});
  return error_of(Problem::MissingValue, {option.get_name(), name});
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
    for (const std::string_view path : split(paths, ':')) {
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
  const auto first = std::ranges::find_if_not(words, &std::string::empty);
  return fmt::format("{}", fmt::join(first, words.end(), " "));
}

Error usage_error(const CLI::App& app, const CLI::ParseError& error) {
  if (const auto* bad = dynamic_cast<const BadValue*>(&error)) return bad->error();
  const std::vector<const CLI::App*> commands = typed_commands(app);
  const std::string name = name_of(commands);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    const std::string rest = fmt::format("{}", fmt::join(app.remaining(/*recurse=*/true), " "));
    const bool excludes = commands.size() == 1 && rest.starts_with('-');
    return error_of(excludes ? Problem::UnexpectedOption : Problem::UnexpectedArgument,
                    {rest, name});
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return missing(*commands.back(), name);
  }
  const CLI::Option* option = option_in(commands, error.what());
  return option == nullptr ? Error{ErrorCode::Invalid, error.what()}
                           : bad_option(*option, error, name);
}

CLI::Option* add_number(CLI::App& app, const std::string& name, std::size_t& value, Bounds bounds,
                        const std::string& help) {
  const std::string option = name.substr(name.find(',') + 1);
  const auto whole = [option, bounds](const std::string& text) -> std::string {
    const auto number = parse_number<std::size_t>(text);
    if (number && *number >= bounds.least && *number <= bounds.most) return {};
    throw BadValue(error_of(Problem::NotANumber, {text, option, std::to_string(bounds.least),
                                                  std::to_string(bounds.most)}));
  };
  return app.add_option(name, value, help)->check(CLI::Validator(whole, ""))->type_name("N");
}

}  // namespace kiosque::cli
