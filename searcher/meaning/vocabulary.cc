#include "searcher/meaning/vocabulary.h"

#include <algorithm>
#include <map>
#include <utility>

#include "common/base/ascii.h"
#include "common/index/terms.h"

namespace kiosque::meaning {
namespace {

/// Terms looked at for one prefix: some milliseconds at most.
constexpr std::size_t kMostTermsRead = 20'000;

/// A word that is typed without accents is taken for another that is in so many times more
/// articles: some of them leave accents out as well, in capitals above all.
constexpr std::size_t kMuchMoreFrequent = 20;

/// A word is taken for a name too if no more than so many times as many articles hold it as a word.
constexpr std::size_t kMostOftenAWord = 50;

/// The stem of `stems` that most articles hold, of names or of words alone; empty without one.
struct Reading {
  std::string stem;
  std::size_t articles = 0;
};

Reading most_frequent(const std::vector<std::string>& stems, bool name,
                      const Vocabulary& vocabulary) {
  Reading best;
  for (const std::string& stem : stems) {
    if (text::is_name(stem) != name) continue;
    const std::size_t articles = vocabulary.frequency(index::stem_term(stem));
    if (articles > best.articles) best = {stem, articles};
  }
  return best;
}

void take_stem_of_index(text::Token& token, bool accented, const Vocabulary& vocabulary) {
  const auto stems = vocabulary.stems(token.exact);
  Reading word = most_frequent(stems, false, vocabulary);
  Reading name = most_frequent(stems, true, vocabulary);
  const auto articles_of = [&](const std::string& stem) {
    return stem.empty() ? 0 : vocabulary.frequency(index::stem_term(stem));
  };
  const std::size_t typed = articles_of(token.stem);
  const std::size_t also = articles_of(token.also);
  const bool certain = token.in_lexicon || (text::is_name(token.stem) && token.also.empty());
  if (certain && typed + also > 0) {
    // Nobody wrote the word in this form: it is the name (axa, no form of axer).
    const auto is_written = [&](const std::string& stem) {
      return std::ranges::find(stems, stem) != stems.end();
    };
    const bool inflected = token.exact != token.stem;
    if (inflected && !token.also.empty() && is_written(token.also) && !is_written(token.stem)) {
      token.stem = std::exchange(token.also, {});
      return;
    }
    // What was typed without accents may have been meant with them (cote, côté).
    const bool meant_with = !accented && !text::is_name(token.stem) &&
                            word.articles > kMuchMoreFrequent * (typed + also);
    if (meant_with) token.stem = std::move(word.stem);
    if (also > typed) std::swap(token.stem, token.also);
    // A surname that the lexicon has as a word only (Royal), and not a slip of some article.
    const bool surname =
        token.also.empty() && !text::is_name(token.stem) && name.articles * kMostOftenAWord > typed;
    if (surname && token.capitalised) token.stem = std::move(name.stem);
    if (surname && !token.capitalised) token.also = std::move(name.stem);
    return;
  }
  if (word.articles + name.articles == 0) return;
  if (name.articles > word.articles) std::swap(word, name);
  token.stem = std::move(word.stem);
  token.also = std::move(name.stem);
}

}  // namespace

std::size_t IndexVocabulary::articles() const { return database_.get_doccount(); }

std::size_t IndexVocabulary::frequency(const std::string& term) const {
  return database_.get_termfreq(term);
}

std::vector<std::string> IndexVocabulary::stems(const std::string& form) const {
  return forms_.stems(form);
}

Vocabulary::Expansion IndexVocabulary::expand(const std::string& prefix, std::size_t limit) const {
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  Expansion expansion;
  const auto end = database_.allterms_end(prefix);
  for (auto term = database_.allterms_begin(prefix); term != end; ++term) {
    if (found.size() == kMostTermsRead) {
      expansion.complete = false;
      break;
    }
    found.emplace_back(term.get_termfreq(), *term);
  }
  const auto by_frequency = [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  };
  const std::size_t kept = std::min(limit, found.size());
  if (kept < found.size()) expansion.complete = false;
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(),
                    by_frequency);
  for (std::size_t i = 0; i < kept; ++i) expansion.terms.push_back(std::move(found[i].second));
  return expansion;
}

Vocabulary::FormExpansion IndexVocabulary::expand_forms(const std::string& letters,
                                                        std::size_t limit) const {
  FormExpansion expansion;
  std::map<std::string, std::vector<std::string>> forms_of_stem;
  std::size_t read = 0;
  forms_.for_each(letters, [&](std::string_view form) {
    expansion.complete = ++read <= kMostTermsRead;
    if (!expansion.complete) return false;
    for (std::string& stem : forms_.stems(form)) {
      forms_of_stem[std::move(stem)].emplace_back(form);
    }
    return true;
  });
  std::vector<std::pair<std::size_t, FormExpansion::Word>> found;
  for (auto& [stem, forms] : forms_of_stem) {
    const std::size_t articles = frequency(index::stem_term(stem));
    if (articles > 0) found.push_back({articles, {stem, std::move(forms)}});
  }
  const std::size_t kept = std::min(limit, found.size());
  if (kept < found.size()) expansion.complete = false;
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(),
                    [](const auto& a, const auto& b) {
                      return a.first != b.first ? a.first > b.first : a.second.stem < b.second.stem;
                    });
  for (std::size_t i = 0; i < kept; ++i) {
    FormExpansion::Word& word = expansion.words.emplace_back(std::move(found[i].second));
    word.all_forms = word.stem.starts_with(letters) && forms_.begin_with(word.stem);
  }
  return expansion;
}

void take_stems_of_index(std::vector<text::Token>& tokens, std::string_view text,
                         const Vocabulary& vocabulary) {
  for (text::Token& token : tokens) {
    const std::string_view typed = text.substr(token.begin, token.end - token.begin);
    if (index::has_forms(token)) take_stem_of_index(token, !is_ascii(typed), vocabulary);
  }
}

}  // namespace kiosque::meaning
