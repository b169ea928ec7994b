#include "common/text/text.h"

#include <fmt/format.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/lexicon/lexicon.h"
#include "common/text/fold.h"
#include "common/text/stop_words.h"
#include "common/text/tokenizer.h"

namespace kiosque::text {
namespace {

/// Longer words are cut: no word of a language, but what somebody may paste.
constexpr std::size_t kLongestWordBytes = 64;
/// Words remembered, in at most 14 MB: news use some 300,000 spellings.
constexpr std::size_t kCacheWords = 1u << 18;

/// Tells the lemma maïs from the stop word "mais".
constexpr char kNotStopWord = '\'';

/// What is known of a spelling, whatever text it stands in.
struct Form {
  static constexpr int kStopWord = 1;
  static constexpr int kCapitalised = 2;
  static constexpr int kCapitals = 4;    ///< two or more, and no small letter
  static constexpr int kKnown = 8;       ///< by the lexicon, with these accents
  static constexpr int kWord = 16;       ///< … as a word
  static constexpr int kFirstName = 64;  ///< … as a name of a person
  static constexpr int kInflected = 32;  ///< … and no lemma
  std::string exact;
  std::string stem;  ///< as a word
  std::string name;  ///< as a name; empty if the lexicon knows none
  int flags = 0;
};

/// The same where it is kept.
struct FormView {
  std::string_view exact;
  std::string_view stem;
  std::string_view name;
  int flags;

  [[nodiscard]] bool is(int flag) const { return (flags & flag) != 0; }
};

/// Spellings -> forms, of the last kCacheWords or so. Looking words up is half of what analysis
/// takes, and waiting for memory is most of that: all of a word lies in one piece of some 30 bytes,
/// behind an open table of 8 bytes an entry.
class FormCache {
 public:
  static std::uint32_t hash_of(std::string_view spelling) {
    return static_cast<std::uint32_t>(XXH3_64bits(spelling.data(), spelling.size()));
  }

  /// Has the memory fetched that find() will look at first.
  void prefetch_place(std::uint32_t hash) const {
    __builtin_prefetch(&places_[hash & (places_.size() - 1)]);
  }

  /// Has the memory fetched that find() will look at next.
  void prefetch_word(std::uint32_t hash) const {
    __builtin_prefetch(words_.data() + places_[hash & (places_.size() - 1)].begin);
  }

  /// The form of `spelling`, whose hash_of() is `hash`; valid until the next add().
  [[nodiscard]] std::optional<FormView> find(std::string_view spelling, std::uint32_t hash) const {
    for (std::size_t i = hash;; ++i) {
      const Place& place = places_[i & (places_.size() - 1)];
      if (place.begin == 0) return std::nullopt;
      if (place.hash != hash) continue;
      const char* word = words_.data() + place.begin;
      const auto length = [&](int part) { return static_cast<unsigned char>(word[part]); };
      const char* text = word + kHeadBytes;
      if (spelling != std::string_view(text, length(0))) continue;
      const char* exact = text + length(0);
      const char* stem = exact + length(1);
      return FormView{
          {exact, length(1)}, {stem, length(2)}, {stem + length(2), length(3)}, word[4]};
    }
  }

  /// REQUIRES: find() does not know `spelling`; it and its forms are no longer than 255 bytes.
  void add(std::string_view spelling, std::uint32_t hash, const Form& form) {
    if (count_ == kCacheWords) {
      words_.assign(1, '\0');
      std::fill(places_.begin(), places_.end(), Place{});
      count_ = 0;
    }
    if (++count_ * 2 > places_.size()) {
      const std::vector<Place> old = std::exchange(places_, std::vector<Place>(places_.size() * 2));
      for (const Place& place : old) {
        if (place.begin != 0) put(place);
      }
    }
    put({hash, static_cast<std::uint32_t>(words_.size())});
    for (const std::size_t size :
         {spelling.size(), form.exact.size(), form.stem.size(), form.name.size()}) {
      words_ += static_cast<char>(size);
    }
    words_ += static_cast<char>(form.flags);
    words_.append(spelling).append(form.exact).append(form.stem).append(form.name);
  }

 private:
  static constexpr std::size_t kHeadBytes = 5;  ///< four lengths and the flags
  struct Place {
    std::uint32_t hash = 0;
    std::uint32_t begin = 0;  ///< in words_; 0: free
  };

  void put(const Place& place) {
    std::size_t i = place.hash & (places_.size() - 1);
    while (places_[i].begin != 0) i = (i + 1) & (places_.size() - 1);
    places_[i] = place;
  }

  std::vector<Place> places_ = std::vector<Place>(1u << 10);  ///< a power of two, half full at most
  std::string words_ = std::string(1, '\0');  ///< head, spelling, exact, stem, name of each
  std::size_t count_ = 0;
};

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
    return {made.exact, made.stem, made.name, made.flags};
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
    const bool known = !readings.word.empty() || !readings.name.empty();
    if (known && !readings.accents_missing) form.flags |= Form::kKnown;
    if (!readings.word.empty()) form.flags |= Form::kWord;
    if (readings.first_name) form.flags |= Form::kFirstName;
    if (readings.inflected) form.flags |= Form::kInflected;
    form.name = std::move(readings.name);
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
    if (!form.is(Form::kWord)) return form.is(Form::kCapitalised) || !form.name.empty();
    return form.is(Form::kCapitalised) && !form.name.empty();
  }

  static std::string name_of(const FormView& form) {
    return form.name.empty() ? lexicon::name_term(form.exact) : std::string(form.name);
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
          token.stem = Impl::name_of(form);
        } else {
          token.also = Impl::name_of(form);
          pending = !form.is(Form::kCapitals);
        }
      }
      const bool after_space = token.begin == end + 1 && text[end] == ' ';
      if (surname && after_space && token.capitalised && !form.is(Form::kCapitals) &&
          form.name.empty() && !token.stop_word) {
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
      if (form.is(Form::kStopWord) || form.name.empty()) continue;
      const bool sentence = begins && tokens.size() == 1 && !form.is(Form::kInflected);
      const bool certain = form.is(Form::kCapitalised) && !form.is(Form::kCapitals) && !sentence;
      if (!form.is(Form::kWord) || certain) {
        token.stem = form.name;
      } else {
        token.also = form.name;
      }
    }
  }
  return tokens;
}

std::string analyzer_version() { return fmt::format("2-{}", lexicon::version()); }

}  // namespace kiosque::text
