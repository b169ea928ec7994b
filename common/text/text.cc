#include "common/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/lexicon/lexicon.h"
#include "common/text/fold.h"
#include "common/text/form_cache.h"
#include "common/text/stop_words.h"
#include "common/text/tokenizer.h"

namespace kiosque::text {
namespace {

/// Longer words are cut: no word of a language, but what somebody may paste.
constexpr std::size_t kLongestWordBytes = 64;

/// Tells the lemma maïs from the stop word "mais".
constexpr char kNotStopWord = '\'';

bool has_digit(std::string_view word) { return std::any_of(word.begin(), word.end(), is_digit); }

/// The first character of `word`, or 0.
char32_t first_character(std::string_view word) {
  std::size_t pos = 0;
  return word.empty() ? 0 : next_character(word, pos);
}

std::string_view cut(std::string_view word) {
  if (word.size() <= kLongestWordBytes) return word;
  std::size_t end = kLongestWordBytes;
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) --end;
  return word.substr(0, end);
}

/// True if no letter of `word` is small, and at least two are capital.
bool is_in_capitals(std::string_view word, std::string_view lower_case_word) {
  std::size_t letters = 0;
  for (std::size_t pos = 0, low = 0; pos < word.size() && low < lower_case_word.size();) {
    const char32_t c = next_character(word, pos);
    const char32_t small = next_character(lower_case_word, low);
    if (c == small && (c > 0x7F || is_letter(static_cast<char>(c)))) return false;
    letters += c == small ? 0 : 1;
  }
  return letters > 1;
}

/// A word that the lexicon does not know loses a plural, and no more.
std::string without_plural(std::string word) {
  constexpr std::size_t kShortest = 4;
  const bool plural = word.size() > kShortest && (word.back() == 's' || word.back() == 'x') &&
                      word[word.size() - 2] != 's';
  if (plural) word.pop_back();
  return word;
}

/// M. Dupont, J. Chirac: the dot behind such a word ends no sentence.
bool is_abbreviation(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kTitles{"m",  "mm", "mme", "dr", "me",
                                                           "pr", "st", "ste", "mgr"};
  return word.size() == 1 || std::ranges::find(kTitles, word) != kTitles.end();
}

/// True if a capital behind `before` (the text since the last word, `last`) need not be that of a
/// name: a sentence, a quotation or a line begins.
bool begins_sentence(std::string_view before, std::string_view last) {
  static constexpr std::string_view kSigns = "!?:\"\n(";
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (kSigns.find(before[i]) != std::string_view::npos) return true;
    if (before[i] == '.' && !is_abbreviation(last)) return true;
    const std::string_view rest = before.substr(i);
    for (const std::string_view sign : {"…", "«", "“", "”", "–", "—", "•"}) {
      if (rest.starts_with(sign)) return true;
    }
  }
  return false;
}

/// True if an elided article stands there: its capital is that of the sentence (L'Europe).
bool is_elided(std::string_view before) { return before.ends_with('\'') || before.ends_with("’"); }

}  // namespace

struct Analyzer::Impl {
  lexicon::Lexicon lexicon;
  FormCache forms;

  /// A word read and not yet looked up.
  struct Word {
    RawWord raw;
    std::uint32_t hash;
  };
  std::vector<Word> words;
  std::deque<std::string> joined;  ///< spellings of those of which some bytes are left out

  Form made;  ///< the last one that was not known

  /// Fills `words` with the next ones of `text`; false at its end. What the cache holds of each is
  /// fetched meanwhile: looking a word up at once would wait for memory twice.
  bool read_words(std::string_view text, Tokenizer& tokenizer) {
    constexpr std::size_t kMost = 64;
    words.clear();
    joined.clear();
    for (RawWord word; words.size() < kMost && tokenizer.next(word);) {
      if (word.spelling.data() != text.data() + word.begin) {
        word.spelling = joined.emplace_back(word.spelling);
      }
      words.push_back({word, FormCache::hash_of(word.spelling)});
      forms.prefetch_place(words.back().hash);
    }
    for (const Word& word : words) forms.prefetch_word(word.hash);
    return !words.empty();
  }

  /// Valid until the next call.
  FormView form_of(const Word& word) {
    constexpr std::size_t kLongestRemembered = 255;
    const std::string_view spelling = word.raw.spelling;
    if (const auto known = forms.find(spelling, word.hash)) return *known;
    made = make_form(spelling);
    if (spelling.size() <= kLongestRemembered) forms.add(spelling, word.hash, made);
    return {made.exact, made.stem, made.flags};
  }

  Form make_form(std::string_view spelling) const {
    Form form;
    const std::string lower(cut(lower_case(spelling)));
    form.exact = cut(fold(lower));
    if (first_character(spelling) != first_character(lower)) form.flags |= Form::kCapitalised;
    if (is_in_capitals(spelling, lower)) form.flags |= Form::kCapitals;
    if (is_stop_word(lower)) form.flags |= Form::kStopWord;
    if (is_stop_word(lower) || has_digit(form.exact)) {
      form.stem = form.exact;
      form.flags |= Form::kKnown | Form::kWord;
      return form;
    }
    lexicon::Readings readings = lexicon.find(lower, form.exact);
    const bool known = !readings.word.empty() || readings.is_name;
    if (known && !readings.accents_missing) form.flags |= Form::kKnown;
    if (!readings.word.empty()) form.flags |= Form::kWord;
    if (readings.inflected) form.flags |= Form::kInflected;
    if (readings.is_name) form.flags |= Form::kName;
    if (readings.is_first_name) form.flags |= Form::kFirstName;
    form.stem = readings.word.empty() ? without_plural(form.exact) : std::move(readings.word);
    if (is_stop_word(form.stem)) form.stem += kNotStopWord;
    return form;
  }

  /// Fills a token but for its stem.
  static void fill(Token& token, const RawWord& raw, const FormView& form, std::size_t position) {
    token.exact = form.exact;
    token.also.clear();
    token.begin = static_cast<std::uint32_t>(raw.begin);
    token.end = static_cast<std::uint32_t>(raw.end);
    token.position = static_cast<std::uint32_t>(position);
    token.stop_word = form.is(Form::kStopWord);
    token.capitalised = form.is(Form::kCapitalised);
    token.in_lexicon = form.is(Form::kKnown);
  }

  /// What the lexicon knows as a name; a capital makes one of what it does not know at all.
  static bool may_be_name(const FormView& form) {
    if (form.is(Form::kStopWord)) return false;
    if (!form.is(Form::kWord)) return form.is(Form::kCapitalised) || form.is(Form::kName);
    return form.is(Form::kCapitalised) && form.is(Form::kName);
  }
};

Analyzer::Analyzer() : impl_(std::make_unique<Impl>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::vector<Token> Analyzer::analyze(std::string_view text) {
  std::vector<Token> tokens;
  analyze(text, tokens);
  return tokens;
}

void Analyzer::analyze(std::string_view text, std::vector<Token>& tokens) {
  Tokenizer tokenizer(text);
  std::size_t count = 0;
  std::size_t end = 0;   // of the last word
  bool surname = false;  // this word may be one: the last one is a first name
  bool pending = false;  // this word may tell whether the last one is a name
  while (impl_->read_words(text, tokenizer)) {
    for (const auto& word : impl_->words) {
      const FormView form = impl_->form_of(word);
      if (form.exact.empty()) continue;
      if (count == tokens.size()) tokens.emplace_back();
      Token& token = tokens[count];
      Impl::fill(token, word.raw, form, count + 1);
      token.stem = form.stem;
      if (pending) {
        // Pierre Dupont, Marine Le Pen, Jean-Luc.
        const bool side_by_side = token.begin == end + 1 && (text[end] == ' ' || text[end] == '-');
        if (token.capitalised && side_by_side) {
          tokens[count - 1].stem = tokens[count - 1].also;
          tokens[count - 1].also.clear();
        }
        pending = false;
      }
      if (Impl::may_be_name(form)) {
        const std::string_view last = count == 0 ? std::string_view() : tokens[count - 1].exact;
        const std::string_view before = text.substr(end, token.begin - end);
        const bool begins = (count == 0 || begins_sentence(before, last)) && !is_elided(before);
        const bool certain = !begins && !form.is(Form::kCapitals);
        if (!form.is(Form::kWord) || form.is(Form::kInflected) || certain) {
          token.stem = lexicon::name_term(form.exact);
        } else {
          token.also = lexicon::name_term(form.exact);
          pending = !form.is(Form::kCapitals);
        }
      }
      const bool after_space = token.begin == end + 1 && text[end] == ' ';
      if (surname && after_space && token.capitalised && !form.is(Form::kCapitals) &&
          !form.is(Form::kName) && !token.stop_word) {
        // Ségolène Royal: as a name the lexicon may not know it.
        token.stem = lexicon::name_term(form.exact);
      }
      surname = token.capitalised && form.is(Form::kFirstName);
      end = token.end;
      ++count;
    }
  }
  tokens.resize(count);
}

std::vector<Token> Analyzer::analyze_query(std::string_view text, bool begins) {
  std::vector<Token> tokens;
  Tokenizer tokenizer(text);
  while (impl_->read_words(text, tokenizer)) {
    for (const auto& word : impl_->words) {
      const FormView form = impl_->form_of(word);
      if (form.exact.empty()) continue;
      Token& token = tokens.emplace_back();
      Impl::fill(token, word.raw, form, tokens.size());
      token.stem = form.stem;
      if (form.is(Form::kStopWord) || !form.is(Form::kName)) continue;
      const bool sentence = begins && tokens.size() == 1 && !form.is(Form::kInflected);
      const bool certain = form.is(Form::kCapitalised) && !form.is(Form::kCapitals) && !sentence;
      if (!form.is(Form::kWord) || certain) {
        token.stem = lexicon::name_term(form.exact);
      } else {
        token.also = lexicon::name_term(form.exact);
      }
    }
  }
  return tokens;
}

bool is_name(std::string_view stem) noexcept {
  return !stem.empty() && stem.front() >= 'A' && stem.front() <= 'Z';
}

std::string analyzer_version() { return fmt::format("2-{}", lexicon::version()); }

}  // namespace kiosque::text
