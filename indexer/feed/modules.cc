#include <array>
#include <string>

#include "common/base/ascii.h"
#include "indexer/feed/draft.h"
#include "indexer/feed/markup.h"

namespace kiosque::feed {
namespace {

void read_title(Draft& draft, const Source& s) {
  draft.add_title(s.rank, rss_construct(s.element, s.scope), s.scope);
}

void read_description(Draft& draft, const Source& s) {
  draft.add_summary(s.rank, rss_construct(s.element, s.scope), s.scope);
}

void read_media_title(Draft& draft, const Source& s) {
  draft.add_title(kGuess, rss_construct(s.element, s.scope), {});
}

/// Better than a media description, less than the format's own.
void read_dublin_description(Draft& draft, const Source& s) {
  draft.add_summary(s.rank + 5, rss_construct(s.element, s.scope), s.scope);
}

void read_subtitle(Draft& draft, const Source& s) {
  draft.add_summary(kGuess, rss_construct(s.element, s.scope), s.scope);
}

void read_media_description(Draft& draft, const Source& s) {
  draft.add_summary(kGuess + 1, rss_construct(s.element, s.scope), s.scope);
}

void read_content(Draft& draft, const Source& s) {
  draft.add_content(kPreferred, rss_construct(s.element, s.scope), s.scope);
}

void read_xhtml_body(Draft& draft, const Source& s) {
  const Construct body{inner_html(s.element, s.scope.base, CdataIs::Text), true};
  draft.add_content(s.rank, body, s.scope);
}

void read_person(Draft& draft, const Source& s) {
  draft.add_person(s.rank, as_line(rss_construct(s.element, s.scope)));
}

void read_itunes_person(Draft& draft, const Source& s) {
  draft.add_person(s.rank - 5, as_line(rss_construct(s.element, s.scope)));
}

void read_owner(Draft& draft, const Source& s) {
  for (const pugi::xml_node part : s.element.children()) {
    if (name_of(part).local == "name") draft.add_person(kGuess, text_of(part));
  }
}

void read_subject(Draft& draft, const Source& s) {
  draft.add_category(as_line(rss_construct(s.element, s.scope)));
}

void read_keywords(Draft& draft, const Source& s) {
  draft.add_categories(as_line(rss_construct(s.element, s.scope)));
}

void read_itunes_category(Draft& draft, const Source& s) {
  draft.add_category(attribute_of(s.element, "text"));
  for (const pugi::xml_node part : s.element.children()) {
    draft.add_category(attribute_of(part, "text"));
  }
}

void read_issued(Draft& draft, const Source& s) {
  draft.add_date(draft.published, s.rank + 5, raw_text(s.element));
}

void read_identifier(Draft& draft, const Source& s) {
  std::string id = text_of(s.element);
  if (!id.empty()) draft.id.offer(s.rank, std::move(id));
}

void read_image(Draft& draft, const Source& s) {
  std::string target = attribute_of(s.element, "href");
  if (target.empty()) target = attribute_of(s.element, "url");
  offer_image(draft, s, target.empty() ? text_of(s.element) : target);
}

void read_itunes_link(Draft& draft, const Source& s) {
  if (attribute_of(s.element, "rel") == "image") read_image(draft, s);
}

void read_thumbnail(Draft& draft, const Source& s) {
  offer_image(draft, s, attribute_of(s.element, "url"));
}

void read_media_content(Draft& draft, const Source& s) {
  const std::string type = lower(attribute_of(s.element, "type"));
  const std::string medium = lower(attribute_of(s.element, "medium"));
  const std::string target = attribute_of(s.element, "url");
  const bool is_image =
      medium == "image" || type.starts_with("image") || (type.empty() && medium.empty());
  if (s.subject == Subject::Entry) {
    if (is_image) offer_image(draft, s, target);
    if (!target.empty()) draft.add_enclosure(s.scope.base, target, type);
  }
  for (const pugi::xml_node child : s.element.children()) {
    const Name name = name_of(child);
    const bool is_picture = name.ns == Ns::Media && name.local == "thumbnail";
    if (is_picture) read_field(draft, child, s.scope, Dialect::Rss, s.subject);
  }
}

void read_media_group(Draft& draft, const Source& s) {
  for (const pugi::xml_node child : s.element.children()) {
    const Name name = name_of(child);
    const bool nested = name.ns != Ns::Media || name.local == "group";
    if (!nested) read_field(draft, child, s.scope, Dialect::Rss, s.subject);
  }
}

void read_original_link(Draft& draft, const Source& s) {
  std::string url = web_url(s.scope.base, text_of(s.element));
  if (!url.empty()) draft.original_link.offer(s.rank, std::move(url));
}

void read_update_period(Draft& draft, const Source& s) {
  draft.update_period = lower(text_of(s.element));
}

void read_update_frequency(Draft& draft, const Source& s) {
  const int times = number_of(s.element);
  if (times > 0) draft.updates_per_period = times;
}

constexpr std::array kFields{
    FieldReader{Ns::DublinCore, "title", read_title},
    FieldReader{Ns::DublinCore, "description", read_dublin_description},
    FieldReader{Ns::DublinCore, "creator", read_person},
    FieldReader{Ns::DublinCore, "author", read_person},
    FieldReader{Ns::DublinCore, "subject", read_subject},
    FieldReader{Ns::DublinCore, "date", read_published},
    FieldReader{Ns::DublinCore, "language", read_language},
    FieldReader{Ns::DublinCore, "identifier", read_identifier},
    FieldReader{Ns::DublinTerms, "title", read_title},
    FieldReader{Ns::DublinTerms, "creator", read_person},
    FieldReader{Ns::DublinTerms, "subject", read_subject},
    FieldReader{Ns::DublinTerms, "issued", read_issued},
    FieldReader{Ns::DublinTerms, "date", read_published},
    FieldReader{Ns::DublinTerms, "modified", read_updated},
    FieldReader{Ns::DublinTerms, "created", read_created},
    FieldReader{Ns::Content, "encoded", read_content},
    FieldReader{Ns::Xhtml, "body", read_xhtml_body},
    FieldReader{Ns::Itunes, "summary", read_description},
    FieldReader{Ns::Itunes, "subtitle", read_subtitle},
    FieldReader{Ns::Itunes, "author", read_itunes_person},
    FieldReader{Ns::Itunes, "owner", read_owner},
    FieldReader{Ns::Itunes, "category", read_itunes_category},
    FieldReader{Ns::Itunes, "keywords", read_keywords},
    FieldReader{Ns::Itunes, "image", read_image},
    FieldReader{Ns::Itunes, "link", read_itunes_link},
    FieldReader{Ns::Media, "title", read_media_title},
    FieldReader{Ns::Media, "description", read_media_description},
    FieldReader{Ns::Media, "thumbnail", read_thumbnail},
    FieldReader{Ns::Media, "content", read_media_content},
    FieldReader{Ns::Media, "group", read_media_group},
    FieldReader{Ns::Media, "keywords", read_keywords},
    FieldReader{Ns::Media, "category", read_subject},
    FieldReader{Ns::Feedburner, "origlink", read_original_link},
    FieldReader{Ns::Syndication, "updateperiod", read_update_period},
    FieldReader{Ns::Syndication, "updatefrequency", read_update_frequency},
};

}  // namespace

std::span<const FieldReader> module_fields() { return kFields; }

}  // namespace kiosque::feed
