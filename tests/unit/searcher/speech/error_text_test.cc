#include "searcher/speech/error_text.h"

#include <gtest/gtest.h>

#include <string>

namespace kiosque::speech {
namespace {

Error of_kind(ErrorKind kind) {
  return {ErrorCode::Io, "in English", "a hint", kind, {"eins", "zwei", "drei", "vier", "fünf"}};
}

TEST(ErrorText, IsAsItWasMadeInEnglish) {
  const Error error = in_language(of_kind(ErrorKind::NotAnIndex), Language::English);

  EXPECT_EQ(error.message, "in English");
  EXPECT_EQ(error.hint, "a hint");
}

TEST(ErrorText, EveryKindHasItsFrench) {
  for (int i = 1; i < static_cast<int>(ErrorKind::kCount); ++i) {
    const Error french = in_language(of_kind(ErrorKind{i}), Language::French);

    for (const std::string& text : {french.message, french.hint}) {
      EXPECT_FALSE(text.empty()) << i;
      EXPECT_EQ(text.find("English"), text.npos) << i;
      EXPECT_EQ(text.find("{"), text.npos) << text;
      for (const char* wrong : {" :", " ;", " !", " ?", "« ", " »", "n't", "'"}) {
        EXPECT_EQ(text.find(wrong), text.npos) << text;
      }
    }
  }
}

TEST(ErrorText, SaysWhyAFileCannotBeUsed) {
  const auto said = [](ErrorCode code, const std::string& action) {
    const Error error{code, "", "", ErrorKind::File, {action, "/x"}};
    return in_language(error, Language::French).message;
  };

  EXPECT_EQ(said(ErrorCode::NotFound, "open"),
            "impossible d’ouvrir «\u00a0/x\u00a0»\u00a0: ce chemin n’existe pas");
  EXPECT_EQ(said(ErrorCode::Denied, "create"),
            "impossible de créer «\u00a0/x\u00a0»\u00a0: l’accès est refusé");
  EXPECT_EQ(said(ErrorCode::Full, "write"),
            "impossible d’écrire «\u00a0/x\u00a0»\u00a0: il n’y a plus de place");
  EXPECT_EQ(said(ErrorCode::Io, "fold"),
            "impossible d’utiliser «\u00a0/x\u00a0»\u00a0: le système signale une erreur");
}

TEST(ErrorText, NamesTheIndexWhereItIsKnown) {
  Error error = of_kind(ErrorKind::IndexDamaged);

  EXPECT_EQ(in_language(error, Language::French).message,
            "l’index «\u00a0eins\u00a0» est endommagé");
  error.subjects.clear();
  EXPECT_EQ(in_language(error, Language::French).message, "l’index est endommagé");
}

TEST(ErrorText, LeavesWhatIsSaidAlreadyButTellsABugAsOne) {
  const Error said{ErrorCode::Invalid, "déjà dit", "fais ceci"};
  const Error bug{ErrorCode::Bug, "index out of range"};

  EXPECT_EQ(in_language(said, Language::French).message, "déjà dit");
  EXPECT_EQ(in_language(bug, Language::French).message,
            "une erreur interne s’est produite\u00a0: index out of range");
}

}  // namespace
}  // namespace kiosque::speech
