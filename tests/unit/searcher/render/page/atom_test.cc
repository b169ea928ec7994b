#include "searcher/render/page/atom.h"

#include <gmock/gmock.h>

namespace kiosque::render::page {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(RenderAtom, HasStableIdsAndEscapesEverything) {
  const std::vector<AtomEntry> entries{{"https://a.example/?x=1&y", "<b>", "\"x\" & y", "S"}};

  const std::string feed = render_atom("armes & Kiev", entries, {});

  EXPECT_THAT(feed, HasSubstr("<id>tag:localhost,2026:kiosque/alert/armes%20%26%20Kiev</id>"));
  EXPECT_THAT(feed, HasSubstr("<id>https://a.example/?x=1&amp;y</id>"));
  EXPECT_THAT(feed, HasSubstr("<title>&lt;b&gt;</title>"));
  EXPECT_THAT(feed, Not(HasSubstr("<b>")));
}

}  // namespace
}  // namespace kiosque::render::page
