#include "indexer/extract/text/class_words.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base/ascii.h"

namespace kiosque::extract::text {
namespace {

constexpr std::size_t kLongestWord = 40;

/// Adds what one word says. The first zone counts, but a word for what is hidden beats all.
void apply(const ClassHints& said, ClassHints& hints) {
  if (hints.zone == Zone::Content || said.zone == Zone::Invisible) hints.zone = said.zone;
  hints.body = hints.body || said.body;
  hints.main = hints.main || said.main;
  hints.standfirst = hints.standfirst || said.standfirst;
}

/// The table as it is looked up: whole words by hash, beginnings by their first letter.
struct Table {
  struct Beginning {
    std::string_view letters;
    ClassHints hints;
  };
  std::unordered_map<std::string_view, ClassHints> words;
  std::array<std::vector<Beginning>, 26> beginnings;  ///< the longest first

  Table() {
    for (const ClassWord& entry : class_words()) {
      std::string_view word = entry.word;
      if (word.ends_with('*')) {
        word.remove_suffix(1);
        beginnings[static_cast<std::size_t>(word.front() - 'a')].push_back({word, entry.hints});
      }
      words.emplace(word, entry.hints);
    }
    for (auto& same_letter : beginnings) {
      std::ranges::stable_sort(same_letter, std::greater(),
                               [](const Beginning& one) { return one.letters.size(); });
    }
  }
};

const Table& table() {
  static const Table kTable;
  return kTable;
}

/// The entry that is `word`, else the longest that begins it. REQUIRES: lower-case letters.
void look_up(std::string_view word, ClassHints& hints) {
  if (word.size() > kLongestWord) word = word.substr(0, kLongestWord);
  if (const auto whole = table().words.find(word); whole != table().words.end()) {
    return apply(whole->second, hints);
  }
  for (const auto& [letters, said] :
       table().beginnings[static_cast<std::size_t>(word.front() - 'a')]) {
    if (word.starts_with(letters)) return apply(said, hints);
  }
}

bool is_upper(char c) { return c != lower(c); }

ClassHints read_words(std::string_view attribute) {
  ClassHints hints;
  std::string previous;
  std::string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    look_up(word, hints);
    if (!previous.empty()) look_up(previous + word, hints);
    previous = std::move(word);
    word.clear();
  };
  for (std::size_t i = 0; i < attribute.size(); ++i) {
    const char c = attribute[i];
    const bool hump =
        is_upper(c) && i > 0 && is_letter(attribute[i - 1]) && !is_upper(attribute[i - 1]);
    if (hump || !is_letter(c)) end_word();
    if (is_letter(c)) word += lower(c);
    if (c == ' ') previous.clear();
  }
  end_word();
  return hints;
}

struct ViewHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept {
    return std::hash<std::string_view>{}(text);
  }
};

}  // namespace

ClassHints read_class(std::string_view attribute) {
  // Pages of one site have the same few hundred classes.
  constexpr std::size_t kMostRemembered = 8192;
  constexpr std::size_t kLongestRemembered = 200;
  thread_local std::unordered_map<std::string, ClassHints, ViewHash, std::equal_to<>> remembered;
  if (attribute.empty()) return {};
  if (attribute.size() > kLongestRemembered) return read_words(attribute);
  const auto known = remembered.find(attribute);
  if (known != remembered.end()) return known->second;
  if (remembered.size() == kMostRemembered) remembered.clear();
  return remembered.emplace(attribute, read_words(attribute)).first->second;
}

}  // namespace kiosque::extract::text
