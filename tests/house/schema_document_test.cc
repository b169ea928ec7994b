// SCHEMA.md is read by people who write tools against an index: it must say what the code does.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "common/base/ascii.h"
#include "common/base/number.h"
#include "common/base/version.h"
#include "common/index/schema.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

using Row = std::vector<std::string>;

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" `");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" `") - begin + 1);
}

/// The rows of the table under a heading, without its head; cells without backquotes.
std::vector<Row> table(const std::string& heading) {
  std::istringstream document(read_bytes(source_path("common/index/SCHEMA.md")));
  std::vector<Row> rows;
  bool inside = false;
  for (std::string line; std::getline(document, line);) {
    if (line.starts_with("## ")) inside = line == "## " + heading;
    if (!inside || !line.starts_with("|")) continue;
    std::istringstream cells(line.substr(1));
    Row row;
    for (std::string cell; std::getline(cells, cell, '|');) row.push_back(trimmed(cell));
    rows.push_back(row);
  }
  if (rows.size() > 2) rows.erase(rows.begin(), rows.begin() + 2);
  return rows;
}

/// What schema.h defines in one of its namespaces: {"S", "kTitle"} …
std::vector<Row> constants(const std::string& space) {
  const std::string header = read_bytes(source_path("common/index/schema.h"));
  const std::size_t begin = header.find("namespace " + space + " {");
  const std::size_t end = header.find("}  // namespace " + space);
  const std::string part = header.substr(begin, end - begin);
  static const std::regex kConstant(R"re((k\w+)\s*=\s*"?(\w*)"?;)re");
  std::vector<Row> found;
  for (std::sregex_iterator it(part.begin(), part.end(), kConstant), last; it != last; ++it) {
    found.push_back({(*it)[2], (*it)[1]});
  }
  return found;
}

/// "0.1.0" as numbers that compare as versions do.
std::vector<int> version_numbers(const std::string& version) {
  std::vector<int> numbers;
  for (const std::string_view part : split(version, '.')) {
    numbers.push_back(parse_number<int>(part).value());
  }
  return numbers;
}

std::vector<Row> first_two_cells(std::vector<Row> rows) {
  for (Row& row : rows) row.resize(2);
  return rows;
}

TEST(SchemaDocument, ListsEveryPrefix) {
  const std::vector<Row> prefixes = constants("prefix");

  ASSERT_GE(prefixes.size(), 10u);
  EXPECT_THAT(first_two_cells(table("Terms")), testing::UnorderedElementsAreArray(prefixes));
}

TEST(SchemaDocument, ListsEverySlot) {
  const std::vector<Row> slots = constants("slot");

  ASSERT_GE(slots.size(), 8u);
  EXPECT_THAT(first_two_cells(table("Value slots")), testing::UnorderedElementsAreArray(slots));
}

TEST(SchemaDocument, ListsEveryKeyOfTheMetadata) {
  EXPECT_THAT(table("Forms").at(0).at(0), testing::StartsWith(index::metadata::kForm));
  EXPECT_EQ(table("Forms").at(0).at(1), "kForm");
}

TEST(SchemaDocument, ListsEveryField) {
  std::vector<Row> in_code;
  for (const index::Field& field : index::fields()) {
    in_code.push_back({std::string(field.name), std::string(field.french), std::string(field.alias),
                       std::string(field.prefix)});
  }

  EXPECT_EQ(table("Fields a query can name"), in_code);
}

TEST(SchemaDocument, NamesTheVersion) {
  const std::string document = read_bytes(source_path("common/index/SCHEMA.md"));

  EXPECT_THAT(document,
              testing::HasSubstr("Schema version: " + std::to_string(index::kSchemaVersion) + "."));
  EXPECT_EQ(table("Versions").back().front(), std::to_string(index::kSchemaVersion));
  for (const Row& version : table("Versions")) {
    EXPECT_LE(version_numbers(version.at(1)), version_numbers(kVersion)) << "not released yet";
  }
}

}  // namespace
}  // namespace kiosque::test
