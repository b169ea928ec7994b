#include "searcher/meaning/query_tokens.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "common/index/schema.h"
#include "common/index/terms.h"

namespace kiosque::meaning {
namespace {

/// A word that is typed without accents is taken for another that is in so many times more
/// articles: some of them leave accents out as well, in capitals above all.
constexpr std::size_t kMuchMoreFrequent = 20;

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void take_stem_of_index(text::Token& token, bool accented, const Vocabulary& vocabulary) {
  std::string best;
  std::size_t best_articles = 0;
  bool holds_typed = false;
  for (std::string& stem : vocabulary.stems(token.exact)) {
    if (stem == token.stem) {
      holds_typed = true;
      continue;
    }
    const std::size_t articles = vocabulary.frequency(std::string(index::prefix::kStem) + stem);
    if (articles > best_articles) best = std::move(stem), best_articles = articles;
  }
  if (best_articles == 0) return;
  // Other forms of the typed stem are no reason to keep it, but for who typed the accents.
  const std::size_t typed_articles =
      holds_typed || accented ? vocabulary.frequency(index::stem_term(token)) : 0;
  if (accented && typed_articles > 0) return;
  if (best_articles > kMuchMoreFrequent * typed_articles) token.stem = std::move(best);
}

}  // namespace

std::vector<text::Token> query_tokens(std::string_view text, text::Analyzer& analyzer,
                                      const Vocabulary& vocabulary) {
  std::vector<text::Token> tokens = analyzer.analyze(text);
  for (text::Token& token : tokens) {
    const std::string_view typed = text.substr(token.begin, token.end - token.begin);
    if (index::has_forms(token)) take_stem_of_index(token, !is_ascii(typed), vocabulary);
  }
  return tokens;
}

}  // namespace kiosque::meaning
