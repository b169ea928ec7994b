// The example of facts.h.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/extract/facts/facts.h"

namespace kiosque::extract::facts {
namespace {

TEST(FactsExample, FindsTitleAndAuthors) {
  const html::Dom dom = html::parse(
      "<title>Le bac - Le Fanal</title><h1>Le bac</h1><p>Par Lea Blum</p><p>3 juin 2024</p>");
  const text::PageText page(dom);
  const Signals signals = gather_signals(dom);
  EXPECT_EQ(find_title(dom, signals), "Le bac");
  EXPECT_EQ(find_authors(page, signals), std::vector<std::string>{"Lea Blum"});
}

}  // namespace
}  // namespace kiosque::extract::facts
