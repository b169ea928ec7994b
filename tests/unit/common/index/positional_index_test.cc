#include "common/index/positional_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace kiosque::index {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Positions = std::vector<std::uint32_t>;
using Document = std::map<std::string, Occurrences>;

std::string encoded(const Document& document, std::uint32_t title_end = 0) {
  std::vector<TermPositions> terms;
  for (const auto& [term, at] : document) {
    terms.push_back({position_hash(term), at.positions, at.forms});
  }
  return encode_positions(terms, title_end);
}

Occurrences find(std::string_view encoded, std::string_view term) {
  const std::vector<std::uint64_t> terms{position_hash(term)};
  std::vector<Occurrences> found(1);
  PositionalIndex(encoded).find(terms, found);
  return found[0];
}

Positions positions_of(std::string_view encoded, std::string_view term) {
  return find(encoded, term).positions;
}

/// Words of an article's length: few of them often, most once.
Document random_document(unsigned seed) {
  std::mt19937 random(seed);
  Document document;
  const auto length = static_cast<std::uint32_t>(1 + random() % 3000);
  for (std::uint32_t position = 1; position <= length; ++position) {
    const auto word = static_cast<int>(std::exp(double(random() % 1000) / 125));
    if (random() % 50 == 0) continue;
    Occurrences& at = document["Z" + std::to_string(word)];
    at.positions.push_back(position);
    at.forms.push_back(word % 3 == 0 ? FormCode{0}
                                     : static_cast<FormCode>(random() % (word % 5 + 1)));
  }
  return document;
}

TEST(PositionalIndex, GivesBackWhatWasStored) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const Document document = random_document(seed);
    const std::string bytes = encoded(document, 7);
    const PositionalIndex index(bytes);
    std::vector<std::uint64_t> terms;
    for (const auto& entry : document) terms.push_back(position_hash(entry.first));
    std::vector<Occurrences> found(terms.size());

    index.find(terms, found);

    EXPECT_EQ(index.title_end(), document.empty() ? 0u : 7u);
    std::size_t other = 0;
    std::size_t i = 0;
    for (const auto& [term, at] : document) {
      ASSERT_EQ(found[i].forms.size(), found[i].positions.size());
      // Two terms of one hash have the positions of both.
      if (found[i].positions != at.positions) {
        ++other;
        EXPECT_TRUE(std::includes(found[i].positions.begin(), found[i].positions.end(),
                                  at.positions.begin(), at.positions.end()))
            << term << " of document " << seed;
      } else {
        EXPECT_EQ(found[i].forms, at.forms) << term << " of document " << seed;
      }
      ++i;
    }
    EXPECT_LE(other, 2 + document.size() / 100) << "document " << seed;
  }
}

TEST(PositionalIndex, FindsNothingForAbsentTerms) {
  const std::string bytes = encoded({{"Zarme", {{1, 40}, {}}}, {"Zkiev", {{2}, {}}}});

  EXPECT_THAT(positions_of(bytes, "Zpaix"), IsEmpty());
  EXPECT_THAT(positions_of("", "Zarme"), IsEmpty());
}

TEST(PositionalIndex, AnswersForATermAskedTwice) {
  const std::string bytes = encoded({{"Zarme", {{1, 40}, {}}}, {"Zkiev", {{2}, {}}}});
  const std::vector<std::uint64_t> terms{position_hash("Zkiev"), position_hash("Zarme"),
                                         position_hash("Zkiev")};
  std::vector<Occurrences> found(3);

  PositionalIndex(bytes).find(terms, found);

  EXPECT_EQ(found[0].positions, Positions{2});
  EXPECT_THAT(found[1].positions, ElementsAre(1u, 40u));
  EXPECT_EQ(found[2].positions, Positions{2});
}

TEST(PositionalIndex, TakesDistantPositions) {
  const std::string bytes = encoded({{"Zun", {{1, 4000000000}, {}}}, {"Zdeux", {{5}, {}}}});

  EXPECT_THAT(positions_of(bytes, "Zun"), ElementsAre(1u, 4000000000u));
}

TEST(PositionalIndex, TellsFormsApart) {
  const FormCode armes = form_code("armes", "arme");
  const FormCode armee = form_code("armee", "arme");
  const std::string bytes = encoded({{"Zarme", {{1, 3, 9}, {armes, 0, armee}}},
                                     {"Zmot", {{2, 4}, {armes, armes}}},
                                     {"Zvent", {{5, 6}, {}}}});

  EXPECT_EQ(form_code("arme", "arme"), 0);
  EXPECT_NE(armes, armee);
  EXPECT_THAT(find(bytes, "Zarme").forms, ElementsAre(armes, 0, armee));
  EXPECT_THAT(find(bytes, "Zmot").forms, ElementsAre(armes, armes));
  EXPECT_THAT(find(bytes, "Zvent").forms, ElementsAre(0, 0));
}

TEST(PositionalIndex, SpendsFewerThanThreeBytesAWord) {
  std::size_t words = 0;
  const Document document = random_document(3);
  for (const auto& entry : document) words += entry.second.positions.size();

  EXPECT_LT(encoded(document).size(), 3 * words);
}

TEST(PositionalIndex, SurvivesBrokenBytes) {
  std::mt19937 random(1);
  const std::string whole = encoded(random_document(5), 3);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes = whole.substr(0, random() % (whole.size() + 1));
    for (int flips = 0; flips < 3 && !bytes.empty(); ++flips) {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }

    EXPECT_LE(positions_of(bytes, "Z1").size(), bytes.size() * 8);
  }
}

}  // namespace
}  // namespace kiosque::index
