#include "common/lexicon/compile/compile.h"

#include <fmt/format.h>
#include <marisa.h>

#include <algorithm>
#include <cstring>
#include <set>
#include <sstream>
#include <stdexcept>
#include <tuple>

#include "common/base/hash.h"
#include "common/base/utf8.h"
#include "common/lexicon/table.h"
#include "common/text/fold.h"

namespace kiosque::lexicon::compile {
namespace {

enum Rank : int { kFirst, kItself, kInflected, kLast };
using Order = std::tuple<int, std::ptrdiff_t, std::string>;

/// What a spelling in lower case may be.
struct Spelling {
  std::string lemma;  ///< as a word; empty: it is none
  Order order;        ///< of the lemma: the smallest is taken
  bool is_name = false;
  bool is_first_name = false;
  bool accents_missing = false;
};

using Table = std::map<std::string, Spelling>;

/// Which of several lemmas of a form is meant: an adverb or preposition (vers), then the noun that
/// is written so (cours, not cour), then a noun of which it is a form (porte), then a verb; of
/// these the one that is most like it (avenue of avenues, not avenu).
Order order_of(const Form& form) {
  const bool itself = form.form == form.lemma;
  const int rank = form.kind == Kind::Other  ? kFirst
                   : form.kind == Kind::Verb ? kLast
                   : itself                  ? kItself
                                             : kInflected;
  const auto alike = std::ranges::mismatch(form.form, form.lemma).in1 - form.form.begin();
  return {rank, -alike, form.lemma};
}

bool is_capitalised(std::string_view word) { return text::lower_case(word) != word; }

/// Spellings that the reform of 1990 made equal are one: événement and évènement, maître and
/// maitre, ambiguë and ambigüe; but not mûr and mur, which it kept apart.
std::string normalised(const std::string& lemma) {
  static const std::set<std::string> kKept{"dû", "mûr", "sûr", "jeûne", "jeûner"};
  if (kKept.contains(lemma)) return lemma;
  std::string normal;
  for (std::size_t pos = 0; pos < lemma.size();) {
    const char32_t c = next_character(lemma, pos);
    switch (c) {
      case U'î':
      case U'ï':
        normal += 'i';
        break;
      case U'û':
      case U'ü':
        normal += 'u';
        break;
      case U'ë':
        normal += 'e';
        break;
      case U'è':
        append_utf8(normal, U'é');
        break;
      default:
        append_utf8(normal, c);
    }
  }
  return normal;
}

/// Nouns that are spelled as a form of a verb, each with that verb: vote, voter; sortie, sortir.
/// What a text says with the one it may say with the other. Not those that are names too.
std::map<std::string, std::string> verbs_of_nouns(const std::vector<Form>& forms,
                                                  const Exceptions& exceptions) {
  std::set<std::string> nouns;
  std::set<std::string> names;
  for (const Form& form : forms) {
    if (is_capitalised(form.form)) names.insert(text::lower_case(form.form));
  }
  for (const Form& form : forms) {
    const auto exception = exceptions.find(form.lemma);
    const bool apart = exception != exceptions.end() && exception->second == form.lemma;
    const bool itself = form.kind == Kind::Noun && form.form == form.lemma;
    if (itself && !apart && !names.contains(form.form)) nouns.insert(form.lemma);
  }
  std::map<std::string, std::string> verbs;
  for (const Form& form : forms) {
    if (form.kind != Kind::Verb || !nouns.contains(form.form)) continue;
    std::string& verb = verbs[form.form];
    if (verb.empty() || order_of(form) < order_of({form.form, verb, Kind::Verb})) verb = form.lemma;
  }
  return verbs;
}

/// What each spelling may be.
Table spellings_of(const std::vector<Form>& forms, const Exceptions& exceptions) {
  Table table;
  for (const Form& form : forms) {
    Spelling& spelling = table[text::lower_case(form.form)];
    if (is_capitalised(form.lemma)) {
      spelling.is_name = true;
      if (form.kind == Kind::FirstName) spelling.is_first_name = true;
      continue;
    }
    auto order = order_of(form);
    if (!spelling.lemma.empty() && spelling.order <= order) continue;
    spelling.lemma = form.lemma;
    spelling.order = std::move(order);
  }
  const auto verbs = verbs_of_nouns(forms, exceptions);
  for (auto& [form, spelling] : table) {
    const int rank = std::get<0>(spelling.order);
    const bool noun = rank == kItself || rank == kInflected;
    const auto verb = verbs.find(spelling.lemma);
    if (noun && verb != verbs.end()) spelling.lemma = verb->second;
  }
  for (const auto& [form, lemma] : exceptions) table[form].lemma = lemma;
  return table;
}

/// Adds, for each spelling that has accents, the one without, if that is none itself.
void add_unaccented(Table& table) {
  Table unaccented;
  for (const auto& [form, spelling] : table) {
    const std::string folded = text::fold(form);
    if (folded == form || table.contains(folded)) continue;
    Spelling& other = unaccented[folded];
    other.accents_missing = true;
    other.is_name = other.is_name || spelling.is_name;
    other.is_first_name = other.is_first_name || spelling.is_first_name;
    if (spelling.lemma.empty()) continue;
    // Of several that one with the fewest accents.
    Order order{std::get<0>(spelling.order), static_cast<std::ptrdiff_t>(form.size()), form};
    if (!other.lemma.empty() && other.order <= order) continue;
    other.lemma = spelling.lemma;
    other.order = std::move(order);
  }
  table.merge(unaccented);
}

/// Lemmas -> terms: folded, but for those of which another folds alike.
std::map<std::string, std::string> terms_of(const Table& table) {
  std::map<std::string, std::set<std::string>> alike;
  for (const auto& [form, spelling] : table) {
    if (!spelling.lemma.empty()) alike[text::fold(spelling.lemma)].insert(spelling.lemma);
  }
  std::map<std::string, std::string> terms;
  for (const auto& [folded, lemmas] : alike) {
    const std::string first = normalised(*lemmas.begin());
    for (const std::string& lemma : lemmas) {
      const std::string normal = normalised(lemma);
      terms[lemma] = normal == first ? folded : normal;
    }
  }
  return terms;
}

class Writer {
 public:
  std::string write(const Table& table) {
    const auto terms = terms_of(table);
    marisa::Keyset keys;
    for (const auto& [form, spelling] : table) keys.push_back(form.data(), form.size());
    marisa::Trie trie;
    trie.build(keys);
    std::vector<std::uint16_t> numbers(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const std::string form(keys[i].ptr(), keys[i].length());
      numbers[keys[i].id()] = number_of(rule_of(form, table.at(form), terms));
    }
    std::ostringstream trie_bytes;
    trie_bytes << trie;
    return joined(trie_bytes.str(), numbers);
  }

 private:
  Rule rule_of(const std::string& form, const Spelling& spelling,
               const std::map<std::string, std::string>& terms) {
    const std::string folded = text::fold(form);
    Rule rule;
    if (!spelling.lemma.empty()) {
      set_ending(rule, folded, terms.at(spelling.lemma));
      rule.flags |= Rule::kWord;
      if (folded != text::fold(spelling.lemma)) rule.flags |= Rule::kInflected;
    }
    if (spelling.is_name) rule.flags |= Rule::kName;
    if (spelling.is_first_name) rule.flags |= Rule::kFirstName;
    if (spelling.accents_missing) rule.flags |= Rule::kAccentsMissing;
    return rule;
  }

  void set_ending(Rule& rule, const std::string& folded, const std::string& term) {
    const auto [rest, ending_begin] = std::ranges::mismatch(folded, term);
    const std::string ending(ending_begin, term.end());
    const auto [place, added] =
        places_of_endings_.emplace(ending, static_cast<std::uint32_t>(endings_.size()));
    if (added) endings_ += ending;
    rule.ending = place->second;
    rule.ending_bytes = static_cast<std::uint8_t>(ending.size());
    rule.cut = static_cast<std::uint8_t>(folded.end() - rest);
  }

  std::uint16_t number_of(const Rule& rule) {
    const auto [place, added] = numbers_of_rules_.emplace(rule, rules_.size());
    if (added) rules_.push_back(rule);
    if (rules_.size() > UINT16_MAX) throw std::length_error("more than 65,535 rules");
    return static_cast<std::uint16_t>(place->second);
  }

  std::string joined(const std::string& trie, const std::vector<std::uint16_t>& numbers) {
    std::string parts;
    const auto add = [&](const void* data, std::size_t size) {
      parts.append(static_cast<const char*>(data), size);
      parts.resize(aligned(parts.size()));
    };
    add(trie.data(), trie.size());
    add(numbers.data(), numbers.size() * sizeof(std::uint16_t));
    add(rules_.data(), rules_.size() * sizeof(Rule));
    add(endings_.data(), endings_.size());
    Header header{
        .version = {}, .trie_bytes = trie.size(), .keys = numbers.size(), .rules = rules_.size()};
    const std::string version = fmt::format("{:08x}", hash64(parts) >> 32);
    std::ranges::copy(version, header.version.begin());
    std::string table(reinterpret_cast<const char*>(&header), sizeof header);
    table.resize(aligned(table.size()));
    return table + parts;
  }

  std::string endings_;
  std::map<std::string, std::uint32_t> places_of_endings_;
  std::vector<Rule> rules_;
  std::map<Rule, std::size_t> numbers_of_rules_;
};

}  // namespace

std::string compile(const std::vector<Form>& forms, const Exceptions& exceptions) {
  Table table = spellings_of(forms, exceptions);
  add_unaccented(table);
  return Writer().write(table);
}

}  // namespace kiosque::lexicon::compile
