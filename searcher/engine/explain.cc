#include "searcher/engine/explain.h"

#include <fmt/format.h>

namespace kiosque::engine {
namespace {

std::string_view name_of(const meaning::Term& term) {
  if (term.variant > 0) return "variant";
  switch (term.match) {
    case meaning::Term::Match::Stem:
      return "stem";
    case meaning::Term::Match::Exact:
      return "exact";
    case meaning::Term::Match::Prefix:
      return "prefix";
  }
  return "";
}

}  // namespace

std::string explain(const match::CompiledQuery& compiled) {
  std::string text;
  for (const meaning::Term& term : compiled.terms) {
    const bool stem = term.match == meaning::Term::Match::Stem;
    text +=
        fmt::format("{} {}={} idf={:.2f}{}\n", term.word, name_of(term),
                    stem ? term.stem : term.exact, term.idf, term.stop_word ? " stop word" : "");
  }
  return text + compiled.query.get_description();
}

std::string explain(const Xapian::Enquire& enquire, const rank::RankedHit& ranked, const Hit& hit,
                    const rank::Recency& recency) {
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

}  // namespace kiosque::engine
