#include "common/lexicon/lexicon.h"

#include <marisa.h>

#include <cstdint>

#include "common/lexicon/table.h"

/// The table, where the linker put it (table.S).
extern "C" const char kKiosqueLexiconTable[];

namespace kiosque::lexicon {
namespace {

const Header& header_of(const char* table) { return *reinterpret_cast<const Header*>(table); }

}  // namespace

struct Lexicon::Impl {
  marisa::Trie trie;
  marisa::Agent agent;
  const std::uint16_t* rule_numbers;
  const Rule* rules;
  const char* endings;

  explicit Impl(const char* table) {
    const Header& header = header_of(table);
    const char* at = table + aligned(sizeof header);
    trie.map(at, header.trie_bytes);
    at += aligned(header.trie_bytes);
    rule_numbers = reinterpret_cast<const std::uint16_t*>(at);
    at += aligned(header.keys * sizeof *rule_numbers);
    rules = reinterpret_cast<const Rule*>(at);
    endings = at + aligned(header.rules * sizeof *rules);
  }
};

Lexicon::Lexicon() : Lexicon(kKiosqueLexiconTable) {}
Lexicon::Lexicon(const char* table) : impl_(std::make_unique<Impl>(table)) {}
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

Readings Lexicon::find(std::string_view lower_case_word, std::string_view folded) const {
  impl_->agent.set_query(lower_case_word.data(), lower_case_word.size());
  if (!impl_->trie.lookup(impl_->agent)) return {};
  const Rule& rule = impl_->rules[impl_->rule_numbers[impl_->agent.key().id()]];
  Readings readings;
  if ((rule.flags & Rule::kWord) != 0) {
    readings.word = folded.substr(0, folded.size() - rule.cut);
    readings.word.append(impl_->endings + rule.ending, rule.ending_bytes);
  }
  readings.inflected = (rule.flags & Rule::kInflected) != 0;
  readings.is_name = (rule.flags & Rule::kName) != 0;
  readings.is_first_name = (rule.flags & Rule::kFirstName) != 0;
  readings.accents_missing = (rule.flags & Rule::kAccentsMissing) != 0;
  return readings;
}

std::string_view version() noexcept {
  const auto& version = header_of(kKiosqueLexiconTable).version;
  return {version.data(), version.size()};
}

std::string name_term(std::string_view folded) {
  std::string term(folded);
  if (!term.empty() && term.front() >= 'a' && term.front() <= 'z') term.front() += 'A' - 'a';
  return term;
}

}  // namespace kiosque::lexicon
