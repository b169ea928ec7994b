#include "indexer/feed/draft.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "indexer/feed/markup.h"

namespace kiosque::feed {
namespace {

constexpr std::size_t npos = std::string_view::npos;
/// No entry has more authors, categories or files; a list is searched for each that is added.
constexpr std::size_t kMaxList = 500;

bool is_address(std::string_view text) {
  return text.find('@') != npos && text.find_first_of(" \t\n<>()") == npos;
}

/// Takes "(…)" or "<…>" that holds an address out of `text`.
void drop_bracketed_address(std::string& text) {
  for (const auto& [open, close] :
       {std::pair{'<', '>'}, std::pair{'(', ')'}, std::pair{'[', ']'}}) {
    const std::size_t from = text.find(open);
    const std::size_t to = text.find(close, from == npos ? text.size() : from);
    if (to == npos) continue;
    if (text.substr(from, to - from).find('@') != npos) text.erase(from, to - from + 1);
  }
}

Draft::Person person_of(int rank, std::string_view raw) {
  std::string text = one_line(raw);
  if (starts_with_ignoring_case(text, "mailto:")) text.erase(0, 7);
  const std::string whole = text;
  drop_bracketed_address(text);
  text = one_line(text);
  if (text.empty()) {  // "<a@b.c>"
    text = whole;
    std::erase_if(text, [](char c) { return c == '<' || c == '>' || c == '(' || c == ')'; });
  }
  const std::size_t space = text.find(' ');
  if (space != npos && is_address(std::string_view(text).substr(0, space))) {  // "a@b.c (Name)"
    std::string name = one_line(std::string_view(text).substr(space + 1));
    if (name.size() > 1 && name.front() == '(' && name.back() == ')') {
      name = one_line(name.substr(1, name.size() - 2));
    }
    if (!name.empty() && name != "()") return {rank, name, false};
    text.erase(space);
  }
  const bool address = is_address(text);
  return {rank, std::move(text), address};
}

void add_once(std::vector<std::string>& list, std::string value) {
  if (value.empty() || list.size() == kMaxList) return;
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(std::move(value));
}

const FieldReader* find(std::span<const FieldReader> fields, Ns ns, std::string_view name) {
  const auto row = std::find_if(fields.begin(), fields.end(), [&](const FieldReader& field) {
    return field.ns == ns && field.name == name;
  });
  return row == fields.end() ? nullptr : &*row;
}

}  // namespace

void Draft::add_title(int rank, const Construct& construct, const Scope& scope) {
  std::string line = as_line(construct);
  if (!scope.language.empty()) text_language.offer(1, scope.language);
  if (!line.empty()) title.offer(rank, std::move(line));
}

void Draft::add_summary(int rank, const Construct& construct, const Scope& scope) {
  std::string html = as_html(construct, scope);
  if (html.empty()) return;
  if (!scope.language.empty()) text_language.offer(2, scope.language);
  summary.offer(rank, std::move(html));
}

void Draft::add_content(int rank, const Construct& construct, const Scope& scope) {
  std::string html = as_html(construct, scope);
  if (html.empty()) return;
  if (!scope.language.empty()) text_language.offer(3, scope.language);
  content.offer(rank, std::move(html));
}

void Draft::add_date(Choice<date::Timestamp>& field, int rank, std::string_view text) {
  if (const auto time = date::parse_timestamp(text)) field.offer_last(rank, *time);
}

void Draft::add_person(int rank, std::string_view text) {
  Person person = person_of(rank, text);
  if (!person.name.empty() && people.size() < kMaxList) people.push_back(std::move(person));
}

void Draft::add_category(std::string_view text) { add_once(categories, one_line(text)); }

void Draft::add_categories(std::string_view comma_separated) {
  for (const std::string_view category : split(comma_separated, ',')) add_category(category);
}

void Draft::add_image(std::string url) { add_once(images, std::move(url)); }

void Draft::add_enclosure(const std::string& base, std::string_view target, std::string type) {
  target = trimmed(target);
  if (target.empty() || enclosures.size() == kMaxList) return;
  std::string url = web_url(base, target);
  const bool is_web = !url.empty();
  if (!is_web) url = target;
  const bool known = std::any_of(enclosures.begin(), enclosures.end(),
                                 [&](const Enclosure& other) { return other.url == url; });
  if (is_web && type.starts_with("image/")) add_image(url);
  if (!known) enclosures.push_back({std::move(url), std::move(type)});
}

std::vector<std::string> Draft::authors() const {
  std::vector<Person> sorted = people;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Person& a, const Person& b) {
    return a.is_address != b.is_address ? b.is_address : a.rank > b.rank;
  });
  std::vector<std::string> names;
  for (Person& person : sorted) {
    const bool only_address = person.is_address && !names.empty();
    if (!only_address) add_once(names, std::move(person.name));
  }
  return names;
}

Entry make_entry(const Draft& draft, const std::string& feed_language) {
  Entry entry;
  entry.id = draft.id.value();
  entry.link = draft.link.value();
  entry.original_link = draft.original_link.value();
  entry.title = draft.title.value();
  entry.summary = draft.summary.value();
  entry.content = draft.content.value();
  entry.language = draft.text_language.value();
  if (entry.language.empty()) entry.language = draft.language.value();
  if (entry.language.empty()) entry.language = feed_language;
  if (!draft.published.empty()) entry.published = draft.published.value();
  if (!draft.updated.empty()) entry.updated = draft.updated.value();
  if (!draft.created.empty()) entry.created = draft.created.value();
  entry.authors = draft.authors();
  entry.categories = draft.categories;
  entry.images = draft.images;
  entry.enclosures = draft.enclosures;
  entry.source_title = draft.source_title.value();
  entry.source_url = draft.source_url.value();
  return entry;
}

void fill_feed(Feed& feed, const Draft& draft) {
  feed.title = draft.title.value();
  feed.id = draft.id.value();
  feed.link = draft.link.value();
  feed.self = draft.self.value();
  feed.hub = draft.hub.value();
  feed.description = draft.summary.value();
  feed.image = draft.image.value();
  if (!draft.language.empty()) feed.language = draft.language.value();
  if (!draft.published.empty()) {
    feed.published = draft.published.value();
  } else if (!draft.created.empty()) {
    feed.published = draft.created.value();
  }
  if (!draft.updated.empty()) feed.updated = draft.updated.value();
  feed.authors = draft.authors();
  feed.categories = draft.categories;
  feed.ttl_minutes = draft.ttl_minutes;
  feed.skip_hours = draft.skip_hours;
  feed.skip_days = draft.skip_days;
  if (!feed.ttl_minutes && !draft.update_period.empty()) {
    static constexpr std::array<std::pair<std::string_view, int>, 5> kPeriods{{{"hourly", 60},
                                                                               {"daily", 1440},
                                                                               {"weekly", 10080},
                                                                               {"monthly", 43200},
                                                                               {"yearly", 525600}}};
    for (const auto& [name, minutes] : kPeriods) {
      if (name == draft.update_period) feed.ttl_minutes = minutes / draft.updates_per_period;
    }
  }
}

void read_language(Draft& draft, const Source& source) {
  std::string language = text_of(source.element);
  if (!language.empty()) draft.language.offer(source.rank, std::move(language));
}

void read_published(Draft& draft, const Source& source) {
  draft.add_date(draft.published, source.rank, raw_text(source.element));
}

void read_updated(Draft& draft, const Source& source) {
  draft.add_date(draft.updated, source.rank, raw_text(source.element));
}

void read_created(Draft& draft, const Source& source) {
  draft.add_date(draft.created, source.rank, raw_text(source.element));
}

void offer_image(Draft& draft, const Source& source, const std::string& target) {
  std::string url = target.empty() ? target : web_url(source.scope.base, target);
  if (url.empty()) return;
  if (source.subject == Subject::Entry) {
    draft.add_image(std::move(url));
  } else {
    draft.image.offer(source.rank, std::move(url));
  }
}

void read_field(Draft& draft, pugi::xml_node element, const Scope& outer, Dialect dialect,
                Subject subject) {
  const Name name = name_of(element);
  Source source{element, enter(outer, element), kOwn, subject};
  const FieldReader* field = nullptr;
  if (name.ns == Ns::Core || name.ns == Ns::Atom) {
    const bool own_words = dialect == Dialect::Atom || name.ns == Ns::Core;
    if (!own_words) source.rank = kForeign;
    const bool rss_words = dialect == Dialect::Rss && name.ns == Ns::Core;
    if (rss_words) field = find(rss_fields(), Ns::Core, name.local);
    if (field == nullptr) {
      if (rss_words) source.rank = kForeign;
      field = find(atom_fields(), Ns::Atom, name.local);
    }
    if (field == nullptr && dialect == Dialect::Atom) {
      source.rank = kForeign;
      field = find(rss_fields(), Ns::Core, name.local);
    }
  } else {
    source.rank = kModule;
    field = find(module_fields(), name.ns, name.local);
  }
  if (field != nullptr) field->read(draft, source);
}

}  // namespace kiosque::feed
