// Names are found by their other names: those the program knows, and those of the user.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class NamesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto file = dir_.write(
        "articles.jsonl",
        R"({"url":"https://exemple.fr/est","body":"Le maire de Kiev reçoit une délégation."})"
        "\n"
        R"({"url":"https://exemple.fr/club","body":"Les Canaris ont perdu leur match."})"
        "\n");
    ASSERT_EQ(run_indexer({"add", "--index", index_, file}).status, 0);
  }
  std::string search(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--index", index_, "--format", "json"});
    return run_searcher(arguments).out;
  }

  const TempDir dir_;
  const std::string index_ = dir_ / "index";
};

TEST_F(NamesTest, FindsAnotherNameAndSaysSo) {
  EXPECT_THAT(search({"maire Kyiv"}),
              AllOf(HasSubstr("exemple.fr/est"), HasSubstr("also_searched"), HasSubstr("\"Kiev")));
}

TEST_F(NamesTest, CanBeSwitchedOff) {
  EXPECT_THAT(search({"--no-variants", "--no-correction", "Kyiv"}), Not(HasSubstr("exemple.fr")));
}

TEST_F(NamesTest, ReadsTheNamesOfTheUser) {
  EXPECT_THAT(search({"--no-correction", "nantais"}), Not(HasSubstr("exemple.fr")));

  dir_.write("index/variants.txt", "# clubs\nnantais = Canaris\n");

  EXPECT_THAT(search({"--no-correction", "nantais"}), HasSubstr("exemple.fr/club"));
}

TEST_F(NamesTest, NamesTheFileAndLineThatIsNoGroup) {
  dir_.write("index/variants.txt", "# clubs\nnantais, Canaris\n");

  const std::string answer = search({"match"});

  EXPECT_THAT(answer, AllOf(HasSubstr("exemple.fr/club"), HasSubstr("names_unread"),
                            HasSubstr("variants.txt:2")));
}

TEST_F(NamesTest, AnswersWithoutAFileThatCannotBeRead) {
  std::filesystem::create_directory(index_ + "/variants.txt");

  EXPECT_THAT(search({"match"}), AllOf(HasSubstr("exemple.fr/club"), HasSubstr("names_unread")));
}

}  // namespace
}  // namespace kiosque::test
