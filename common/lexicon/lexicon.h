#pragma once
// French words and names: what the forms of a word have in common, and what is a name.
//
// In: a word of a text, in lower case. Out: its readings: a word, which stands for its lemma, and a
// name, which stands for itself.
// Main types: Lexicon, Readings.
// Also open to other rooms: common/lexicon/table.h (the layout of the table, for the compiler).
//
// The table is compiled when the program is built, from Debian's hunspell-fr-comprehensive
// (Dicollecte, MPL-2.0), and is part of the program: it is mapped with it and read where it lies.
//
// Example (tests/unit/common/lexicon/example_test.cc):
//   const Lexicon lexicon;
//   EXPECT_EQ(lexicon.find("yeux", "yeux").word, "oeil");
//   EXPECT_TRUE(lexicon.find("kiev", "kiev").is_name);
//   EXPECT_EQ(lexicon.find("mali", "mali").word, "mali");  // a loss made in trade
//   EXPECT_TRUE(lexicon.find("mali", "mali").is_name);
//   EXPECT_TRUE(lexicon.find("xyzzy", "xyzzy").word.empty());

#include <memory>
#include <string>
#include <string_view>

namespace kiosque::lexicon {

/// What a spelling may be.
struct Readings {
  /// The lemma, folded; with its accents where another lemma folds alike. Empty: it is no word.
  std::string word;
  bool inflected = false;        ///< as a word it is no lemma: paris, of pari
  bool is_name = false;          ///< it is a name, which stands for itself: name_term()
  bool is_first_name = false;    ///< … of a person
  bool accents_missing = false;  ///< known with other accents only
};

/// A compiled lexicon. Not safe from two threads: keep one a thread.
class Lexicon {
 public:
  /// That of the program.
  Lexicon();

  /// Any other (common/lexicon/table.h), aligned to 8 bytes, which must outlive it.
  explicit Lexicon(const char* table);

  ~Lexicon();
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;

  /// The readings of a word in lower case, `folded` being the same without accents.
  [[nodiscard]] Readings find(std::string_view lower_case_word, std::string_view folded) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Changes with the content of the table: 8 hex digits.
[[nodiscard]] std::string_view version() noexcept;

/// What a name is indexed by, which no word begins like: `folded` with a capital, if it begins with
/// a letter of ASCII.
[[nodiscard]] std::string name_term(std::string_view folded);

}  // namespace kiosque::lexicon
