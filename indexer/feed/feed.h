#pragma once
// Reads any feed format into one Feed.
//
// In: the bytes of RSS, Atom, JSON Feed, OPML, a sitemap or an HTML page, and where they came from.
// Out: a Feed; broken XML is repaired, and what is no feed says why.
// Main types: Feed, Entry, Link, Context.
//
// Example (tests/unit/indexer/feed/example_test.cc):
//   const Feed feed = parse(
//       "<rss><channel><title>Le Fanal</title><item><title>Le bac</title>"
//       "<link>/bac</link></item></channel></rss>",
//       {.url = "https://fanal.test/rss"});
//   EXPECT_EQ(feed.title, "Le Fanal");
//   EXPECT_EQ(feed.entries.at(0).link, "https://fanal.test/bac");

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date/date.h"

namespace kiosque::feed {

/// A file that an entry offers: sound, video, a picture.
struct Enclosure {
  std::string url;  ///< as written where it cannot be made absolute, or is no web address
  std::string type;
};

/// An article as a feed announces it.
///
/// Fields and their meaning are those of the feed contract (docs: `indexer feed --json`): titles
/// and names are plain text; description, summary and content are HTML fragments; links are
/// absolute http(s) URLs. What is missing is empty.
struct Entry {
  std::string id;
  std::string link;
  std::string original_link;  ///< the page itself, where `link` leads to it through a counter
  std::string title;
  std::string summary;
  std::string content;
  std::string language;
  std::optional<date::Timestamp> published;
  std::optional<date::Timestamp> updated;
  std::optional<date::Timestamp> created;
  std::vector<std::string> authors;
  std::vector<std::string> categories;
  std::vector<std::string> images;
  std::vector<Enclosure> enclosures;
  std::string source_title;
  std::string source_url;
};

/// The namespace of the attributes in which OPML written by us keeps the user's wishes for a feed.
inline constexpr std::string_view kWishesNamespace = "urn:x-kiosque:feed-wishes";

/// What such attributes say, as written; "" and false where they say nothing.
struct Wishes {
  std::string every;  ///< "7d"
  std::string user_agent;
  bool is_private = false;
  bool any_certificate = false;
};

/// An OPML subscription, a sitemap of a sitemap index, or a feed that an HTML page offers.
struct Link {
  std::string url;
  std::string type;
  std::string title;
  std::string site;
  std::string folder;
  Wishes wishes;
};

enum class Format { Rss, Atom, JsonFeed, Opml, Sitemap, NewsSitemap, SitemapIndex, Html, None };

/// True for a document that can be subscribed to: a list of subscriptions (OPML) cannot.
[[nodiscard]] constexpr bool is_feed(Format format) noexcept {
  return format != Format::None && format != Format::Html && format != Format::Opml;
}

struct Feed {
  Format format = Format::None;
  std::string error;  ///< why this is no feed; set when format is None or Html
  std::string title, id, link, self, hub, description, language, image;
  std::optional<date::Timestamp> published;
  std::optional<date::Timestamp> updated;
  std::vector<std::string> authors;
  std::vector<std::string> categories;
  std::optional<int> ttl_minutes;  ///< RSS ttl, or sy:updatePeriod / updateFrequency
  std::vector<int> skip_hours;     ///< GMT, 0 to 23
  std::vector<int> skip_days;      ///< 0 = Sunday
  std::vector<Entry> entries;
  std::vector<Link> subscriptions;  ///< OPML
  std::vector<Link> sitemaps;       ///< sitemap index
  std::vector<Link> alternates;     ///< HTML page: the feeds it offers
};

/// What is known of the bytes from where they came.
struct Context {
  std::string url;               ///< where they were fetched: base of relative links; may be empty
  std::string content_type;      ///< HTTP header, for its charset
  std::string content_location;  ///< HTTP header
  std::string content_language;  ///< HTTP header
};

/// Reads any feed format from its bytes; it is detected from the content, never from the type.
/// Never fails: what is no feed has an `error`. Bounded in depth and size; pure.
[[nodiscard]] Feed parse(std::string_view bytes, const Context& context);

/// A feed as one line of JSON, the output of `indexer feed --json`: {"feed":{…},"entries":[…]},
/// with "subscriptions", "sitemaps" or "alternates" where there are any, or "error" for what is no
/// feed. Missing values are left out; times are ISO 8601.
[[nodiscard]] std::string to_json(const Feed& feed);

/// "rss", "atom", "jsonfeed", "opml", "sitemap", "newssitemap", "sitemapindex", "html", "none".
[[nodiscard]] std::string_view format_name(Format format);

}  // namespace kiosque::feed
