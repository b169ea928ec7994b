#include "searcher/render/render.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "common/base/utf8.h"

namespace kiosque::render {
namespace {

using Json = nlohmann::ordered_json;

/// Spans as [begin, end) pairs counted in characters (code points): bytes mean nothing to most
/// readers of JSON.
Json marks_in_characters(const engine::MarkedText& text) {
  Json marks = Json::array();
  const std::string_view bytes = text.text;
  std::size_t characters = 0;
  std::size_t counted = 0;
  const auto advance_to = [&](std::size_t byte) {
    characters += character_count(bytes.substr(counted, byte - counted));
    counted = byte;
    return characters;
  };
  for (const engine::Span& span : text.marks) {
    const std::size_t begin = advance_to(span.begin);
    marks.push_back(Json::array({begin, advance_to(span.end)}));
  }
  return marks;
}

Json hit_to_json(const engine::Hit& hit) {
  Json json{{"rank", hit.rank},
            {"score", hit.score},
            {"url", hit.url},
            {"title", hit.title.text},
            {"title_marks", marks_in_characters(hit.title)},
            {"snippet", hit.snippet.text},
            {"snippet_marks", marks_in_characters(hit.snippet)},
            {"source", hit.source},
            {"section", hit.section},
            {"language", hit.language},
            {"authors", hit.authors},
            {"published", nullptr},
            {"paywalled", hit.paywalled},
            {"all_words", hit.all_words},
            {"other_sources", hit.other_sources},
            {"elsewhere", Json::array()}};
  for (const engine::StorySource& other : hit.elsewhere) {
    json["elsewhere"].push_back({{"source", other.source}, {"url", other.url}});
  }
  if (hit.published) json["published"] = date::format_iso8601(*hit.published);
  if (!hit.explanation.empty()) json["explanation"] = hit.explanation;
  return json;
}

std::string_view name_of(query::Note::Kind kind) {
  switch (kind) {
    case query::Note::Kind::UnknownField:
      return "unknown_field";
    case query::Note::Kind::UnclosedQuote:
      return "unclosed_quote";
    case query::Note::Kind::Unbalanced:
      return "unbalanced";
    case query::Note::Kind::DanglingOperator:
      return "dangling_operator";
    case query::Note::Kind::BadDate:
      return "bad_date";
    case query::Note::Kind::Corrected:
      return "corrected";
    case query::Note::Kind::Suggested:
      return "suggested";
    case query::Note::Kind::AlsoSearched:
      return "also_searched";
    case query::Note::Kind::TooLong:
      return "too_long";
    case query::Note::Kind::TooManyExpansions:
      return "too_many_expansions";
    case query::Note::Kind::ShortPrefix:
      return "short_prefix";
    case query::Note::Kind::OptionalPhrase:
      return "optional_phrase";
    case query::Note::Kind::OnlyStopWords:
      return "only_stop_words";
    case query::Note::Kind::AllWords:
      return "all_words";
    case query::Note::Kind::NoneHasAll:
      return "none_has_all";
    case query::Note::Kind::ShardFailed:
      return "shard_failed";
    case query::Note::Kind::NamesUnread:
    case query::Note::Kind::NamesMisread:
      return "names_unread";
  }
  return "unknown";
}

Json facets_to_json(const std::vector<engine::Facet>& facets) {
  Json json = Json::object();
  for (const engine::Facet& facet : facets) {
    Json& values = json[facet.field] = Json::array();
    for (const engine::FacetValue& value : facet.values) {
      values.push_back({{"value", value.value}, {"count", value.count}});
    }
  }
  return json;
}

Json timeline_to_json(const std::vector<engine::TimelineBar>& timeline) {
  Json json = Json::array();
  for (const engine::TimelineBar& bar : timeline) {
    json.push_back({{"year", bar.year}, {"month", bar.month}, {"count", bar.count}});
  }
  return json;
}

/// Stored text is valid UTF-8; should a damaged byte have slipped in, it must not end the answer.
std::string dump(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string to_json(std::string_view query, const engine::Page& page) {
  Json json{
      {"schema", kJsonSchema},         {"query", query},          {"parsed", page.parsed_query},
      {"suggestion", page.suggestion}, {"offset", page.offset},   {"total", page.total},
      {"articles", page.articles},     {"stories", page.stories}, {"total_exact", true}};
  Json& notes = json["notes"] = Json::array();
  for (const query::Note& note : page.notes) {
    notes.push_back(
        {{"kind", name_of(note.kind)}, {"subject", note.subject}, {"detail", note.detail}});
  }
  Json& hits = json["hits"] = Json::array();
  for (const engine::Hit& hit : page.hits) hits.push_back(hit_to_json(hit));
  if (!page.facets.empty()) json["facets"] = facets_to_json(page.facets);
  if (!page.timeline.empty()) json["timeline"] = timeline_to_json(page.timeline);
  if (!page.explanation.empty()) json["explanation"] = page.explanation;
  return dump(json, 2) + "\n";
}

std::string to_json_lines(const engine::Page& page) {
  std::string lines;
  for (const engine::Hit& hit : page.hits) lines += dump(hit_to_json(hit), -1) + "\n";
  return lines;
}

std::string to_trec(std::string_view query_id, const engine::Page& page) {
  std::string run;
  for (const engine::Hit& hit : page.hits) {
    run += fmt::format("{} Q0 {} {} {:.6f} kiosque\n", query_id, hit.url, hit.rank, hit.score);
  }
  return run;
}

}  // namespace kiosque::render
