#include "searcher/query/query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/temp_dir.h"

namespace kiosque::query {
namespace {

using namespace std::chrono;

/// Wednesday, 12 June 2024, 10:00 in Paris: the moment tests/data/queries.tsv is read at.
constexpr sys_seconds kNow = sys_days{2024y / June / 12} + hours{8};

std::string_view name_of(Note::Kind kind) {
  switch (kind) {
    case Note::Kind::UnknownField:
      return "UnknownField";
    case Note::Kind::UnclosedQuote:
      return "UnclosedQuote";
    case Note::Kind::Unbalanced:
      return "Unbalanced";
    case Note::Kind::DanglingOperator:
      return "DanglingOperator";
    case Note::Kind::BadDate:
      return "BadDate";
    case Note::Kind::TooLong:
      return "TooLong";
    case Note::Kind::ShortPrefix:
      return "ShortPrefix";
    case Note::Kind::OptionalPhrase:
      return "OptionalPhrase";
    default:
      return "other";
  }
}

std::string notes_of(const Ast& ast) {
  std::string text;
  for (const Note& note : ast.notes) {
    if (!text.empty()) text += ' ';
    text += name_of(note.kind);
    if (!note.subject.empty()) text += '=' + note.subject;
  }
  return text;
}

struct Case {
  std::string query;
  std::string expected;
  std::string notes;
};

/// Lines of `query TAB s-expression [TAB notes]`; # begins a comment.
std::vector<Case> read_cases() {
  std::ifstream file(test::source_path("tests/data/queries.tsv"));
  std::vector<Case> cases;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto first = line.find('\t');
    const auto second = line.find('\t', first + 1);
    cases.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1),
                     second == std::string::npos ? "" : line.substr(second + 1)});
  }
  return cases;
}

TEST(Parse, ReadsEveryQueryOfTheTableAsItSays) {
  const std::vector<Case> cases = read_cases();

  ASSERT_GE(cases.size(), 120U);
  for (const Case& expected : cases) {
    const Ast ast = parse_query(expected.query, kNow);
    EXPECT_EQ(to_s_expression(ast.root), expected.expected) << expected.query;
    EXPECT_EQ(notes_of(ast), expected.notes) << expected.query;
  }
}

TEST(Parse, CutsALongQueryBetweenCharactersAndSaysSo) {
  std::string query = "x";
  for (int i = 0; i < 1000; ++i) query += "é";  // 2001 bytes

  const Ast ast = parse_query(query, kNow);

  EXPECT_EQ(ast.query.size(), kMaxQueryBytes - 1);
  EXPECT_EQ(notes_of(ast), "TooLong");
}

TEST(Parse, CutsWordsBeyondTheMostAndSaysSo) {
  std::string query;
  for (std::size_t i = 0; i < kMaxQueryWords + 10; ++i) query += "mot ";

  const Ast ast = parse_query(query, kNow);

  EXPECT_EQ(ast.root.children.size(), kMaxQueryWords);
  EXPECT_EQ(notes_of(ast), "TooLong");
}

TEST(FieldClause, TakesAnyValueAsItIs) {
  EXPECT_EQ(to_s_expression(*field_clause("source", "A (B) OU \"C", kNow)),
            R"((filter (source "A (B) OU \"C")))");
  EXPECT_EQ(to_s_expression(*field_clause("since", "2024-05", kNow)),
            "(filter (date 2024-05-01 *))");
  EXPECT_FALSE(field_clause("nothing", "x", kNow).has_value());
  EXPECT_FALSE(field_clause("date", "x", kNow).has_value());
}

}  // namespace
}  // namespace kiosque::query
