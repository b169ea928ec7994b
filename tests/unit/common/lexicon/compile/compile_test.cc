#include "common/lexicon/compile/compile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/lexicon/lexicon.h"
#include "common/lexicon/table.h"
#include "common/text/fold.h"

namespace kiosque::lexicon::compile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kAffixes =
    "FLAG long\n"
    "NEEDAFFIX ()\n"
    "PFX L' Y 1\n"
    "PFX L' 0 l' [aeéio]\n"
    "SFX S. Y 1\n"
    "SFX S. 0 s [^sxz]\n"
    "SFX X. Y 2\n"
    "SFX X. al aux/L' [^v]al\n"
    "SFX X. l ux [eé]al\n"
    "SFX F. Y 1\n"
    "SFX F. 0 e é\n";

/// "armes < arme" for each form of the entries.
std::vector<std::string> expanded(std::string_view entries) {
  std::vector<std::string> lines;
  for (const Form& form : expand(kAffixes, entries)) {
    lines.push_back(form.form + " < " + form.lemma);
  }
  return lines;
}

TEST(Expand, FollowsTheConditionOfARule) {
  EXPECT_THAT(expanded("arme/S. po:nom\n"), ElementsAre("armes < arme", "arme < arme"));
  EXPECT_THAT(expanded("prix/S. po:nom\n"), ElementsAre("prix < prix"));
  EXPECT_THAT(expanded("prévu/F.S. po:adj\nélevé/F. po:adj\n"),
              ElementsAre("prévus < prévu", "prévu < prévu", "élevée < élevé", "élevé < élevé"));
}

TEST(Expand, StripsBeforeItAdds) {
  EXPECT_THAT(expanded("journal/X. po:nom\n"),
              ElementsAre("journaux < journal", "journal < journal"));
  EXPECT_THAT(expanded("cheval/X. po:nom\n"), ElementsAre("cheval < cheval"));
  EXPECT_THAT(expanded("al/X. po:nom\n"), ElementsAre("al < al"));  // nothing before "al"
}

TEST(Expand, LeavesOutAnEntryThatNeedsAnAffix) {
  EXPECT_THAT(expanded("arme/S.() po:nom\n"), ElementsAre("armes < arme"));
  EXPECT_THAT(expanded("prix/() po:nom\n"), IsEmpty());
}

TEST(Expand, TakesNoElisionsAndSingleWordsOnly) {
  EXPECT_THAT(expanded("elle/L' po:propers\n"), ElementsAre("elle < elle"));
  EXPECT_THAT(expanded("4\n1er\nsaint-pierre/S.\n&\narc\r\n"), ElementsAre("arc < arc"));
}

TEST(Expand, KnowsKinds) {
  const auto kind_of_entry = [](const std::string& entry) {
    return expand(kAffixes, entry).at(0).kind;
  };

  EXPECT_EQ(kind_of_entry("porte po:nom is:fem"), Kind::Noun);
  EXPECT_EQ(kind_of_entry("vert po:adj"), Kind::Adjective);
  EXPECT_EQ(kind_of_entry("porter po:v1_it____a"), Kind::Verb);
  EXPECT_EQ(kind_of_entry("vers po:prep"), Kind::Other);
  EXPECT_EQ(kind_of_entry("vers"), Kind::Other);
}

TEST(ReadExceptions, ReadsALineEach) {
  const Exceptions expected{{"yeux", "œil"}, {"acquis", "acquérir"}};

  EXPECT_EQ(read_exceptions("# plurals\nyeux œil  # eyes\n\nacquis\tacquérir\nlonely\na b c\n"),
            expected);
}

/// What a table says of a spelling: "arme", "mali/name", "election?" if its accents are missing.
std::string compiled_reading(const std::string& table, const std::string& form) {
  const Readings readings = Lexicon(table.data()).find(form, text::fold(form));
  if (readings.word.empty() && !readings.is_name) return "unknown";
  std::string reading = readings.word;
  if (readings.is_name) reading += "/name";
  if (readings.accents_missing) reading += "?";
  return reading;
}

TEST(Compile, FoldsLemmas) {
  const std::string table = compile({{"élections", "élection", Kind::Noun}}, {});

  EXPECT_EQ(compiled_reading(table, "élections"), "election");
  EXPECT_EQ(compiled_reading(table, "élection"), "unknown");
}

TEST(Compile, ChoosesTheLemmaThatIsMeant) {
  const std::string table = compile({{"cours", "cour", Kind::Noun},
                                     {"cours", "cours", Kind::Noun},
                                     {"cours", "courir", Kind::Verb},
                                     {"porte", "porter", Kind::Verb},
                                     {"porte", "porte", Kind::Noun},
                                     {"vers", "ver", Kind::Noun},
                                     {"vers", "vers", Kind::Other}},
                                    {{"porte", "porte"}});

  EXPECT_EQ(compiled_reading(table, "porte"), "porte");
  EXPECT_EQ(compiled_reading(table, "vers"), "vers");
}

TEST(Compile, JoinsANounWithTheVerbItIsAFormOf) {
  const std::vector<Form> forms{
      {"vote", "vote", Kind::Noun},        {"votes", "vote", Kind::Noun},
      {"vote", "voter", Kind::Verb},       {"voter", "voter", Kind::Verb},
      {"grave", "grave", Kind::Adjective}, {"grave", "graver", Kind::Verb}};

  const std::string table = compile(forms, {});
  EXPECT_EQ(compiled_reading(table, "votes"), "voter");
  EXPECT_EQ(compiled_reading(table, "voter"), "voter");
  EXPECT_EQ(compiled_reading(table, "grave"), "grave");

  const std::string apart = compile(forms, {{"vote", "vote"}});
  EXPECT_EQ(compiled_reading(apart, "votes"), "vote");
  EXPECT_EQ(compiled_reading(apart, "voter"), "voter");
}

TEST(Compile, ExceptionsComeFirst) {
  const std::string table =
      compile({{"yeux", "yeux", Kind::Noun}, {"acquis", "acquis", Kind::Noun}},
              {{"yeux", "œil"}, {"cieux", "ciel"}});

  EXPECT_EQ(compiled_reading(table, "yeux"), "oeil");
  EXPECT_EQ(compiled_reading(table, "cieux"), "ciel");  // though no entry has it
  EXPECT_EQ(compiled_reading(table, "acquis"), "acquis");
}

TEST(Compile, AddsSpellingsWithoutAccentsThatAreNoWords) {
  const std::string table = compile({{"élevé", "élever", Kind::Verb},
                                     {"élève", "élève", Kind::Noun},
                                     {"cote", "cote", Kind::Noun},
                                     {"côte", "côte", Kind::Noun},
                                     {"Élysée", "Élysée", Kind::Other}},
                                    {});

  EXPECT_EQ(compiled_reading(table, "eleve"), "eleve?");  // the noun before the verb
  EXPECT_EQ(compiled_reading(table, "cote"), "cote");
  EXPECT_EQ(compiled_reading(table, "élysée"), "/name");
  EXPECT_EQ(compiled_reading(table, "elysee"), "/name?");
}

TEST(Compile, LemmasThatFoldAlikeKeepTheirAccents) {
  const std::string table = compile({{"pêches", "pêche", Kind::Noun},
                                     {"péchés", "péché", Kind::Noun},
                                     {"péchait", "pécher", Kind::Verb}},
                                    {});

  EXPECT_NE(compiled_reading(table, "pêches"), compiled_reading(table, "péchés"));
  EXPECT_EQ(compiled_reading(table, "pêches"), "pêche");
  EXPECT_EQ(compiled_reading(table, "péchait"), "pecher");
}

TEST(Compile, SpellingsOf1990AreOneLemma) {
  const std::string table = compile({{"maitres", "maitre", Kind::Noun},
                                     {"maîtres", "maître", Kind::Noun},
                                     {"évènements", "évènement", Kind::Noun},
                                     {"événements", "événement", Kind::Noun},
                                     {"murs", "mur", Kind::Noun},
                                     {"mûrs", "mûr", Kind::Noun}},
                                    {});

  EXPECT_EQ(compiled_reading(table, "maitres"), "maitre");
  EXPECT_EQ(compiled_reading(table, "maîtres"), "maitre");
  EXPECT_EQ(compiled_reading(table, "évènements"), compiled_reading(table, "événements"));
  EXPECT_EQ(compiled_reading(table, "murs"), "mur");
  EXPECT_EQ(compiled_reading(table, "mûrs"), "mûr");
}

TEST(Compile, ASpellingMayBeAWordAndAName) {
  const std::string table =
      compile({{"mali", "mali", Kind::Noun}, {"Mali", "Mali", Kind::Other}}, {});

  EXPECT_EQ(compiled_reading(table, "mali"), "mali/name");
}

TEST(Compile, VersionIsThatOfTheContent) {
  const auto version_of = [](const std::string& table) {
    return table.substr(offsetof(Header, version), sizeof Header::version);
  };
  const std::string arms = compile({{"armes", "arme", Kind::Noun}}, {});

  EXPECT_EQ(compile({{"armes", "arme", Kind::Noun}}, {}), arms);
  EXPECT_NE(version_of(compile({{"armes", "armer", Kind::Verb}}, {})), version_of(arms));
}

}  // namespace
}  // namespace kiosque::lexicon::compile
