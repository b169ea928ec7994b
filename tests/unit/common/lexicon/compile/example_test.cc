// The example of common/lexicon/compile/compile.h.
#include <gtest/gtest.h>

#include "common/lexicon/compile/compile.h"

namespace kiosque::lexicon::compile {
namespace {

TEST(CompileExample, ExpandsAPlural) {
  const auto forms = expand("SFX S. Y 1\nSFX S. 0 s [^sx]\n", "1\narme/S.() po:nom\n");
  ASSERT_EQ(forms.size(), 1u);
  EXPECT_EQ(forms[0].form, "armes");
  EXPECT_EQ(forms[0].lemma, "arme");
}

}  // namespace
}  // namespace kiosque::lexicon::compile
