#include "searcher/meaning/name_spellings.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/index/record.h"
#include "common/index/terms.h"
#include "common/text/transliteration.h"

namespace kiosque::meaning {
namespace {

/// Articles that must hold a spelling: one alone is as likely a slip.
constexpr std::size_t kFewest = 2;
/// Articles that are looked at for how they write a word.
constexpr std::size_t kSamples = 3;
/// Articles that are counted to tell which spelling is the most frequent.
constexpr std::size_t kCounted = 100;
constexpr std::size_t kMostSpellings = 3;

/// How the texts of an article write a folded word: with a capital only, or nothing.
std::optional<std::string> name_in(const index::Article& article, const std::string& exact,
                                   text::Analyzer& analyzer) {
  std::string written;
  const auto only_name = [&](const std::string& text) {
    for (const text::Token& token : analyzer.analyze(text)) {
      if (token.exact != exact) continue;
      if (!token.capitalised) return false;
      if (written.empty()) written = text.substr(token.begin, token.end - token.begin);
    }
    return true;
  };
  bool is_name = only_name(article.title) && only_name(article.standfirst);
  for (const index::Block& block : article.body) is_name = is_name && only_name(block.text);
  return is_name && !written.empty() ? std::optional(std::move(written)) : std::nullopt;
}

/// The name as an article writes it; nothing for a word that some of the first do not capitalise.
std::optional<std::string> written_as_name(const std::string& exact, const index::WordForms& forms,
                                           text::Analyzer& analyzer) {
  std::optional<std::string> written;
  for (const Xapian::Document& document : forms.articles(exact, kSamples)) {
    const auto article = index::decode_record(index::get_record(document));
    if (!article) continue;
    auto name = name_in(*article, exact, analyzer);
    if (!name) return {};
    if (!written) written = std::move(name);
  }
  return written;
}

}  // namespace

std::vector<std::string> other_spellings(const text::Token& token, const index::WordForms& forms,
                                         text::Analyzer& analyzer) {
  std::vector<std::string> spellings;
  if (!index::has_forms(token)) return spellings;
  std::vector<std::pair<std::size_t, std::string>> held;
  for (std::string& word : text::transliterations(token.exact)) {
    if (!forms.contains(word)) continue;
    const std::size_t articles = forms.articles(word, kCounted).size();
    if (articles >= kFewest) held.emplace_back(articles, std::move(word));
  }
  if (held.empty()) return spellings;
  const bool known = forms.contains(token.exact);
  if (known && !written_as_name(token.exact, forms, analyzer)) return spellings;
  std::sort(held.rbegin(), held.rend());
  for (const auto& [articles, word] : held) {
    if (spellings.size() == kMostSpellings) break;
    if (auto name = written_as_name(word, forms, analyzer)) {
      spellings.push_back(std::move(*name));
    }
  }
  return spellings;
}

}  // namespace kiosque::meaning
