// The example of meaning.h.

#include <gtest/gtest.h>

#include "searcher/meaning/meaning.h"
#include "tests/support/small_index.h"

namespace kiosque::meaning {
namespace {

TEST(MeaningExample, TellsWhatIsLookedFor) {
  test::SmallIndex index;
  index.add("Une arme pour Kiev");

  text::Analyzer analyzer;
  const IndexVocabulary vocabulary(index.database(), index.forms());
  const query::Ast ast = query::parse_query("des armes -Kiev", {});
  const Meaning meaning = understand(analyse(ast, analyzer), vocabulary);
  ASSERT_EQ(meaning.words.size(), 1u);  // neither the stop word nor what is excluded
  EXPECT_EQ(meaning.words[0].typed, "armes");
  EXPECT_EQ(meaning.words[0].alternatives[0].stem, "arme");
}

}  // namespace
}  // namespace kiosque::meaning
