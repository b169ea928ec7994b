#include "searcher/engine/search_attempt.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "common/index/schema.h"
#include "searcher/engine/hits.h"
#include "searcher/match/match.h"
#include "searcher/meaning/meaning.h"
#include "searcher/rank/rank.h"

namespace kiosque::engine {
namespace {

template <class T>
void append(std::vector<T>& all, const std::vector<T>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

using Match = meaning::Alternative::Match;

bool ranks_something(const meaning::Words& words) {
  return std::ranges::any_of(words, [](const meaning::Word& word) {
    return std::ranges::any_of(word.alternatives, [](const meaning::Alternative& term) {
      return !term.stop_word || term.match == Match::Prefix;
    });
  });
}

std::size_t hits_wanted(const Request& request) { return std::min(request.limit, kMaxLimit); }

std::string_view name_of(const meaning::Alternative& term) {
  if (term.name > 0) return "variant";
  switch (term.match) {
    case Match::Stem:
      return "stem";
    case Match::Exact:
      return "exact";
    case Match::Prefix:
      return "prefix";
  }
  return "";
}

/// What a query looks for: a line for each word with its stem and idf, then the query that runs.
std::string explain(const meaning::Words& words, const Xapian::Query& query) {
  std::string text;
  for (const meaning::Word& word : words) {
    for (const meaning::Alternative& term : word.alternatives) {
      text += fmt::format("{} {}={} idf={:.2f}{}\n", word.typed, name_of(term),
                          term.match == Match::Stem ? term.stem : term.exact, term.idf,
                          term.stop_word ? " stop word" : "");
    }
  }
  return text + query.get_description();
}

/// Why an article was found: its score, what of it is for being new, and the terms of the query it
/// holds. Throws what Xapian throws.
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

/// Words of a query up to which articles that have all of them come first: a sentence has more.
constexpr std::size_t kMostWordsPutFirst = 4;

/// Collects the numbers of the articles that match.
class Numbers final : public Xapian::MatchSpy {
 public:
  explicit Numbers(std::set<Xapian::docid>& numbers) : numbers_(numbers) {}
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    numbers_.insert(document.get_docid());
  }

 private:
  std::set<Xapian::docid>& numbers_;
};

/// Counts the articles that have more words than any other: the weight says how many.
class MostWords final : public Xapian::MatchSpy {
 public:
  explicit MostWords(FacetSpy& counts) : counts_(counts) {}

  void operator()(const Xapian::Document& document, double weight) override {
    if (weight < words_) return;
    if (weight > words_) counts_.clear();
    words_ = weight;
    counts_(document, weight);
  }

  [[nodiscard]] std::size_t words() const { return static_cast<std::size_t>(words_); }

 private:
  FacetSpy& counts_;
  double words_ = 0;
};

}  // namespace

SearchAttempt::SearchAttempt(Library& library, const Request& request, Xapian::Database& database,
                             std::chrono::sys_seconds now)
    : library_(library),
      request_(request),
      database_(database),
      now_(now),
      ranking_(library.ranking),
      enquire_(database),
      vocabulary_(database, library.reader.forms()),
      counts_(request.with_facets || request.with_timeline) {
  if (request.sort != Sort::Relevance) ranking_.recency = 0, ranking_.depth = 0;
}

Page SearchAttempt::answer(meaning::Analysed typed) {
  meaning_ = meaning::understand(
      std::move(typed), {database_, library_.reader.forms(), library_.variants}, library_.analyzer,
      {.expand_names = request_.expand_variants, .correct_spelling = request_.correct_spelling});
  match();
  // A quotation that nobody printed so: the articles with its words are the next best.
  if (hits_.empty() && meaning::relax_phrases(meaning_, vocabulary_)) match();
  return page();
}

/// Articles with all words come first, and are counted; then those with some.
void SearchAttempt::match() {
  query_ = match::compile(meaning_, vocabulary_, library_.ranking.variant);
  counted_ = match::all_words(meaning_, vocabulary_);
  recency_.emplace(now_, meaning_.words, ranking_);
  enquire_.set_weighting_scheme(rank::NewsWeight(library_.ranking));
  set_order();
  const bool one_is_enough = counted_.one_is_enough;
  const Xapian::Query& all = counted_.all;
  rank::HitsWanted wanted{.hits = request_.offset + hits_wanted(request_),
                          .articles = library_.ranking.depth,
                          .checked = database_.get_doccount(),
                          .one_a_story = request_.collapse_stories};
  if (one_is_enough && counted_.words.size() > kMostWordsPutFirst) return match_long_query(wanted);
  enquire_.add_matchspy(&counts_);
  hits_ =
      best_of(one_is_enough ? Xapian::Query(Xapian::Query::OP_FILTER, query_, all) : query_, wanted)
          .hits;
  whole_hits_ = hits_.size();
  if (!one_is_enough) return;
  all_words_first_ = true;
  const Xapian::Query some(Xapian::Query::OP_AND_NOT, query_, all);
  if (hits_.size() >= wanted.hits) {
    enquire_.set_query(some);
    others_ = enquire_.get_mset(0, 0).get_matches_estimated();
    return;
  }
  wanted.hits -= hits_.size();
  wanted.checked = 0;
  wanted.before = hits_;
  const rank::BestHits rest = best_of(some, wanted);
  others_ = request_.collapse_stories ? rest.stories() : rest.found.get_matches_estimated();
  append(hits_, rest.hits);
  if (counts_.articles() == 0 && counted_.words.size() > 1) count_those_with_most_words();
}

/// Of a sentence hardly any article has every word, and one that has not may be the one that is
/// meant: it is ranked as a whole.
void SearchAttempt::match_long_query(const rank::HitsWanted& wanted) {
  rank::HitsWanted ranked = wanted;
  ranked.checked = 0;
  const rank::BestHits best = best_of(query_, ranked);
  hits_ = best.hits;
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(counted_.all);
  Numbers numbers(whole_);
  enquire.add_matchspy(&counts_);
  enquire.add_matchspy(&numbers);
  (void)enquire.get_mset(0, 1, database_.get_doccount());
  const std::size_t matching =
      request_.collapse_stories ? best.stories() : best.found.get_matches_estimated();
  others_ = matching - std::min(matching, counted_hits());
  if (counts_.articles() == 0) count_those_with_most_words();
}

rank::BestHits SearchAttempt::best_of(const Xapian::Query& query, const rank::HitsWanted& wanted) {
  enquire_.set_query(recency_->prefer_new(query, database_));
  const rank::Query words = rank::ranking_query(meaning_);
  return rank::best_hits(enquire_, database_, wanted, [&](std::vector<rank::RankedHit>& hits) {
    rank::rank_again(database_, hits, words, ranking_);
  });
}

/// Each word of the query that an article has counts 1 there. Not under BoolWeight, which would
/// take their weights from posting sources too.
void SearchAttempt::count_those_with_most_words() {
  using Xapian::Query;
  std::vector<Query> words;
  for (const Query& word : counted_.words) {
    auto* one = new Xapian::FixedWeightPostingSource(1);
    words.emplace_back(Query::OP_FILTER, Query(one->release()), word);
  }
  Xapian::Enquire enquire(database_);
  enquire.set_query(
      Query(Query::OP_FILTER, Query(Query::OP_OR, words.begin(), words.end()), counted_.demanded));
  MostWords most(counts_);
  enquire.add_matchspy(&most);
  (void)enquire.get_mset(0, 1, database_.get_doccount());
  most_words_ = most.words();
}

void SearchAttempt::set_order() {
  if (request_.sort == Sort::DateOldest) {
    auto* published = new Xapian::MultiValueKeyMaker;
    published->add_value(index::slot::kPublished, false, "\xFF");  // behind every date
    enquire_.set_sort_by_key_then_relevance(published->release(), false);
  } else if (request_.sort == Sort::Date || !ranks_something(meaning_.words)) {
    // Where nothing ranks (a source, a day, stop words) the newest come first too.
    enquire_.set_sort_by_value_then_relevance(index::slot::kPublished, true);
  }
}

Page SearchAttempt::page() const {
  Page page;
  page.offset = request_.offset;
  count(page);
  page.parsed_query = query::to_s_expression(meaning_.ast.root);
  page.notes = library_.failures;
  append(page.notes, meaning_.ast.notes);
  append(page.notes, meaning_.notes);
  append(page.notes, meaning_.word_notes);
  if (most_words_ > 0) {
    page.notes.push_back({query::Note::Kind::NoneHasAll, std::to_string(most_words_),
                          std::to_string(counted_.words.size())});
  }
  page.suggestion = meaning_.suggestion;
  if (request_.explain) page.explanation = explain(meaning_.words, query_);
  add_hits(page);
  return page;
}

std::size_t SearchAttempt::counted_hits() const {
  return request_.collapse_stories ? counts_.stories() : counts_.articles();
}

void SearchAttempt::count(Page& page) const {
  page.articles = counts_.articles();
  page.stories = counts_.stories();
  page.all_words_first = all_words_first_ && most_words_ == 0;
  page.total = counted_hits();
  page.reachable = std::max(hits_.size(), std::max(whole_hits_, page.total) + others_);
  if (request_.with_facets) page.facets = counts_.facets();
  if (request_.with_timeline) page.timeline = counts_.timeline();
}

void SearchAttempt::add_hits(Page& page) const {
  const std::size_t begin = std::min(request_.offset, hits_.size());
  const std::size_t end = std::min(begin + hits_wanted(request_), hits_.size());
  const auto shown = std::span(hits_).subspan(begin, end - begin);
  for (const rank::RankedHit& ranked : shown) {
    Hit& hit = page.hits.emplace_back(
        make_hit(database_, ranked, meaning_.words, request_, library_.analyzer));
    hit.rank = begin + page.hits.size();
    hit.all_words = hit.rank <= whole_hits_ || whole_.contains(ranked.id);
    if (request_.explain) hit.explanation = explain(enquire_, ranked, hit, *recency_);
  }
  if (request_.with_snippets && request_.collapse_stories) {
    find_other_sources(database_, query_, shown, page.hits);
  }
}

}  // namespace kiosque::engine
