#include "common/text/analyzer.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <deque>
#include <utility>

#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "common/text/stemmer.h"
#include "common/text/stop_words.h"
#include "common/text/tokenizer.h"

namespace kiosque {
namespace {

/// Longer words are cut: no word of a language, but what somebody may paste.
constexpr std::size_t kLongestWordBytes = 64;
/// Words remembered; news use some 300,000 spellings, the commonest tenth of which are most of it.
constexpr std::size_t kCacheWords = 1u << 16;

/// Tells the stem of tué, tuer … from the stop word "tu", that of Léa from "le".
constexpr char kNotStopWord = '\'';

/// What is known of a spelling, whatever text it stands in.
struct Form {
  std::string exact;
  std::string stem;
  bool stop_word = false;
  bool capitalised = false;
};

/// Spellings -> forms, of the first kCacheWords. Looking words up is half of what analysis takes,
/// and waiting for memory is most of that: an open table of 16 bytes an entry beside the forms in
/// one piece, where the standard map follows pointers.
class FormCache {
 public:
  /// The form of `spelling`, or nullptr.
  [[nodiscard]] const Form* find(std::string_view spelling) const {
    const std::uint64_t hash = XXH3_64bits(spelling.data(), spelling.size());
    for (std::size_t i = hash;; ++i) {
      const Place& place = places_[i & (places_.size() - 1)];
      if (place.entry == 0) return nullptr;
      const Entry& entry = entries_[place.entry - 1];
      if (place.hash == hash && entry.spelling == spelling) return &entry.form;
    }
  }

  /// REQUIRES: find() does not know `spelling`.
  const Form& add(std::string_view spelling, Form form) {
    if (entries_.size() == kCacheWords) {
      entries_.clear();
      std::fill(places_.begin(), places_.end(), Place{});
    }
    entries_.push_back({std::string(spelling), std::move(form)});
    if (entries_.size() * 2 > places_.size()) {
      const std::vector<Place> old = std::exchange(places_, std::vector<Place>(places_.size() * 2));
      for (const Place& place : old) {
        if (place.entry != 0) put(place);
      }
    }
    put({XXH3_64bits(spelling.data(), spelling.size()),
         static_cast<std::uint32_t>(entries_.size())});
    return entries_.back().form;
  }

 private:
  struct Place {
    std::uint64_t hash = 0;
    std::uint32_t entry = 0;  ///< its number from 1; 0: free
  };
  struct Entry {
    std::string spelling;
    Form form;
  };

  void put(const Place& place) {
    std::size_t i = place.hash & (places_.size() - 1);
    while (places_[i].entry != 0) i = (i + 1) & (places_.size() - 1);
    places_[i] = place;
  }

  std::vector<Place> places_ = std::vector<Place>(1u << 10);  ///< a power of two, half full at most
  std::deque<Entry> entries_;
};

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

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

  const Form& form_of(std::string_view spelling) {
    if (const Form* known = forms.find(spelling)) return *known;
    return forms.add(spelling, make_form(spelling));
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
  for (RawWord word; tokenizer.next(word);) {
    const Form& form = impl_->form_of(word.spelling);
    if (form.exact.empty()) continue;
    if (count == tokens.size()) tokens.emplace_back();
    Token& token = tokens[count++];
    token.exact = form.exact;
    token.stem = form.stem;
    token.begin = static_cast<std::uint32_t>(word.begin);
    token.end = static_cast<std::uint32_t>(word.end);
    token.position = static_cast<std::uint32_t>(count);
    token.stop_word = form.stop_word;
    token.capitalised = form.capitalised;
  }
  tokens.resize(count);
}

}  // namespace kiosque
