#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "common/base/result.h"
#include "tests/support/run_program.h"

namespace kiosque::test {
namespace {

using test::run_indexer;

const std::string kPage =
    "<html lang=fr><meta charset=utf-8><title>Le pont rouvre</title><body>"
    "<nav><a href=/>Accueil</a> <a href=/sport>Sport</a></nav><main><h1>Le pont rouvre</h1>"
    "<p>Le pont de la gare rouvre lundi, après huit mois de travaux, annonce la ville.</p>"
    "<p>Les tramways passeront de nouveau toutes les <b>six</b> minutes &lt;b&gt;.</p></main>";

TEST(ExtractCommand, PrintsALineOfJsonAPage) {
  const auto result = run_indexer({"extract", "-"}, {.input = kPage});

  EXPECT_EQ(result.status, kExitOk) << result.err;
  const auto printed = nlohmann::json::parse(result.out);
  EXPECT_EQ(printed["title"], "Le pont rouvre");
  EXPECT_EQ(printed["language"], "fr");
  EXPECT_TRUE(printed["body"].get<std::string>().starts_with("Le pont de la gare"));
}

TEST(ExtractCommand, PrintsTextForPeople) {
  const auto result = run_indexer({"extract", "--format", "text", "-"}, {.input = kPage});

  EXPECT_EQ(result.status, kExitOk) << result.err;
  EXPECT_NE(result.out.find("toutes les six minutes"), std::string::npos);
  EXPECT_EQ(result.out.find("Accueil"), std::string::npos);
}

TEST(ExtractCommand, PrintsHtmlWithEverythingEscaped) {
  const auto result = run_indexer({"extract", "--format", "html", "-"}, {.input = kPage});

  EXPECT_EQ(result.status, kExitOk) << result.err;
  EXPECT_NE(result.out.find("minutes &lt;b&gt;."), std::string::npos);
}

TEST(ExtractCommand, ExplainsEachBlock) {
  const auto result = run_indexer({"extract", "--explain", "-"}, {.input = kPage});

  EXPECT_EQ(result.status, kExitOk) << result.err;
  EXPECT_NE(result.out.find("blocks kept (+)"), std::string::npos);
  EXPECT_NE(result.out.find("\n- paragraph navigation "), std::string::npos);
  EXPECT_NE(result.out.find("\n+ paragraph body "), std::string::npos);
}

TEST(ExtractCommand, NamesAMissingFile) {
  const auto result = run_indexer({"extract", "/nowhere/page.html"});

  EXPECT_NE(result.status, kExitOk);
  EXPECT_NE(result.err.find("/nowhere/page.html"), std::string::npos);
}

}  // namespace
}  // namespace kiosque::test
