#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/word_forms.h"
#include "common/text/text.h"

namespace kiosque::meaning {

/// What the compiler of a query asks of an index; tests hold a small one in memory.
class Vocabulary {
 public:
  virtual ~Vocabulary() = default;

  /// Number of articles, and of those that have `term`.
  [[nodiscard]] virtual std::size_t articles() const = 0;
  [[nodiscard]] virtual std::size_t frequency(const std::string& term) const = 0;

  /// The stems of which `form` (folded) is a form in some article.
  [[nodiscard]] virtual std::vector<std::string> stems(const std::string& form) const = 0;

  struct Expansion {
    std::vector<std::string> terms;  ///< most frequent first
    bool complete = true;            ///< false: there are more
  };

  /// The most frequent terms that begin with `prefix`, at most `limit`.
  [[nodiscard]] virtual Expansion expand(const std::string& prefix, std::size_t limit) const = 0;

  struct FormExpansion {
    struct Word {
      std::string stem;
      std::vector<std::string> forms;  ///< those that begin with the letters
      bool all_forms = false;          ///< every form of the stem does
    };
    std::vector<Word> words;  ///< most frequent first
    bool complete = true;     ///< false: there are more
  };

  /// The most frequent words of which a form begins with `letters` (folded), at most `limit`.
  [[nodiscard]] virtual FormExpansion expand_forms(const std::string& letters,
                                                   std::size_t limit) const = 0;
};

/// The vocabulary of an open database. Throws what Xapian throws: to be used within
/// index::Reader::read.
class IndexVocabulary final : public Vocabulary {
 public:
  IndexVocabulary(Xapian::Database database, index::WordForms forms)
      : database_(std::move(database)), forms_(std::move(forms)) {}

  [[nodiscard]] std::size_t articles() const override;
  [[nodiscard]] std::size_t frequency(const std::string& term) const override;
  [[nodiscard]] std::vector<std::string> stems(const std::string& form) const override;
  [[nodiscard]] Expansion expand(const std::string& prefix, std::size_t limit) const override;
  [[nodiscard]] FormExpansion expand_forms(const std::string& letters,
                                           std::size_t limit) const override;

 private:
  Xapian::Database database_;
  index::WordForms forms_;
};

/// Where accents are left out or wrong the analyser may give another stem than articles have
/// (`frontiere`, for `frontière`): such a token of `text` gets the stem under which the index holds
/// its form.
void take_stems_of_index(std::vector<text::Token>& tokens, std::string_view text,
                         const Vocabulary& vocabulary);

}  // namespace kiosque::meaning
