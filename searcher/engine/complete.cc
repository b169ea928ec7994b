#include <string>
#include <vector>

#include "searcher/engine/engine_impl.h"
#include "searcher/meaning/vocabulary.h"

namespace kiosque::engine {
namespace {

constexpr std::size_t kShortestPrefix = 2;

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

std::vector<std::string> Engine::complete(std::string_view typed, std::size_t limit) {
  const std::vector<text::Token> tokens = impl_->analyzer.analyze(typed);
  if (tokens.empty() || tokens.back().end != typed.size()) return {};
  const std::string prefix = tokens.back().exact;
  if (prefix.size() < kShortestPrefix) return {};

  // One more: the word that is typed already may be among them.
  const auto expansion = impl_->reader.read("complete a word", [&](Xapian::Database& database) {
    return meaning::IndexVocabulary(database, impl_->reader.forms())
        .expand_forms(prefix, limit + 1);
  });
  if (!expansion) return {};
  std::vector<std::string> completed;
  for (const auto& word : expansion->words) {
    const std::string ending = shortest_ending(word.forms, prefix.size());
    // The typed letters keep their accents: "éle" + "ction".
    if (!ending.empty() && completed.size() < limit)
      completed.push_back(std::string(typed) + ending);
  }
  return completed;
}

}  // namespace kiosque::engine
