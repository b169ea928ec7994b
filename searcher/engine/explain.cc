#include "searcher/engine/explain.h"

#include <fmt/format.h>

namespace kiosque {
namespace {

std::string_view name_of(const QueryTerm& term) {
  if (term.variant > 0) return "variant";
  switch (term.match) {
    case QueryTerm::Match::Stem:
      return "stem";
    case QueryTerm::Match::Exact:
      return "exact";
    case QueryTerm::Match::Prefix:
      return "prefix";
  }
  return "";
}

}  // namespace

std::string explain(const CompiledQuery& compiled) {
  std::string text;
  for (const QueryTerm& term : compiled.terms) {
    const bool stem = term.match == QueryTerm::Match::Stem;
    text +=
        fmt::format("{} {}={} idf={:.2f}{}\n", term.word, name_of(term),
                    stem ? term.stem : term.exact, term.idf, term.stop_word ? " stop word" : "");
  }
  return text + compiled.query.get_description();
}

std::string explain(const Xapian::Enquire& enquire, const RankedHit& ranked, const Hit& hit,
                    const Recency& recency) {
  std::string text = fmt::format("{:.3f}", ranked.score);
  const double newness = hit.published ? recency.worth(hit.published->utc) : 0;
  if (newness > 0) text += fmt::format(" (recency {:.3f})", newness);
  text += ':';
  const auto end = enquire.get_matching_terms_end(ranked.id);
  for (auto term = enquire.get_matching_terms_begin(ranked.id); term != end; ++term) {
    text += ' ' + *term;
  }
  return text;
}

}  // namespace kiosque
