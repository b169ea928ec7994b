#include <gtest/gtest.h>

#include <string>

#include "searcher/render/page/page.h"

namespace kiosque::render::page {
namespace {

TEST(PageExample, WritesTheFirstPage) {
  const WebSite site{.name = "Le Kiosque"};
  const std::string html = home_to_html({}, site, {.home = "/chercher"});
  EXPECT_NE(html.find("<title>Le Kiosque – Rechercher"), std::string::npos);
}

}  // namespace
}  // namespace kiosque::render::page
