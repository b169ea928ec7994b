#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kiosque::text {

/// A word found in a text, before it is folded and looked up.
struct RawWord {
  std::size_t begin = 0;      ///< first byte, after an elided article
  std::size_t end = 0;        ///< one past the last byte
  std::string_view spelling;  ///< its letters and digits, in the case of the text; valid until the
                              ///< next call, or as long as the text
};

/// Splits text into words, one at a time:
///
///   l'armée            armée             (elision, see elision.h; any apostrophe)
///   Seine-Saint-Denis  Seine, Saint, Denis
///   A.N.P.E.           ANPE              H&M       H&M
///   10 000, 10.000     10000             (also with no-break spaces)
///   49.3, 3,5          49.3, 3.5         20h30     20h30
///   député·e·s         député            (also député.e.s, député(e)s, député-e-s)
///   #retraites         retraites         soft hyphens and joiners vanish
///
/// Ideographs and kana are words of one character. Ill-formed UTF-8 separates words.
class Tokenizer {
 public:
  /// `text` must outlive the tokenizer.
  explicit Tokenizer(std::string_view text) : text_(text) {}

  /// Moves to the next word; false at the end of the text.
  [[nodiscard]] bool next(RawWord& word);

 private:
  [[nodiscard]] bool skip_to_word();
  [[nodiscard]] bool join(RawWord& word);
  [[nodiscard]] bool join_apostrophe(RawWord& word, std::size_t after);
  [[nodiscard]] bool join_dot(const RawWord& word);
  [[nodiscard]] bool join_number(const RawWord& word, bool is_space);
  [[nodiscard]] bool join_ampersand(const RawWord& word);
  [[nodiscard]] std::size_t inclusive_ending(const RawWord& word) const;
  void leave_out(const RawWord& word, std::size_t next, std::string_view instead = {});
  [[nodiscard]] bool is_word_end(std::size_t pos) const;

  std::string_view text_;
  std::size_t pos_ = 0;      ///< behind what was read
  std::string joined_;       ///< spelling of a word of which some bytes are left out
  std::size_t copied_ = 0;   ///< what of the text is in `joined_`
  bool is_joined_ = false;   ///< the word is spelled in `joined_`, not as in the text
  std::size_t letters_ = 0;  ///< bytes of the word's present part: since its last dot or space
};

}  // namespace kiosque::text
