#pragma once
// Compiles a dictionary of hunspell into the table of a lexicon, when the project is built.
//
// In: the text of an .aff and a .dic file of French, and of lemmas.txt. Out: the bytes of a table
// (common/lexicon/table.h).
// Main functions: compile, expand.
// Open to no other room: main.cc here is a program of its own.
//
// Example (tests/unit/common/lexicon/compile/example_test.cc):
//   const auto forms = expand("SFX S. Y 1\nSFX S. 0 s [^sx]\n", "1\narme/S.() po:nom\n");
//   ASSERT_EQ(forms.size(), 1u);
//   EXPECT_EQ(forms[0].form, "armes");
//   EXPECT_EQ(forms[0].lemma, "arme");

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::lexicon::compile {

/// What a dictionary calls a word; of several lemmas of a form the one of the first kind is meant.
enum class Kind : std::uint8_t { Other, Noun, Adjective, Verb, FirstName };

/// A form of a word of the dictionary, as it is written.
struct Form {
  std::string form;
  std::string lemma;
  Kind kind = Kind::Other;  ///< of adverbs, prepositions and other words without forms: Other
};

/// All forms that the entries of `dic` have by the suffix rules of `aff` (hunspell(5): SFX, FLAG
/// long, NEEDAFFIX "()"), single words only. Prefix rules are elisions, which are none of ours.
[[nodiscard]] std::vector<Form> expand(std::string_view aff, std::string_view dic);

/// Lemmas of forms of which rules would choose another: "yeux œil" a line, "#" begins a remark. A
/// form that is its own lemma is a noun that is not joined with a verb: "voie voie".
using Exceptions = std::map<std::string, std::string>;
[[nodiscard]] Exceptions read_exceptions(std::string_view text);

/// The table of these forms.
[[nodiscard]] std::string compile(const std::vector<Form>& forms, const Exceptions& exceptions);

}  // namespace kiosque::lexicon::compile
