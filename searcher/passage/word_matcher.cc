#include "searcher/passage/word_matcher.h"

#include <algorithm>

namespace kiosque::passage {
namespace {

constexpr unsigned kOther = 36;

/// 0-25 a letter without its accent, 26-35 a digit, kOther whatever else may be part of a word,
/// kOther + 1 what may not. Reads UTF-8; moves `pos` behind the character.
unsigned letter_class(std::string_view text, std::size_t& pos) noexcept {
  const auto byte = static_cast<unsigned char>(text[pos++]);
  if (byte < 0x80) {
    const unsigned lower = byte | 0x20U;
    if (lower >= 'a' && lower <= 'z') return lower - 'a';
    if (byte >= '0' && byte <= '9') return 26U + byte - '0';
    return kOther + 1;
  }
  const std::size_t first = pos;
  while (pos < text.size() && (static_cast<unsigned char>(text[pos]) & 0xC0) == 0x80) ++pos;
  if (byte != 0xC3 || pos != first + 1) {
    // Spaces and punctuation (U+0080 to U+00BF, U+2000 to U+206F) divide words.
    const auto second = static_cast<unsigned char>(first < text.size() ? text[first] : 0);
    const bool mark = byte == 0xC2 || (byte == 0xE2 && (second == 0x80 || second == 0x81));
    return mark ? kOther + 1 : kOther;
  }
  // U+00C0 to U+00FF, capital and small letters 32 apart.
  constexpr std::string_view kBase = "aaaaaa?ceeeeiiii?nooooo?ouuuuy??";
  const char base = kBase[static_cast<unsigned char>(text[first]) & 0x1F];
  return base == '?' ? kOther : static_cast<unsigned>(base - 'a');
}

}  // namespace

WordMatcher::WordMatcher(const meaning::Words& words, text::Analyzer& analyzer)
    : analyzer_(analyzer) {
  const bool only_stop_words = std::ranges::all_of(words, [](const meaning::Word& word) {
    return std::ranges::all_of(word.alternatives, &meaning::Alternative::stop_word);
  });
  for (const meaning::Word& typed : words) {
    for (const meaning::Alternative& term : typed.alternatives) {
      if (term.stop_word && !only_stop_words) continue;
      const auto same = std::ranges::find_if(sought_, [&](const Sought& known) {
        return known.term->stem == term.stem ||
               (known.typed->typed == typed.typed && (term.name > 0 || known.typed == &typed));
      });
      const bool known = same != sought_.end();
      const auto word = known ? same->word : static_cast<std::uint32_t>(weights_.size());
      if (!known) weights_.push_back(std::max(term.idf, .1));
      sought_.push_back({&typed, &term, word});
      expect_beginning(term.exact);
      expect_beginning(term.stem);
    }
  }
}

void WordMatcher::expect_beginning(std::string_view word) {
  if (word.empty()) return;
  std::size_t pos = 0;
  const unsigned first = std::min(letter_class(word, pos), kOther);
  const unsigned second = pos < word.size() ? letter_class(word, pos) : kOther;
  beginnings_[first] |= second < kOther ? std::uint64_t{1} << second : ~std::uint64_t{0};
}

bool WordMatcher::may_match(std::string_view text) const noexcept {
  bool in_word = false;
  for (std::size_t pos = 0; pos < text.size();) {
    const unsigned first = letter_class(text, pos);
    if (first > kOther) {
      in_word = false;
      continue;
    }
    if (in_word) continue;
    in_word = true;
    const std::uint64_t seconds = beginnings_[first];
    // A letter such as œ or ł may fold to anything.
    if (first == kOther) return true;
    if (seconds == 0) continue;
    std::size_t ahead = pos;
    const unsigned second = ahead < text.size() ? letter_class(text, ahead) : kOther;
    if (second >= kOther || (seconds >> second & 1) != 0) return true;
  }
  return false;
}

std::vector<WordMatch> WordMatcher::find(std::string_view text) {
  std::vector<WordMatch> matches;
  analyzer_.analyze(text, tokens_);
  for (const text::Token& token : tokens_) {
    for (const Sought& sought : sought_) {
      const meaning::Alternative& term = *sought.term;
      const bool exact = token.exact == term.exact;
      const bool matches_term =
          term.match == meaning::Alternative::Match::Stem
              ? token.stem == term.stem || (!token.also.empty() && token.also == term.stem)
          : term.match == meaning::Alternative::Match::Exact ? exact
                                                             : token.exact.starts_with(term.exact);
      if (!matches_term) continue;
      matches.push_back({.begin = token.begin,
                         .end = token.end,
                         .position = token.position,
                         .word = sought.word,
                         .exact = exact});
      break;
    }
  }
  return matches;
}

}  // namespace kiosque::passage
