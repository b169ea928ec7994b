#include <gtest/gtest.h>
#include <sys/resource.h>

#include <ctime>
#include <filesystem>
#include <functional>
#include <ostream>
#include <string>

#include "common/base/utf8.h"
#include "indexer/extract/extract.h"
#include "tests/support/temp_dir.h"

namespace kiosque::extract {
namespace {

// Pages made to hurt. No page may take more than two seconds or forty times its size in memory. The
// time is printed, and judged only as a hang is: machines differ. The memory has 16 MB more, which
// a process may take at any time.
constexpr double kHang = 20;

std::string times(int count, std::string_view piece) {
  std::string text;
  text.reserve(piece.size() * static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) text += piece;
  return text;
}

struct HostilePage {
  const char* name;
  std::function<std::string()> make;
};

void PrintTo(const HostilePage& page, std::ostream* out) { *out << page.name; }

const HostilePage kPages[] = {
    {"DeepNesting", [] { return times(500'000, "<div>") + "fin"; }},
    {"DeepInlineNesting", [] { return times(300'000, "<b><i>") + "fin"; }},
    {"UnclosedParagraphs", [] { return times(300'000, "<p>mot "); }},
    {"ShortParagraphs", [] { return times(800'000, "<p>a"); }},
    {"LineBreaks", [] { return times(500'000, "a<br>"); }},
    {"ShortItems", [] { return times(500'000, "<li>a"); }},
    {"EmptyElements", [] { return times(1'000'000, "<b>"); }},
    {"UnclosedLinks", [] { return times(200'000, "<a href=x>mot "); }},
    {"NestedTables", [] { return times(100'000, "<table><tr><td>") + "fin"; }},
    {"NestedLists", [] { return times(200'000, "<ul><li>") + "fin"; }},
    {"ManyAttributes", [] { return "<p " + times(300'000, "a=1 ") + ">mot"; }},
    {"HugeAttribute", [] { return "<p class='" + times(1'000'000, "date ") + "'>mot"; }},
    {"ManyClasses",
     [] { return times(50'000, "<p class='comment-author byline date'>Par A B</p>"); }},
    {"OneTextNode", [] { return "<p>" + times(1'000'000, "mot. "); }},
    {"OpenBrackets", [] { return times(3'000'000, "<"); }},
    {"OpenComments", [] { return times(500'000, "<!--"); }},
    {"OpenScripts", [] { return times(300'000, "<script>\""); }},
    {"QuotesInScripts", [] { return "<script>" + times(1'000'000, "\"<p>\"") + "</script>"; }},
    {"Entities", [] { return "<p>" + times(500'000, "&#xFFFF;&notin;&"); }},
    {"Nuls", [] { return "<p>" + std::string(3'000'000, '\0'); }},
    {"BadUtf8", [] { return "<meta charset=utf-8><p>" + std::string(3'000'000, '\xC3'); }},
    {"Headings", [] { return times(100'000, "<h1>Titre du jour</h1>"); }},
    {"HeadingsAndTitle",
     [] {
       return "<title>" + times(20'000, "mot ") + "</title>" + times(20'000, "<h2>mot mot mot");
     }},
    {"NestedHeadings", [] { return times(30'000, "<h1>mot mot "); }},
    {"NestedAuthors", [] { return times(30'000, "<div class=author>mot "); }},
    {"NestedDates", [] { return times(30'000, "<time class=date>mot "); }},
    {"NestedHidden", [] { return times(100'000, "<div hidden>") + "fin"; }},
    {"DeepJson",
     [] { return "<script type='application/ld+json'>" + times(1'000'000, "[") + "</script>"; }},
    {"ManyReferences",
     [] {
       return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[" +
              times(20'000, "{\"@id\":\"#x\"},") + "{}]}</script>";
     }},
    {"Metas", [] { return times(100'000, "<meta name=author content='Par A B'>"); }},
    {"Bylines", [] { return times(100'000, "<p>le 3 juin 2024 par par par par par von by</p>"); }},
};

class HostilePages : public testing::TestWithParam<HostilePage> {};

TEST_P(HostilePages, CostNoMoreThanTheirBound) {
  const std::string page = GetParam().make();
  rusage before{};
  getrusage(RUSAGE_SELF, &before);
  const std::clock_t start = std::clock();

  const index::Article article = from_html(page, {.url = "https://ville.test/a"});

  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  rusage after{};
  getrusage(RUSAGE_SELF, &after);
  const auto grown = static_cast<std::size_t>(after.ru_maxrss - before.ru_maxrss) * 1024;
  EXPECT_TRUE(is_utf8(index::body_text(article)));
  EXPECT_LE(grown, 40 * page.size() + (16U << 20)) << page.size();
  EXPECT_LT(seconds, kHang);
  std::printf("%-20s %7.1f MB %6.2f s %5.1f times its size\n", GetParam().name,
              static_cast<double>(page.size()) / 1e6, seconds,
              static_cast<double>(grown) / static_cast<double>(page.size()));
}

INSTANTIATE_TEST_SUITE_P(, HostilePages, testing::ValuesIn(kPages),
                         [](const auto& page) { return page.param.name; });

TEST(NastyPages, GiveValidText) {
  std::size_t pages = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(test::source_path("tests/fuzz/pages"))) {
    const index::Article article = from_html(test::read_bytes(entry.path()), {});

    EXPECT_TRUE(is_utf8(article.title + index::body_text(article))) << entry.path();
    ++pages;
  }
  EXPECT_GE(pages, 20U);
}

}  // namespace
}  // namespace kiosque::extract
