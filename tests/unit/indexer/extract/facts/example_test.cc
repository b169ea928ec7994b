// The example of facts.h.

#include <gtest/gtest.h>

#include <chrono>
#include <optional>

#include <string>
#include <vector>

#include "indexer/extract/facts/facts.h"
#include "indexer/extract/text/prose_date.h"

namespace kiosque::extract::facts {
namespace {

TEST(FactsExample, FindsTitleAndAuthors) {
  const html::Dom dom = html::parse(
      "<title>Le bac - Le Fanal</title><h1>Le bac</h1><p>Par Lea Blum</p><p>3 juin 2024</p>");
  const text::PageText page(dom);
  const Signals signals = gather_signals(dom);
  EXPECT_EQ(find_title(dom, signals), "Le bac");
  const std::chrono::year last = text::last_year(std::nullopt);
  EXPECT_EQ(find_authors(page, signals, last), std::vector<std::string>{"Lea Blum"});
}

}  // namespace
}  // namespace kiosque::extract::facts
