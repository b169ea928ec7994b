#include "searcher/match/field_query.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "common/index/schema.h"
#include "common/index/terms.h"
#include "searcher/match/word_queries.h"
#include "searcher/query/plain_word.h"

namespace kiosque::match {

using Query = Xapian::Query;

Query value_query(const query::Node& node, const meaning::Vocabulary& vocabulary) {
  const index::Field* field = index::find_field(node.text);
  if (field == nullptr) return Query::MatchNothing;
  std::vector<Query> terms;
  for (const std::string& term : value_terms(*field, node.children.front().text, vocabulary)) {
    terms.push_back(Query(term));
  }
  return terms.empty() ? Query::MatchNothing : combine(Query::OP_OR, terms);
}

Query date_query(const query::TimeRange& range) {
  constexpr std::chrono::sys_seconds kLongAgo = std::chrono::sys_days{std::chrono::year{1} / 1 / 1};
  const std::string from = index::encode_time(range.from.value_or(kLongAgo));
  if (!range.to) return Query(Query::OP_VALUE_GE, index::slot::kPublished, from);
  const std::string last = index::encode_time(*range.to - std::chrono::seconds{1});
  return Query(Query::OP_VALUE_RANGE, index::slot::kPublished, from, last);
}

namespace {

constexpr std::size_t kMaxSources = 20;

/// Languages of the French-speaking world and its neighbours, by their French and English names.
constexpr std::pair<std::string_view, std::string_view> kLanguages[] = {
    {"francais", "fr"}, {"french", "fr"},  {"anglais", "en"},     {"english", "en"},
    {"allemand", "de"}, {"german", "de"},  {"espagnol", "es"},    {"spanish", "es"},
    {"italien", "it"},  {"italian", "it"}, {"neerlandais", "nl"}, {"dutch", "nl"},
    {"arabe", "ar"},    {"arabic", "ar"},  {"portugais", "pt"},   {"portuguese", "pt"},
};

std::string language_code(std::string_view value) {
  const std::string plain = query::plain_word(value);
  const auto* known = std::find_if(std::begin(kLanguages), std::end(kLanguages),
                                   [&](const auto& entry) { return entry.first == plain; });
  return known == std::end(kLanguages) ? plain : std::string(known->second);
}

/// "https://www.lemonde.fr/" -> "lemonde.fr"
std::string host_of(std::string_view value) {
  if (const auto scheme = value.find("://"); scheme != std::string_view::npos) {
    value.remove_prefix(scheme + 3);
  }
  value = value.substr(0, value.find('/'));
  std::string host = query::plain_word(value);
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

std::vector<std::string> source_terms(std::string_view value,
                                      const meaning::Vocabulary& vocabulary) {
  const std::string name = index::value_term(index::prefix::kSource, value);
  const std::string site = index::value_term(index::prefix::kSite, host_of(value));
  std::vector<std::string> terms;
  for (const std::string& term : {name, site}) {
    if (vocabulary.frequency(term) > 0) terms.push_back(term);
  }
  if (!terms.empty()) return terms;
  for (const std::string& begin : {name, site}) {
    const auto expansion = vocabulary.expand(begin, kMaxSources);
    terms.insert(terms.end(), expansion.terms.begin(), expansion.terms.end());
  }
  return terms;
}

}  // namespace

std::vector<std::string> value_terms(const index::Field& field, std::string_view value,
                                     const meaning::Vocabulary& vocabulary) {
  if (field.prefix == index::prefix::kSource) return source_terms(value, vocabulary);
  if (field.prefix == index::prefix::kSite)
    return {index::value_term(field.prefix, host_of(value))};
  if (field.prefix == index::prefix::kLanguage)
    return {index::value_term(field.prefix, language_code(value))};
  return {index::value_term(field.prefix, value)};
}

}  // namespace kiosque::match
