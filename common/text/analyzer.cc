#include "common/text/analyzer.h"

#include <algorithm>
#include <unordered_map>

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

/// Hash and equality that look a view up without making a string of it.
struct ViewHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept {
    return std::hash<std::string_view>{}(text);
  }
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
  std::unordered_map<std::string, Form, ViewHash, std::equal_to<>> forms;

  const Form& form_of(std::string_view spelling) {
    if (const auto known = forms.find(spelling); known != forms.end()) return known->second;
    if (forms.size() >= kCacheWords) forms.clear();
    return forms.emplace(spelling, make_form(spelling)).first->second;
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
