#include "searcher/meaning/acronyms.h"

#include <algorithm>
#include <utility>

#include "common/base/ascii.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/text/acronyms.h"

namespace kiosque::meaning {
namespace {

/// Articles that must give a meaning.
constexpr Xapian::doccount kFewest = 3;
/// How often an acronym that is not in capitals must be explained where it stands, one in …
constexpr Xapian::doccount kExplainedOneIn = 7;
/// Meanings of one acronym that are read: an index of millions has no more.
constexpr std::size_t kMostTerms = 500;

std::string stems_of(std::span<const text::Token> name) {
  std::string stems;
  for (const text::Token& token : name) {
    if (!text::is_small_word(token.exact)) stems += lower(token.stem) + ' ';
  }
  return stems;
}

bool in_capitals(std::string_view typed) {
  return std::none_of(typed.begin(), typed.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::optional<IndexAcronyms::Meaning> IndexAcronyms::meaning_of(const std::string& acronym) {
  const std::string prefix = index::acronym_term(acronym, {});
  std::vector<Meaning> meanings;
  std::size_t read = 0;
  const auto end = database_.allterms_end(prefix);
  for (auto term = database_.allterms_begin(prefix); term != end && ++read <= kMostTerms; ++term) {
    Meaning way{.name = (*term).substr(prefix.size())};
    way.stems = stems_of(analyzer_.analyze(way.name));
    way.articles = way.name_articles = term.get_termfreq();
    const auto known = std::find_if(meanings.begin(), meanings.end(),
                                    [&](const Meaning& m) { return m.stems == way.stems; });
    if (known == meanings.end()) {
      meanings.push_back(std::move(way));
      continue;
    }
    known->articles += way.articles;
    if (way.name_articles > known->name_articles) {
      known->name = std::move(way.name);
      known->name_articles = way.name_articles;
    }
  }
  std::sort(meanings.begin(), meanings.end(),
            [](const Meaning& a, const Meaning& b) { return a.articles > b.articles; });
  if (meanings.empty() || meanings.front().articles < kFewest) return {};
  if (meanings.size() > 1 && meanings[1].articles * 2 > meanings[0].articles) return {};
  return std::move(meanings.front());
}

std::optional<std::string> IndexAcronyms::full_name(const text::Token& token,
                                                    std::string_view typed) {
  if (token.stop_word || token.exact.size() < 2) return {};
  auto meaning = meaning_of(token.exact);
  if (!meaning) return {};
  const bool explained =
      meaning->articles * kExplainedOneIn >= database_.get_termfreq(index::stem_term(token));
  if (!explained && !in_capitals(typed)) return {};
  return std::move(meaning->name);
}

std::optional<std::string> IndexAcronyms::acronym_of(std::span<const text::Token> name) {
  for (std::string& acronym : text::possible_acronyms(name)) {
    const auto meaning = meaning_of(acronym);
    if (!meaning || meaning->stems != stems_of(name)) continue;
    for (char& letter : acronym) letter = static_cast<char>(letter - 'a' + 'A');
    return std::move(acronym);
  }
  return {};
}

}  // namespace kiosque::meaning
