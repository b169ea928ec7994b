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

/// The readings that a spelling in lower case has.
struct Lemmas {
  std::string word;
  bool is_name = false;
  bool is_first_name = false;
  Order word_order;  ///< the smallest is taken
  bool accents_missing = false;
};

using Table = std::map<std::string, Lemmas>;

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

/// The readings of each spelling.
Table lemmas_of(const std::vector<Form>& forms, const Exceptions& exceptions) {
  Table table;
  for (const Form& form : forms) {
    Lemmas& lemmas = table[text::lower_case(form.form)];
    if (is_capitalised(form.lemma)) {
      lemmas.is_name = true;
      if (form.kind == Kind::FirstName) lemmas.is_first_name = true;
      continue;
    }
    auto order = order_of(form);
    if (!lemmas.word.empty() && lemmas.word_order <= order) continue;
    lemmas.word = form.lemma;
    lemmas.word_order = std::move(order);
  }
  const auto verbs = verbs_of_nouns(forms, exceptions);
  for (auto& [form, lemmas] : table) {
    const int rank = std::get<0>(lemmas.word_order);
    const bool noun = rank == kItself || rank == kInflected;
    const auto verb = verbs.find(lemmas.word);
    if (noun && verb != verbs.end()) lemmas.word = verb->second;
  }
  for (const auto& [form, lemma] : exceptions) table[form].word = lemma;
  return table;
}

/// Adds, for each spelling that has accents, the one without, if that is none itself.
void add_unaccented(Table& table) {
  Table unaccented;
  for (const auto& [form, lemmas] : table) {
    const std::string folded = text::fold(form);
    if (folded == form || table.contains(folded)) continue;
    Lemmas& other = unaccented[folded];
    other.accents_missing = true;
    other.is_name = other.is_name || lemmas.is_name;
    other.is_first_name = other.is_first_name || lemmas.is_first_name;
    if (lemmas.word.empty()) continue;
    // Of several that one with the fewest accents.
    Order order{std::get<0>(lemmas.word_order), static_cast<std::ptrdiff_t>(form.size()), form};
    if (!other.word.empty() && other.word_order <= order) continue;
    other.word = lemmas.word;
    other.word_order = std::move(order);
  }
  table.merge(unaccented);
}

/// Lemmas -> terms: folded, but for those of which another folds alike.
std::map<std::string, std::string> terms_of(const Table& table) {
  std::map<std::string, std::set<std::string>> alike;
  for (const auto& [form, lemmas] : table) {
    if (!lemmas.word.empty()) alike[text::fold(lemmas.word)].insert(lemmas.word);
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
    for (const auto& [form, lemmas] : table) keys.push_back(form.data(), form.size());
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
  Rule rule_of(const std::string& form, const Lemmas& lemmas,
               const std::map<std::string, std::string>& terms) {
    const std::string folded = text::fold(form);
    Rule rule;
    if (!lemmas.word.empty()) {
      rule.flags |= Rule::kWord;
      if (folded != text::fold(lemmas.word)) rule.flags |= Rule::kInflected;
      rule.word = ending_of(folded, terms.at(lemmas.word));
    }
    if (lemmas.is_name) rule.flags |= Rule::kName;
    if (lemmas.is_first_name) rule.flags |= Rule::kFirstName;
    if (lemmas.accents_missing) rule.flags |= Rule::kAccentsMissing;
    return rule;
  }

  Ending ending_of(const std::string& folded, const std::string& term) {
    const auto same = std::mismatch(folded.begin(), folded.end(), term.begin(), term.end());
    const std::string ending(same.second, term.end());
    const auto cut = static_cast<std::size_t>(folded.end() - same.first);
    const auto [place, added] =
        endings_known_.emplace(ending, static_cast<std::uint32_t>(endings_.size()));
    if (added) endings_ += ending;
    return {place->second, static_cast<std::uint8_t>(ending.size()),
            static_cast<std::uint8_t>(cut)};
  }

  std::uint16_t number_of(const Rule& rule) {
    const std::string key =
        fmt::format("{} {} {} {}", rule.word.begin, rule.word.size, rule.word.cut, rule.flags);
    const auto [place, added] = rules_known_.emplace(key, rules_.size());
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
    // Member by member: what lies between them would differ from build to build.
    std::string rules;
    for (const Rule& rule : rules_) {
      std::string bytes(sizeof(Rule), '\0');
      auto* copy = reinterpret_cast<Rule*>(bytes.data());
      copy->word.begin = rule.word.begin, copy->word.size = rule.word.size;
      copy->word.cut = rule.word.cut, copy->flags = rule.flags;
      rules += bytes;
    }
    add(rules.data(), rules.size());
    add(endings_.data(), endings_.size());
    Header header{.magic = kMagic,
                  .version = {},
                  .trie_bytes = trie.size(),
                  .keys = numbers.size(),
                  .rules = rules_.size(),
                  .ending_bytes = endings_.size()};
    const std::string version = fmt::format("{:08x}", hash64(parts) >> 32);
    std::copy(version.begin(), version.end(), header.version.begin());
    std::string table(reinterpret_cast<const char*>(&header), sizeof header);
    table.resize(aligned(table.size()));
    return table + parts;
  }

  std::string endings_;
  std::map<std::string, std::uint32_t> endings_known_;
  std::vector<Rule> rules_;
  std::map<std::string, std::size_t> rules_known_;
};

}  // namespace

std::string compile(const std::vector<Form>& forms, const Exceptions& exceptions) {
  Table table = lemmas_of(forms, exceptions);
  add_unaccented(table);
  return Writer().write(table);
}

}  // namespace kiosque::lexicon::compile
