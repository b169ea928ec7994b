#include <algorithm>
#include <unordered_map>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/lexicon/compile/compile.h"

namespace kiosque::lexicon::compile {
namespace {

/// A suffix rule, and what a word must end in.
struct Suffix {
  std::string strip;
  std::string add;
  std::string condition;
};

using Suffixes = std::unordered_map<std::string, std::vector<Suffix>>;

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find_first_of(" \t\r"), line.size());
    if (end > 0) fields.push_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return fields;
}

Suffixes read_suffixes(std::string_view aff) {
  Suffixes suffixes;
  for (const std::string_view line : split(aff, '\n')) {
    const auto fields = fields_of(line);
    if (fields.size() < 5 || fields[0] != "SFX") continue;
    const auto text = [](std::string_view field) {
      field = field.substr(0, field.find('/'));
      return field == "0" ? std::string() : std::string(field);
    };
    suffixes[std::string(fields[1])].push_back(
        {text(fields[2]), text(fields[3]), std::string(fields[4])});
  }
  return suffixes;
}

std::u32string characters_of(std::string_view text) {
  std::u32string characters;
  for (std::size_t pos = 0; pos < text.size();) characters += next_character(text, pos);
  return characters;
}

/// True if `word` ends as `condition` asks: letters, ".", "[abc]", "[^abc]".
bool ends_in(std::string_view word, std::string_view condition) {
  const std::u32string letters = characters_of(word);
  const std::u32string pattern = characters_of(condition);
  std::size_t left = letters.size();
  for (std::size_t at = pattern.size(); at > 0;) {
    const char32_t last = pattern[--at];
    if (left == 0) return false;
    const char32_t letter = letters[--left];
    if (last != U']') {
      if (last != U'.' && last != letter) return false;
      continue;
    }
    const std::size_t open = pattern.rfind(U'[', at);
    if (open == std::u32string::npos) return false;
    std::u32string_view choice = std::u32string_view(pattern).substr(open + 1, at - open - 1);
    const bool none_of = choice.starts_with(U'^');
    if (none_of) choice.remove_prefix(1);
    if ((choice.find(letter) != std::u32string_view::npos) == none_of) return false;
    at = open;
  }
  return true;
}

/// The tokenizer makes one word of it.
bool is_single_word(std::string_view word) {
  return character_count(word) > 1 && std::ranges::none_of(word, [](char c) {
           return is_digit(c) || (is_ascii(c) && !is_letter(c) && c != '\'');
         });
}

Kind kind_of(const std::vector<std::string_view>& fields) {
  Kind kind = Kind::Other;
  for (const std::string_view field : fields) {
    if (field.starts_with("po:v")) return Kind::Verb;
    if (field == "po:prn") return Kind::FirstName;
    if (field.starts_with("po:nom")) kind = Kind::Noun;
    if (field.starts_with("po:adj") && kind == Kind::Other) kind = Kind::Adjective;
  }
  return kind;
}

}  // namespace

std::vector<Form> expand(std::string_view aff, std::string_view dic) {
  const Suffixes suffixes = read_suffixes(aff);
  std::vector<Form> forms;
  const auto add = [&](std::string form, std::string lemma, Kind kind) {
    if (!is_single_word(form)) return;
    // As the tokenizer spells it: aujourdhui.
    std::erase(form, '\'');
    std::erase(lemma, '\'');
    forms.push_back({std::move(form), std::move(lemma), kind});
  };
  for (const std::string_view line : split(dic, '\n')) {
    const auto fields = fields_of(line);
    // The first line is their number; punctuation marks are entries too.
    if (fields.empty() || !is_single_word(fields[0].substr(0, fields[0].find('/')))) continue;
    const std::size_t slash = std::min(fields[0].find('/'), fields[0].size() - 1);
    const bool has_flags = fields[0][slash] == '/';
    const std::string_view word = has_flags ? fields[0].substr(0, slash) : fields[0];
    const std::string_view flags = has_flags ? fields[0].substr(slash + 1) : std::string_view();
    const Kind kind = kind_of(fields);
    bool needs_affix = false;
    for (std::size_t at = 0; at + 2 <= flags.size(); at += 2) {
      const std::string flag(flags.substr(at, 2));
      needs_affix = needs_affix || flag == "()";
      const auto rules = suffixes.find(flag);
      if (rules == suffixes.end()) continue;
      for (const Suffix& rule : rules->second) {
        if (!word.ends_with(rule.strip) || !ends_in(word, rule.condition)) continue;
        add(std::string(word.substr(0, word.size() - rule.strip.size())) + rule.add,
            std::string(word), kind);
      }
    }
    if (!needs_affix) add(std::string(word), std::string(word), kind);
  }
  return forms;
}

Exceptions read_exceptions(std::string_view text) {
  Exceptions exceptions;
  for (const std::string_view line : split(text, '\n')) {
    const auto fields = fields_of(line.substr(0, line.find('#')));
    if (fields.size() == 2) exceptions.emplace(fields[0], fields[1]);
  }
  return exceptions;
}

}  // namespace kiosque::lexicon::compile
