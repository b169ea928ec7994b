#include "searcher/engine/name_spellings.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/index/record.h"
#include "common/index/record_slot.h"
#include "common/index/terms.h"
#include "common/text/transliteration.h"

namespace kiosque {
namespace {

/// Articles that must hold a spelling: one alone is as likely a slip.
constexpr Xapian::doccount kFewest = 2;
/// Articles that are looked at for how they write a word.
constexpr int kSamples = 3;
constexpr std::size_t kMostSpellings = 3;

/// How the texts of an article write a folded word: with a capital only, or nothing.
std::optional<std::string> name_in(const Article& article, const std::string& exact,
                                   Analyzer& analyzer) {
  std::string written;
  const auto only_name = [&](const std::string& text) {
    for (const Token& token : analyzer.analyze(text)) {
      if (token.exact != exact) continue;
      if (!token.capitalised) return false;
      if (written.empty()) written = text.substr(token.begin, token.end - token.begin);
    }
    return true;
  };
  bool is_name = only_name(article.title) && only_name(article.standfirst);
  for (const Block& block : article.body) is_name = is_name && only_name(block.text);
  return is_name && !written.empty() ? std::optional(std::move(written)) : std::nullopt;
}

/// The name as an article writes it; nothing for a word that some of the first do not capitalise.
std::optional<std::string> written_as_name(const std::string& exact,
                                           const Xapian::Database& database, Analyzer& analyzer) {
  std::optional<std::string> written;
  int samples = 0;
  const auto end = database.postlist_end(exact);
  for (auto posting = database.postlist_begin(exact); posting != end && samples < kSamples;
       ++posting, ++samples) {
    const auto article = decode_record(get_record(database.get_document(*posting)));
    if (!article) continue;
    auto name = name_in(*article, exact, analyzer);
    if (!name) return {};
    if (!written) written = std::move(name);
  }
  return written;
}

}  // namespace

std::vector<std::string> other_spellings(const Token& token, const Xapian::Database& database,
                                         Analyzer& analyzer) {
  std::vector<std::string> spellings;
  if (!has_exact_term(token)) return spellings;
  std::vector<std::pair<Xapian::doccount, std::string>> held;
  for (std::string& word : transliterations(token.exact)) {
    const auto articles = database.get_termfreq(word);
    if (articles >= kFewest) held.emplace_back(articles, std::move(word));
  }
  if (held.empty()) return spellings;
  const bool known = database.term_exists(token.exact);
  if (known && !written_as_name(token.exact, database, analyzer)) return spellings;
  std::sort(held.rbegin(), held.rend());
  for (const auto& [articles, word] : held) {
    if (spellings.size() == kMostSpellings) break;
    if (auto name = written_as_name(word, database, analyzer)) {
      spellings.push_back(std::move(*name));
    }
  }
  return spellings;
}

}  // namespace kiosque
