// The example of match.h.

#include <gtest/gtest.h>

#include "searcher/match/match.h"
#include "tests/support/small_index.h"

namespace kiosque::match {
namespace {

TEST(MatchExample, AnInflectedFormMatches) {
  test::SmallIndex index;
  index.add("Une arme pour Kiev");
  text::Analyzer analyzer;
  const meaning::IndexVocabulary vocabulary(index.database(), index.forms());
  const meaning::Meaning meaning =
      meaning::understand(meaning::analyse(query::parse_query("armes", {}), analyzer), vocabulary);

  Xapian::Enquire enquire(index.database());
  enquire.set_query(compile(meaning, vocabulary, .8));
  const Xapian::MSet found = enquire.get_mset(0, 10);
  EXPECT_EQ(found.size(), 1u);
}

}  // namespace
}  // namespace kiosque::match
