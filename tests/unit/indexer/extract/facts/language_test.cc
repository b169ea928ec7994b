#include "indexer/extract/facts/facts.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kiosque::extract::facts {
namespace {

TEST(FindLanguage, TrustsTheTextBeforeTheDeclaration) {
  EXPECT_EQ(find_language("Le conseil municipal a voté hier soir le budget de la ville, après un "
                          "long débat sur les écoles et les transports publics.",
                          "en-US"),
            "fr");
  EXPECT_EQ(find_language("", "fr-FR"), "fr");
}

}  // namespace
}  // namespace kiosque::extract::facts
