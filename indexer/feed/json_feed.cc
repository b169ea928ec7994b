#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "common/base/ascii.h"
#include "indexer/feed/draft.h"
#include "indexer/feed/formats.h"
#include "indexer/feed/markup.h"
#include "indexer/feed/namespaces.h"

namespace kiosque::feed {
namespace {

using nlohmann::json;

/// The value of a string or number member; "" for anything else.
std::string text_member(const json& object, const char* name) {
  const auto member = object.find(name);
  if (member == object.end()) return {};
  if (member->is_string()) return member->get<std::string>();
  if (member->is_number_integer()) return std::to_string(member->get<std::int64_t>());
  if (member->is_number()) return member->dump();
  return {};
}

/// The elements of an array member; none for anything else.
const json& list_member(const json& object, const char* name) {
  static const json kEmpty = json::array();
  const auto member = object.find(name);
  return member != object.end() && member->is_array() ? *member : kEmpty;
}

void read_authors(Draft& draft, const json& object) {
  const auto add = [&](const json& author) {
    if (author.is_string()) draft.add_person(kOwn, author.get<std::string>());
    if (author.is_object()) draft.add_person(kOwn, text_member(author, "name"));
  };
  for (const json& author : list_member(object, "authors")) add(author);
  if (const auto author = object.find("author"); author != object.end()) add(*author);
}

void read_attachments(Draft& draft, const json& item, const std::string& base) {
  for (const json& attachment : list_member(item, "attachments")) {
    if (!attachment.is_object()) continue;
    draft.add_enclosure(base, text_member(attachment, "url"),
                        lower(text_member(attachment, "mime_type")));
  }
}

void offer_url(Choice<std::string>& field, int rank, const Scope& scope, const std::string& text) {
  std::string url = text.empty() ? text : web_url(scope.base, text);
  if (!url.empty()) field.offer(rank, std::move(url));
}

Entry read_item(const json& item, const Scope& scope, const Feed& feed) {
  Draft draft;
  if (std::string id(trimmed(text_member(item, "id"))); !id.empty()) draft.id.offer(kOwn, id);
  offer_url(draft.link, kOwn, scope, text_member(item, "url"));
  offer_url(draft.link, kForeign, scope, text_member(item, "external_url"));
  offer_url(draft.link, kGuess, {}, text_member(item, "id"));
  draft.add_title(kOwn, {text_member(item, "title"), false}, {});
  draft.add_content(kOwn, {text_member(item, "content_html"), true}, scope);
  draft.add_content(kForeign, {text_member(item, "content_text"), false}, scope);
  draft.add_summary(kOwn, {text_member(item, "summary"), false}, scope);
  draft.add_date(draft.published, kOwn, text_member(item, "date_published"));
  draft.add_date(draft.updated, kOwn, text_member(item, "date_modified"));
  draft.language.offer(kOwn, text_member(item, "language"));
  for (const char* name : {"image", "banner_image"}) {
    const std::string target = text_member(item, name);
    if (!target.empty()) draft.add_image(web_url(scope.base, target));
  }
  for (const json& tag : list_member(item, "tags")) {
    if (tag.is_string()) draft.add_category(tag.get<std::string>());
  }
  read_authors(draft, item);
  read_attachments(draft, item, scope.base);
  Entry entry = make_entry(draft, feed.language);
  if (entry.authors.empty()) entry.authors = feed.authors;
  return entry;
}

}  // namespace

Feed read_json_feed(std::string_view text, const Scope& outer) {
  const json document = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (document.is_discarded()) return {.error = "JSON that is cut off or malformed"};
  const bool is_feed =
      document.is_object() && document.contains("items") && document["items"].is_array();
  const bool says_so = document.is_object() &&
                       text_member(document, "version").find("jsonfeed.org") != std::string::npos;
  if (!is_feed && !says_so) return {.error = "JSON, but no JSON Feed"};

  Draft draft;
  draft.add_title(kOwn, {text_member(document, "title"), false}, {});
  draft.add_summary(kOwn, {text_member(document, "description"), false}, outer);
  offer_url(draft.link, kOwn, outer, text_member(document, "home_page_url"));
  offer_url(draft.self, kOwn, outer, text_member(document, "feed_url"));
  offer_url(draft.image, kOwn, outer, text_member(document, "icon"));
  offer_url(draft.image, kForeign, outer, text_member(document, "favicon"));
  draft.language.offer(kOwn, text_member(document, "language"));
  for (const json& hub : list_member(document, "hubs")) {
    if (hub.is_object()) offer_url(draft.hub, kOwn, outer, text_member(hub, "url"));
  }
  read_authors(draft, document);

  Feed feed;
  feed.format = Format::JsonFeed;
  fill_feed(feed, draft);
  Scope scope = outer;
  if (scope.base.empty()) scope.base = feed.self.empty() ? feed.link : feed.self;
  for (const json& item : list_member(document, "items")) {
    if (item.is_object()) feed.entries.push_back(read_item(item, scope, feed));
  }
  return feed;
}

}  // namespace kiosque::feed
