#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "common/base/url.h"
#include "searcher/render/page/html_view.h"
#include "searcher/speech/speech.h"
#include "searcher/speech/typography.h"

namespace kiosque::render::page {
namespace {

constexpr std::size_t kAuthorsShown = 2;
constexpr std::size_t kSourcesShown = 4;

std::string authors_of(const engine::Hit& hit) {
  const std::size_t shown = std::min(hit.authors.size(), kAuthorsShown);
  const auto begin = hit.authors.begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(shown);
  return fmt::format("{}{}", fmt::join(begin, end, ", "), shown < hit.authors.size() ? "…" : "");
}

void add_date(Data& item, const engine::Hit& hit, speech::Language language) {
  if (!hit.published) return;
  Data date{Data::type::object};
  date["iso"] = date::format_iso8601(*hit.published);
  date["day"] = speech::format_day(*hit.published, language);
  set_text(date, "hour", speech::format_hour(*hit.published, language));
  item["date"] = std::move(date);
}

/// Nothing for a text in the language of the page, or one that names no language.
std::string foreign_language(const engine::Hit& hit, speech::Language language) {
  return hit.language == speech::language_code(language) ? "" : hit.language;
}

/// What follows the name number `i` of `shown` in a sentence: "a, b et c", or "a, b…" if there are
/// more than are shown.
std::string joint_after(std::size_t i, std::size_t shown, std::size_t all,
                        speech::Language language) {
  if (i + 1 == shown) return shown < all ? "…" : "";
  if (i + 2 < shown || shown < all) return ", ";
  return " " + std::string(speech::text(speech::Message::And, language)) + " ";
}

List sources_elsewhere(const engine::Hit& hit, speech::Language language) {
  const std::size_t shown = std::min(hit.elsewhere.size(), kSourcesShown);
  List list;
  for (std::size_t i = 0; i < shown; ++i) {
    const engine::StorySource& other = hit.elsewhere[i];
    Data item{Data::type::object};
    item["source"] = other.source;
    if (address::is_web_address(other.url))
      item["article"] = other.url;  // not "url": the hit's would stand in
    set_text(item, "joint", joint_after(i, shown, hit.elsewhere.size(), language));
    list.push_back(std::move(item));
  }
  return list;
}

void add_story(Data& item, const View& view, const engine::Hit& hit) {
  if (hit.other_sources == 0) return;
  set_list(item, "elsewhere", sources_elsewhere(hit, view.language()));
  item["others"] =
      speech::plural(speech::Message::OtherArticles, view.language(), hit.other_sources);
  engine::Request all = address::on_page(view.context.request, 1);
  all.collapse_stories = false;
  item["others_href"] = view.href(all);
}

/// `marked` as segments {text, mark}.
List segments(const engine::MarkedText& marked) {
  List list;
  const auto add = [&](std::size_t begin, std::size_t end, bool mark) {
    if (begin >= end) return;
    Data segment{Data::type::object};
    segment["text"] =
        speech::with_no_break_spaces(std::string_view(marked.text).substr(begin, end - begin));
    segment["mark"] = Data{mark};
    list.push_back(std::move(segment));
  };
  std::size_t position = 0;
  for (const engine::Span& span : marked.marks) {
    add(position, span.begin, false);
    add(span.begin, span.end, true);
    position = span.end;
  }
  add(position, marked.text.size(), false);
  return list;
}

Data hit_data(const View& view, const engine::Hit& hit) {
  const speech::Language language = view.language();
  Data item{Data::type::object};
  if (address::is_web_address(hit.url)) item["url"] = hit.url;
  engine::MarkedText title = hit.title;
  if (title.text.empty())
    title = {std::string(speech::text(speech::Message::Untitled, language)), {}};
  item["title"] = Data{segments(title)};
  set_list(item, "snippet", segments(hit.snippet));
  item["source"] = hit.source.empty() ? site_of(hit.url) : hit.source;
  set_text(item, "section", hit.section);
  set_text(item, "authors", authors_of(hit));
  set_text(item, "text_lang", foreign_language(hit, language));
  item["paywalled"] = Data{hit.paywalled};
  add_date(item, hit, language);
  add_story(item, view, hit);
  return item;
}

}  // namespace

void set_text(Data& data, const std::string& name, const std::string& value) {
  if (!value.empty()) data[name] = value;
}

void set_list(Data& data, const std::string& name, const List& items) {
  data["has_" + name] = Data{!items.empty()};
  data[name] = Data{items};
}

List hits(const View& view) {
  List list;
  bool all_words = view.page.all_words_first;
  for (const engine::Hit& hit : view.page.hits) {
    list.push_back(hit_data(view, hit));
    if (!all_words || hit.all_words) continue;
    list.back()["only_some"] =
        std::string(speech::text(speech::Message::OnlySomeWords, view.language()));
    all_words = false;
  }
  return list;
}

List notes(const View& view) {
  List list;
  for (const query::Note& note : view.page.notes) {
    if (note.kind == query::Note::Kind::Suggested && !view.page.suggestion.empty()) continue;
    Data item{Data::type::object};
    item["text"] = speech::note_text(note, view.language());
    if (note.kind == query::Note::Kind::Corrected) {
      engine::Request typed = address::on_page(view.context.request, 1);
      typed.correct_spelling = false;
      item["href"] = view.href(typed);
      item["link"] = speech::format(speech::Message::SearchAsTyped, view.language(), {typed.query});
    }
    list.push_back(std::move(item));
  }
  return list;
}

}  // namespace kiosque::render::page
