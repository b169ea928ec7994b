#include "common/text/variants.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "common/base/ascii.h"
#include "common/text/fold.h"
#include "common/text/tokenizer.h"

namespace kiosque::text {
namespace {

/// The names of one line, without its comment.
std::vector<std::string> names_of(std::string_view line) {
  std::vector<std::string> names;
  for (const std::string_view part : split(line.substr(0, line.find('#')), '=')) {
    if (const auto name = trim(part); !name.empty()) names.emplace_back(name);
  }
  return names;
}

/// Its words as Token::exact has them. Without an analyser: each question reads the whole table,
/// and needs no stem of it.
std::vector<std::string> exact_words_of(std::string_view name) {
  std::vector<std::string> words;
  Tokenizer tokenizer(name);
  for (RawWord word; tokenizer.next(word);) words.push_back(fold(lower_case(word.spelling)));
  return words;
}

}  // namespace

std::vector<std::size_t> Variants::add(std::string_view table) {
  std::vector<std::size_t> lonely;
  for (std::size_t line = 1; !table.empty(); ++line) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    auto names = names_of(table.substr(0, end));
    table.remove_prefix(std::min(end + 1, table.size()));
    if (names.size() == 1) lonely.push_back(line);
    if (names.size() < 2) continue;
    for (const std::string& name : names) {
      const auto words = exact_words_of(name);
      auto& groups = groups_of_[fmt::format("{}", fmt::join(words, " "))];
      if (std::find(groups.begin(), groups.end(), groups_.size()) == groups.end()) {
        groups.push_back(groups_.size());
      }
      longest_ = std::max(longest_, words.size());
    }
    groups_.push_back(std::move(names));
  }
  return lonely;
}

Variants::Match Variants::match(std::span<const std::string> exact_words) const {
  Match best;
  std::string key;
  const std::vector<std::size_t>* groups = nullptr;
  for (std::size_t words = 1; words <= std::min(longest_, exact_words.size()); ++words) {
    if (words > 1) key += ' ';
    key += exact_words[words - 1];
    if (const auto found = groups_of_.find(key); found != groups_of_.end()) {
      best.words = words;
      groups = &found->second;
    }
  }
  if (groups == nullptr) return best;
  for (const std::size_t group : *groups) {
    best.others.insert(best.others.end(), groups_[group].begin(), groups_[group].end());
  }
  return best;
}

}  // namespace kiosque::text
