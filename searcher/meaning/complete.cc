#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/meaning/meaning.h"

namespace kiosque::meaning {
namespace {

/// What the shortest of `forms` has behind the first `typed` letters; empty if none is longer. So
/// a word is shown once.
std::string shortest_ending(const std::vector<std::string>& forms, std::size_t typed) {
  std::string shortest;
  for (const std::string& form : forms) {
    if (form.size() <= typed) continue;
    if (shortest.empty() || form.size() - typed < shortest.size()) shortest = form.substr(typed);
  }
  return shortest;
}

}  // namespace

std::vector<std::string> complete(std::string_view typed, std::size_t limit,
                                  const Vocabulary& vocabulary, text::Analyzer& analyzer) {
  constexpr std::size_t kShortestPrefix = 2;
  const std::vector<text::Token> tokens = analyzer.analyze(typed);
  if (tokens.empty() || tokens.back().end != typed.size()) return {};
  const std::string& prefix = tokens.back().exact;
  if (prefix.size() < kShortestPrefix) return {};
  std::vector<std::string> completed;
  // One more: the word that is typed already may be among them.
  for (const auto& word : vocabulary.expand_forms(prefix, limit + 1).words) {
    const std::string ending = shortest_ending(word.forms, prefix.size());
    // The typed letters keep their accents: "éle" + "ction".
    if (!ending.empty() && completed.size() < limit)
      completed.push_back(std::string(typed) + ending);
  }
  return completed;
}

}  // namespace kiosque::meaning
