#include "common/text/acronyms.h"

#include <algorithm>
#include <array>
#include <optional>

namespace kiosque::text {
namespace {

using namespace std::string_view_literals;
using Tokens = std::span<const Token>;

constexpr std::size_t kShortest = 2;
constexpr std::size_t kLongest = 8;
/// Words of a name: each letter and the small words between.
constexpr std::size_t kMostWords = 16;
/// Ways of spelling an acronym that are tried: small words that may count or not multiply them.
constexpr int kMostSteps = 100;
constexpr std::size_t kLongestName = 150;  ///< bytes: a term must hold it

constexpr std::array kSmallWords{
    "a"sv,   "and"sv,  "au"sv,   "aux"sv, "contre"sv, "dans"sv, "de"sv,  "des"sv, "du"sv,
    "en"sv,  "et"sv,   "for"sv,  "in"sv,  "la"sv,     "le"sv,   "les"sv, "of"sv,  "on"sv,
    "par"sv, "pour"sv, "sans"sv, "sur"sv, "the"sv,    "pres"sv, "ou"sv};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is_acronym(std::string_view written, const std::string& exact) {
  const bool letters =
      std::all_of(exact.begin(), exact.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const auto capitals = std::count_if(written.begin(), written.end(), is_capital);
  return letters && exact.size() >= kShortest && exact.size() <= kLongest && capitals >= 2 &&
         static_cast<std::size_t>(capitals) * 2 >= exact.size();
}

/// Acronyms of one text.
class Finder {
 public:
  Finder(std::string_view text, Tokens tokens) : text_(text), tokens_(tokens) {}

  std::vector<AcronymMeaning> run() {
    for (std::size_t i = 1; i < tokens_.size(); ++i) {
      if (!opens_parenthesis(i)) continue;
      if (const auto first = name_before(i)) {
        add(i, *first, i);
      } else if (const auto end = name_after(i)) {
        add(i - 1, i, *end);
      }
    }
    return std::move(found_);
  }

 private:
  /// True if "(" stands right before token `i`, but for an elided article.
  [[nodiscard]] bool opens_parenthesis(std::size_t i) const {
    const std::string_view between = gap(i);
    const std::size_t open = between.rfind('(');
    return open != std::string_view::npos && between.find_first_not_of(' ') == open &&
           between.find(' ', open) == std::string_view::npos;
  }

  /// What stands between token `i` and the one before.
  [[nodiscard]] std::string_view gap(std::size_t i) const {
    return text_.substr(tokens_[i - 1].end, tokens_[i].begin - tokens_[i - 1].end);
  }

  [[nodiscard]] bool names_acronym(std::size_t i) const {
    const Token& token = tokens_[i];
    return is_acronym(text_.substr(token.begin, token.end - token.begin), token.exact);
  }

  /// The first word of the name before the acronym `i` in parentheses.
  [[nodiscard]] std::optional<std::size_t> name_before(std::size_t i) const {
    std::string_view after = text_.substr(tokens_[i].end);
    if (after.starts_with('.')) after.remove_prefix(1);
    constexpr std::string_view kCloses = "),;:";
    if (after.empty() || kCloses.find(after.front()) == std::string_view::npos) return {};
    if (!names_acronym(i)) return {};
    steps_ = 0;
    return spelled(tokens_[i].exact, i, i > kMostWords ? i - kMostWords : 0);
  }

  /// One past the last word of the name in parentheses that begins at `i`, after its acronym.
  [[nodiscard]] std::optional<std::size_t> name_after(std::size_t i) const {
    if (!names_acronym(i - 1)) return {};
    const std::size_t limit = std::min(tokens_.size(), i + kMostWords);
    for (std::size_t end = i + 1; end <= limit; ++end) {
      const std::string_view after = text_.substr(tokens_[end - 1].end);
      if (!after.starts_with(')')) continue;
      steps_ = 0;
      const auto first = spelled(tokens_[i - 1].exact, end, i);
      return first == i ? std::optional(end) : std::nullopt;
    }
    return {};
  }

  /// The first word of the name that ends before token `end` and whose initials are `letters`.
  /// Small words are rather passed over than spelled, unless they are written as a part of the name
  /// (La France insoumise).
  [[nodiscard]] std::optional<std::size_t> spelled(std::string_view letters, std::size_t end,
                                                   std::size_t least) const {
    if (letters.empty()) return begins_name(end) ? std::optional(end) : std::nullopt;
    if (end == least || ++steps_ > kMostSteps) return {};
    const std::size_t word = end - 1;
    const bool joined = word > least && joins_name(word);
    const Token& token = tokens_[word];
    const bool spells = token.exact.front() == letters.back() && (letters.size() == 1 || joined);
    const std::string_view rest = letters.substr(0, letters.size() - 1);
    const bool small = is_small_word(token.exact);
    const bool part = joined && ((small && !(token.capitalised && spells)) || is_hyphenated(word));
    if (small && part) {
      if (const auto first = spelled(letters, word, least)) return first;
    }
    if (spells) {
      if (const auto first = spelled(rest, word, least)) return first;
    }
    return part && !small ? spelled(letters, word, least) : std::nullopt;
  }

  [[nodiscard]] bool begins_name(std::size_t i) const {
    return (!is_small_word(tokens_[i].exact) || tokens_[i].capitalised) && !is_hyphenated(i);
  }

  /// True for a later part of a hyphenated word.
  [[nodiscard]] bool is_hyphenated(std::size_t i) const { return i > 0 && gap(i) == "-"; }

  /// True if token `i` and the one before are words of one name: nothing but a space, a hyphen or
  /// an elided article between them.
  [[nodiscard]] bool joins_name(std::size_t i) const {
    const std::string_view between = gap(i);
    constexpr std::string_view kParts = " -'dlDL";
    for (std::size_t at = 0; at < between.size();) {
      if (between.substr(at).starts_with("’")) {
        at += std::string_view("’").size();
      } else if (between.substr(at).starts_with("\u00A0")) {
        at += 2;
      } else if (kParts.find(between[at++]) == std::string_view::npos) {
        return false;
      }
    }
    return true;
  }

  void add(std::size_t acronym, std::size_t first, std::size_t end) {
    // Two letters are initials of any two words: of a name only if it is written as one.
    const std::string& letters = tokens_[acronym].exact;
    if (letters.size() == 2 && !tokens_[first].capitalised) return;
    const std::size_t begin = tokens_[first].begin;
    const std::string_view name = text_.substr(begin, tokens_[end - 1].end - begin);
    if (name.size() > kLongestName || end - first < 2) return;
    AcronymMeaning meaning{letters, std::string(name)};
    if (std::find(found_.begin(), found_.end(), meaning) == found_.end()) {
      found_.push_back(std::move(meaning));
    }
  }

  std::string_view text_;
  Tokens tokens_;
  std::vector<AcronymMeaning> found_;
  mutable int steps_ = 0;  ///< taken for one acronym
};

}  // namespace

bool is_small_word(std::string_view exact) noexcept {
  return std::find(kSmallWords.begin(), kSmallWords.end(), exact) != kSmallWords.end();
}

std::vector<AcronymMeaning> find_acronyms(std::string_view text, Tokens tokens) {
  if (text.find('(') == std::string_view::npos) return {};
  return Finder(text, tokens).run();
}

std::vector<std::string> possible_acronyms(Tokens name) {
  if (name.size() < kShortest || name.size() > kMostWords) return {};
  if (is_small_word(name.front().exact) || is_small_word(name.back().exact)) return {};
  std::string main;
  std::string all;
  for (const Token& token : name) {
    const char initial = token.exact.front();
    if (initial < 'a' || initial > 'z') return {};
    all += initial;
    if (!is_small_word(token.exact)) main += initial;
  }
  std::vector<std::string> acronyms;
  if (main.size() >= kShortest && main.size() <= kLongest) acronyms.push_back(main);
  if (all != main && all.size() <= kLongest) acronyms.push_back(all);
  return acronyms;
}

}  // namespace kiosque::text
