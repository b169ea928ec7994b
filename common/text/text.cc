#include "common/text/text.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "common/text/stemmer.h"
#include "common/text/stop_words.h"
#include "common/text/tokenizer.h"

namespace kiosque::text {
namespace {

/// Longer words are cut: no word of a language, but what somebody may paste.
constexpr std::size_t kLongestWordBytes = 64;
/// Words remembered, in at most 12 MB: news use some 300,000 spellings.
constexpr std::size_t kCacheWords = 1u << 18;

/// Tells the stem of tué, tuer … from the stop word "tu", that of Léa from "le".
constexpr char kNotStopWord = '\'';

/// What is known of a spelling, whatever text it stands in.
struct Form {
  std::string exact;
  std::string stem;
  bool stop_word = false;
  bool capitalised = false;
};

/// The same where it is kept.
struct FormView {
  std::string_view exact;
  std::string_view stem;
  bool stop_word;
  bool capitalised;
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
      return FormView{{exact, length(1)},
                      {exact + length(1), length(2)},
                      (word[3] & kStopWord) != 0,
                      (word[3] & kCapitalised) != 0};
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
    for (const std::size_t size : {spelling.size(), form.exact.size(), form.stem.size()}) {
      words_ += static_cast<char>(size);
    }
    words_ +=
        static_cast<char>((form.stop_word ? kStopWord : 0) | (form.capitalised ? kCapitalised : 0));
    words_.append(spelling).append(form.exact).append(form.stem);
  }

 private:
  static constexpr std::size_t kHeadBytes = 4;  ///< three lengths and these flags
  static constexpr int kStopWord = 1;
  static constexpr int kCapitalised = 2;
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
  std::string words_ = std::string(1, '\0');  ///< head, spelling, exact, stem of one after another
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

}  // namespace

struct Analyzer::Impl {
  Stemmer stemmer;
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
    return {made.exact, made.stem, made.stop_word, made.capitalised};
  }

  Form make_form(std::string_view spelling) const {
    Form form;
    const std::string lower(cut(lower_case(spelling)));
    form.exact = cut(fold(lower));
    form.stop_word = is_stop_word(lower);
    form.capitalised = first_character(spelling) != first_character(lower);
    if (form.stop_word || has_digit(form.exact)) {
      form.stem = form.exact;
      return form;
    }
    form.stem = cut(stemmer.stem(lower));
    if (is_stop_word(form.stem)) form.stem += kNotStopWord;
    return form;
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
  while (impl_->read_words(text, tokenizer)) {
    for (const auto& word : impl_->words) {
      const FormView form = impl_->form_of(word);
      if (form.exact.empty()) continue;
      if (count == tokens.size()) tokens.emplace_back();
      Token& token = tokens[count++];
      token.exact = form.exact;
      token.stem = form.stem;
      token.begin = static_cast<std::uint32_t>(word.raw.begin);
      token.end = static_cast<std::uint32_t>(word.raw.end);
      token.position = static_cast<std::uint32_t>(count);
      token.stop_word = form.stop_word;
      token.capitalised = form.capitalised;
    }
  }
  tokens.resize(count);
}

}  // namespace kiosque::text
