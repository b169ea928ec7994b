#pragma once

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kiosque::text {

/// What is known of a spelling, whatever text it stands in.
struct Form {
  static constexpr int kStopWord = 1;
  static constexpr int kCapitalised = 2;
  static constexpr int kCapitals = 4;     ///< two or more, and no small letter
  static constexpr int kKnown = 8;        ///< by the lexicon, with these accents
  static constexpr int kWord = 16;        ///< … as a word
  static constexpr int kInflected = 32;   ///< … and no lemma
  static constexpr int kName = 64;        ///< by the lexicon, as a name
  static constexpr int kFirstName = 128;  ///< … of a person
  std::string exact;
  std::string stem;  ///< as a word
  int flags = 0;
};

/// The same where it is kept.
struct FormView {
  std::string_view exact;
  std::string_view stem;
  int flags;

  [[nodiscard]] bool is(int flag) const { return (flags & flag) != 0; }
};

/// Spellings -> forms, of the last kMostWords or so. Looking words up is half of what analysis
/// takes, and waiting for memory is most of that: all of a word lies in one piece of some 30 bytes,
/// behind an open table of 8 bytes an entry.
class FormCache {
 public:
  /// Words remembered, in at most 12 MB: news use some 300,000 spellings.
  static constexpr std::size_t kMostWords = 1u << 18;

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
      return FormView{{exact, length(1)}, {exact + length(1), length(2)}, length(3)};
    }
  }

  /// REQUIRES: find() does not know `spelling`; it and its forms are no longer than 255 bytes.
  void add(std::string_view spelling, std::uint32_t hash, const Form& form) {
    if (count_ == kMostWords) {
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
    words_ += static_cast<char>(form.flags);
    words_.append(spelling).append(form.exact).append(form.stem);
  }

 private:
  static constexpr std::size_t kHeadBytes = 4;  ///< three lengths and the flags
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
  std::string words_ = std::string(1, '\0');  ///< head, spelling, exact, stem of each
  std::size_t count_ = 0;
};

}  // namespace kiosque::text
