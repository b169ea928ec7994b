#include "common/lexicon/lexicon.h"

#include <marisa.h>

#include <cstring>

#include "common/base/ascii.h"
#include "common/lexicon/table.h"

/// The table, where the linker put it (table.S).
extern "C" const char kKiosqueLexiconTable[];

namespace kiosque::lexicon {
namespace {

const Header& header() { return *reinterpret_cast<const Header*>(kKiosqueLexiconTable); }

std::string ended(std::string_view folded, const Ending& ending, const char* endings) {
  std::string term(folded.substr(0, folded.size() - ending.cut));
  return term.append(endings + ending.begin, ending.size);
}

}  // namespace

struct Lexicon::Impl {
  marisa::Trie trie;
  marisa::Agent agent;
  const std::uint16_t* rule_numbers = nullptr;
  const Rule* rules = nullptr;
  const char* endings = nullptr;

  Impl() {
    const char* at = kKiosqueLexiconTable + aligned(sizeof(Header));
    trie.map(at, header().trie_bytes);
    at += aligned(header().trie_bytes);
    rule_numbers = reinterpret_cast<const std::uint16_t*>(at);
    at += aligned(header().keys * sizeof(std::uint16_t));
    rules = reinterpret_cast<const Rule*>(at);
    endings = at + aligned(header().rules * sizeof(Rule));
  }
};

Lexicon::Lexicon() : impl_(std::make_unique<Impl>()) {}
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

Readings Lexicon::find(std::string_view lower_case_word, std::string_view folded) const {
  impl_->agent.set_query(lower_case_word.data(), lower_case_word.size());
  if (!impl_->trie.lookup(impl_->agent)) return {};
  const Rule& rule = impl_->rules[impl_->rule_numbers[impl_->agent.key().id()]];
  Readings readings;
  if ((rule.flags & Rule::kWord) != 0) readings.word = ended(folded, rule.word, impl_->endings);
  if ((rule.flags & Rule::kName) != 0) {
    readings.name = name_term(folded);
  }
  readings.first_name = (rule.flags & Rule::kFirstName) != 0;
  readings.inflected = (rule.flags & Rule::kInflected) != 0;
  readings.accents_missing = (rule.flags & Rule::kAccentsMissing) != 0;
  return readings;
}

std::string_view version() noexcept { return {header().version.data(), header().version.size()}; }

std::string name_term(std::string_view folded) {
  std::string term(folded);
  if (!term.empty() && term.front() >= 'a' && term.front() <= 'z') term.front() -= 'a' - 'A';
  return term;
}

}  // namespace kiosque::lexicon
