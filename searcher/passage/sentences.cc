#include "searcher/passage/sentences.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>

#include "common/base/ascii.h"
#include "common/base/utf8.h"

namespace kiosque::passage {
namespace {

/// Followed by a name, a number or more of the sentence. Lower case, as it is looked up.
constexpr std::string_view kAbbreviations[] = {
    "adj",  "al",    "ap",   "apr",  "arr",   "art",  "av",   "ave",  "bd",   "boul", "bt",
    "c",    "cap",   "capt", "cf",   "ch",    "chap", "cie",  "col",  "coll", "dec",  "dir",
    "dr",   "déc",   "env",  "ex",   "fam",   "fig",  "févr", "fév",  "gal",  "gén",  "hab",
    "ibid", "inc",   "janv", "jr",   "juil",  "lt",   "m",    "max",  "me",   "mgr",  "min",
    "mlle", "mlles", "mm",   "mme",  "mmes",  "mr",   "mrs",  "mt",   "no",   "nov",  "nº",
    "n°",   "oct",   "op",   "p",    "pp",    "pr",   "prof", "quot", "réf",  "sgt",  "sept",
    "st",   "ste",   "sté",  "suiv", "suppl", "tél",  "vol",  "vs",   "éd",   "édit",
};

bool is_blank(char32_t c) noexcept {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\u00A0' || c == U'\u202F' ||
         c == U'\u2009';
}

bool is_closing(char32_t c) noexcept {
  return c == U'»' || c == U'"' || c == U'”' || c == U')' || c == U']' || c == U'’' || c == U'›';
}

bool is_opening(char32_t c) noexcept {
  return c == U'«' || c == U'"' || c == U'“' || c == U'(' || c == U'[' || c == U'‹' || c == U'—' ||
         c == U'–' || c == U'-' || c == U'•' || c == U'‘';
}

bool is_letter(char32_t c) noexcept { return u_isalpha(static_cast<UChar32>(c)); }
bool is_upper(char32_t c) noexcept { return u_isupper(static_cast<UChar32>(c)); }

/// The character that ends at `end`, and where it begins.
char32_t character_before(std::string_view text, std::size_t& end) noexcept {
  do {
    --end;
  } while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80);
  std::size_t pos = end;
  return next_character(text, pos);
}

/// The letters that stand right before `end`: of "chez M" the M.
std::string_view word_before(std::string_view text, std::size_t end) noexcept {
  std::size_t begin = end;
  while (begin > 0) {
    std::size_t previous = begin;
    const char32_t c = character_before(text, previous);
    if (!is_letter(c) && c != U'°' && c != U'º') break;
    begin = previous;
  }
  return text.substr(begin, end - begin);
}

bool is_abbreviation(std::string_view word) {
  std::string lower;
  for (std::size_t pos = 0; pos < word.size();) {
    const auto c = static_cast<UChar32>(next_character(word, pos));
    append_utf8(lower, static_cast<char32_t>(u_tolower(c)));
  }
  return std::find(std::begin(kAbbreviations), std::end(kAbbreviations), lower) !=
         std::end(kAbbreviations);
}

/// True if the full stop at `stop` belongs to the word before it. `next`: what follows.
bool stop_belongs_to_word(std::string_view text, std::size_t stop) {
  const std::string_view word = word_before(text, stop);
  if (word.empty()) return false;
  std::size_t first = 0;
  const char32_t initial = next_character(word, first);
  const bool one_letter = first == word.size();
  return (one_letter && is_upper(initial)) || is_abbreviation(word);
}

class Splitter {
 public:
  Splitter(std::string_view text, std::size_t begin, std::size_t end, bool divide_quotations)
      : text_(text.substr(0, end)), pos_(begin), divide_quotations_(divide_quotations) {}

  std::vector<Span> run() {
    skip_blanks();
    begin_ = pos_;
    while (pos_ < text_.size()) {
      const std::size_t here = pos_;
      const char32_t c = next_character(text_, pos_);
      if (c == U'«') {
        ++depth_;
      } else if (c == U'»') {
        depth_ = depth_ > 0 ? depth_ - 1 : 0;
      } else if (c == U'.' || c == U'!' || c == U'?' || c == U'…') {
        end_sentence(here, c);
      }
    }
    push(text_.size());
    return std::move(sentences_);
  }

 private:
  void skip_blanks() {
    while (pos_ < text_.size()) {
      std::size_t next = pos_;
      if (!is_blank(next_character(text_, next))) return;
      pos_ = next;
    }
  }

  /// Looks at what follows a mark that may end a sentence: more marks, closing quotes, a blank, and
  /// the beginning of another sentence.
  void end_sentence(std::size_t mark, char32_t first) {
    bool alone = true;
    std::size_t depth = depth_;
    std::size_t end = pos_;
    std::size_t scan = pos_;
    bool blank = false;
    char32_t next = 0;
    while (scan < text_.size()) {
      std::size_t after = scan;
      next = next_character(text_, after);
      if (next == U'.' || next == U'!' || next == U'?' || next == U'…') {
        alone = false;
        if (blank) return;  // « Vraiment ? ! »: the next mark decides
      } else if (is_closing(next) && !(blank && next == U'"')) {
        if (next == U'»') depth = depth > 0 ? depth - 1 : 0;
        blank = false;
      } else if (is_blank(next)) {
        blank = true;
        scan = after;
        continue;
      } else {
        break;
      }
      end = scan = after;
    }
    if (scan >= text_.size() || !blank) return;
    const bool begins = is_upper(next) || is_opening(next) || u_isdigit(static_cast<UChar32>(next));
    const bool in_word =
        first == U'.' && alone && end == mark + 1 && stop_belongs_to_word(text_, mark);
    if (!begins || in_word || (depth > 0 && !divide_quotations_)) return;
    depth_ = depth;
    push(end);
    pos_ = begin_ = scan;
  }

  void push(std::size_t end) {
    while (end > begin_) {
      std::size_t before = end;
      if (!is_blank(character_before(text_, before))) break;
      end = before;
    }
    if (end > begin_) {
      sentences_.push_back({static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end)});
    }
  }

  std::string_view text_;
  std::size_t pos_;
  std::size_t begin_ = 0;
  std::size_t depth_ = 0;
  bool divide_quotations_;
  std::vector<Span> sentences_;
};

}  // namespace

std::vector<Span> split_sentences(std::string_view paragraph) {
  std::vector<Span> sentences;
  for (const Span& sentence : Splitter(paragraph, 0, paragraph.size(), false).run()) {
    if (sentence.end - sentence.begin <= kLongQuotation) {
      sentences.push_back(sentence);
      continue;
    }
    for (const Span& part : Splitter(paragraph, sentence.begin, sentence.end, true).run()) {
      sentences.push_back(part);
    }
  }
  return sentences;
}

std::vector<std::uint32_t> cut_points(std::string_view paragraph, std::uint32_t begin,
                                      std::uint32_t end) {
  std::vector<std::uint32_t> breaks{begin};
  const std::string_view text = paragraph.substr(0, end);
  std::uint32_t quotation_end = 0;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (text.substr(i).starts_with("«")) {
      constexpr std::size_t kShortQuotation = 120;
      const std::size_t close = text.find("»", i);
      if (close != std::string_view::npos && close - i <= kShortQuotation) {
        quotation_end = static_cast<std::uint32_t>(close);
      }
    }
    if (text[i] != ' ' || i < quotation_end || i + 1 == end) continue;
    const std::string_view next = text.substr(i + 1);
    constexpr std::string_view kBound[] = {"»", ":", ";", "!", "?", "%", "€", "–", "—"};
    const bool bound = std::any_of(std::begin(kBound), std::end(kBound),
                                   [&](std::string_view m) { return next.starts_with(m); });
    const std::string_view before = text.substr(0, i);
    const bool binds = before.ends_with("«") || before.ends_with("n°") ||
                       (i > 0 && is_digit(before.back()) && is_digit(next.front()));
    if (!bound && !binds) breaks.push_back(i + 1);
  }
  breaks.push_back(end);
  return breaks;
}

std::uint32_t trimmed_end(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  while (end > begin && (text[end - 1] == ' ' || text[end - 1] == ',' || text[end - 1] == ';')) {
    --end;
  }
  return end;
}

}  // namespace kiosque::passage
