#include "searcher/cli/usage.h"

#include <charconv>
#include <string_view>
#include <vector>

namespace kiosque::cli {
namespace {

/// The command and its subcommands that were typed, outermost first.
std::vector<const CLI::App*> typed_commands(const CLI::App& app) {
  std::vector<const CLI::App*> commands{&app};
  while (!commands.back()->get_subcommands().empty()) {
    commands.push_back(commands.back()->get_subcommands().front());
  }
  return commands;
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += between;
    text += word;
  }
  return text;
}

/// "searcher alert add"
std::string name_of(const std::vector<const CLI::App*>& commands) {
  std::vector<std::string> names;
  names.reserve(commands.size());
  for (const CLI::App* command : commands) names.push_back(command->get_name());
  return joined(names, " ");
}

Error missing(const CLI::App& command, const std::string& name) {
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_required() && option->count() == 0) {
      return error_of(Problem::MissingArgument, {option->get_name(), name});
    }
  }
  std::vector<std::string> names;
  for (const CLI::App* one : command.get_subcommands({})) names.push_back(one->get_name());
  return error_of(Problem::MissingCommand, {name, joined(names, ", ")});
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

Error usage_error(const CLI::App& app, const CLI::ParseError& error) {
  if (const auto* bad = dynamic_cast<const BadValue*>(&error)) return bad->error();
  const std::vector<const CLI::App*> commands = typed_commands(app);
  const std::string name = name_of(commands);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    const std::string rest = joined(app.remaining(/*recurse=*/true), " ");
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
    std::size_t number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool all = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
    if (all && number >= bounds.least && number <= bounds.most) return {};
    throw BadValue(error_of(Problem::NotANumber, {text, option, std::to_string(bounds.least),
                                                  std::to_string(bounds.most)}));
  };
  return app.add_option(name, value, help)->check(CLI::Validator(whole, ""))->type_name("N");
}

}  // namespace kiosque::cli
