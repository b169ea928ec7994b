#include "indexer/html/html.h"

#include <gtest/gtest.h>

#include <string>

namespace kiosque::html {
namespace {

/// The tree as text: (div "a" (p "b")). Implied html, head and body included.
std::string outline(const Dom& dom, NodeId id) {
  if (dom.tag(id) == Tag::Text) return '"' + std::string(dom.text(id)) + '"';
  std::string out = "(" + std::string(tag_name(dom.tag(id)));
  for (NodeId i = id + 1; i < dom.node(id).end; i = dom.node(i).end) out += " " + outline(dom, i);
  return out + ")";
}

std::string outline(std::string_view html) { return outline(parse(html), 0); }

TEST(ParseHtml, ImpliesHeadAndBody) {
  EXPECT_EQ(outline("<title>a</title>b"), R"((html (title "a") (body "b")))");
  EXPECT_EQ(outline("<html><head><title>a</title><body>b"),
            R"((html (head (title "a")) (body "b")))");
}

TEST(ParseHtml, ABlockEndsAnOpenParagraph) {
  EXPECT_EQ(outline("<p>a<p>b<div>c</div>d"), R"((html (body (p "a") (p "b") (div "c") "d")))");
}

TEST(ParseHtml, ItemsEndEachOtherButNotThoseOfOuterLists) {
  EXPECT_EQ(outline("<ul><li>a<ul><li>b<li>c</ul><li>d</ul>"),
            R"((html (body (ul (li "a" (ul (li "b") (li "c"))) (li "d")))))");
}

TEST(ParseHtml, CellsAndRowsEndEachOther) {
  EXPECT_EQ(outline("<table><tr><td>a<td>b<tr><td>c</table>"),
            R"((html (body (table (tr (td "a") (td "b")) (tr (td "c"))))))");
}

TEST(ParseHtml, AnEndTagWithoutStartChangesNothing) {
  EXPECT_EQ(outline("<div>a</p></span></section>b</div>"), R"((html (body (div "a" "b"))))");
}

TEST(ParseHtml, AStrayEndTagDoesNotLeaveItsCell) {
  EXPECT_EQ(outline("<div><table><tr><td>a</div>b</table>c</div>"),
            R"((html (body (div (table (tr (td "a" "b"))) "c"))))");
}

TEST(ParseHtml, TextBehindALinkLeftOpenInABlockIsNoLinkText) {
  const Dom dom = parse("<div><a href=x><p>in</a>out</p>after</div>");

  std::string linked;
  for (NodeId i = 0; i < dom.size(); ++i) {
    if (dom.tag(i) == Tag::Text && dom.node(i).in_link) linked += dom.text(i);
  }

  EXPECT_EQ(linked, "in");
}

TEST(ParseHtml, LeavesOutScriptsStylesAndComments) {
  EXPECT_EQ(outline("<p>a<script>'<p>'</script><style>p{}</style><!-- <p> -->b"),
            R"((html (body (p "a" (script) (style) "b"))))");
}

TEST(ParseHtml, KeepsJsonLd) {
  EXPECT_EQ(outline(R"(<script type="application/ld+json">{"a":"<b>"}</script>)"),
            R"((html (script "{"a":"<b>"}")))");
}

TEST(ParseHtml, ResolvesReferences) {
  EXPECT_EQ(outline("<p>l&rsquo;&eacute;t&#233; &#x27;&#146; &amp;lt; &inconnu; a&b"),
            "(html (body (p \"l’été '’ &lt; &inconnu; a&b\")))");
}

TEST(ParseHtml, ReadsAttributesOfEveryQuoting) {
  const Dom dom = parse("<p CLASS=\"a&amp;b\" id='x y' name=z hidden/>");
  const NodeId p = 2;

  EXPECT_EQ(dom.attribute(p, Attr::Class), "a&b");
  EXPECT_EQ(dom.attribute(p, Attr::Id), "x y");
  EXPECT_EQ(dom.attribute(p, Attr::Name), "z");
  EXPECT_TRUE(dom.has_attribute(p, Attr::Hidden));
  EXPECT_FALSE(dom.has_attribute(p, Attr::Href));
}

TEST(ParseHtml, BoundsDepth) {
  std::string html;
  for (int i = 0; i < 100'000; ++i) html += "<div>";
  html += "fond";

  const Dom dom = parse(html);

  NodeId deepest = dom.size() - 1;
  int depth = 0;
  for (NodeId i = deepest; i != 0; i = dom.node(i).parent) ++depth;
  EXPECT_LE(depth, 256);
  EXPECT_EQ(text_of(dom, 0), "fond");
}

TEST(ParseHtml, SubtreesNestWhateverTheTags) {
  std::string html;
  for (int i = 0; i < 2000; ++i)
    html += i % 3 == 0 ? "<a><td><p>" : i % 3 == 1 ? "</a><b>" : "</div></td>";

  const Dom dom = parse(html);

  for (NodeId i = 1; i < dom.size(); ++i) {
    ASSERT_LT(dom.node(i).parent, i);
    ASSERT_LE(dom.node(i).end, dom.node(dom.node(i).parent).end);
    ASSERT_GT(dom.node(i).end, i);
  }
}

}  // namespace
}  // namespace kiosque::html
