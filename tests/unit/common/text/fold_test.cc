#include "common/text/fold.h"

#include <gtest/gtest.h>

namespace kiosque::text {
namespace {

TEST(LowerCase, KeepsAccentsAndComposes) {
  EXPECT_EQ(lower_case("ÉLYSÉE"), "élysée");
  EXPECT_EQ(lower_case("e\u0301te\u0301"), "été");
  EXPECT_EQ(lower_case("ŒUVRE"), "œuvre");
  EXPECT_EQ(lower_case("ﬁn"), "fin");
  EXPECT_EQ(lower_case("ЗЕЛЕНСКИЙ"), "зеленский");
}

TEST(LowerCase, DropsInvisibleCharacters) {
  EXPECT_EQ(lower_case("extra\u00ADordi\u200Dnaire"), "extraordinaire");
}

TEST(Fold, SpellsLettersAsAPlainKeyboardDoes) {
  EXPECT_EQ(fold("àâäçéèêëîïôöùûüÿ"), "aaaceeeeiioouuuy");
  EXPECT_EQ(fold("œuvre"), "oeuvre");
  EXPECT_EQ(fold("straße"), "strasse");
  EXPECT_EQ(fold("łódź"), "lodz");
  EXPECT_EQ(fold("øresund"), "oresund");
  EXPECT_EQ(fold("m²"), "m2");
}

}  // namespace
}  // namespace kiosque::text
