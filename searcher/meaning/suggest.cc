#include "searcher/meaning/suggest.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "common/base/ascii.h"
#include "common/index/record.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/text/fold.h"
#include "searcher/meaning/speller.h"

namespace kiosque::meaning {
namespace {

using Kind = query::Node::Kind;

/// Neighbours looked at together with the other words.
constexpr std::size_t kCandidates = 6;
/// How much being found together counts, beside the likelihood of the slip.
constexpr double kContextWeight = 1.0;
/// A word in at most this many articles may be a slip; what is meant is in so many times more.
constexpr Xapian::doccount kRare = 1;
constexpr double kMuchMoreFrequent = 50;
/// A form that no article holds, of a word that some do, is a slip if what is meant is in so many
/// times more articles than the word.
constexpr double kMoreFrequentThanStem = 10;
/// A form of a word in more articles than this is left as it is: another is suggested only.
constexpr double kWellKnownStem = 20;
/// Words of a query that are looked at: each costs a walk through a part of the vocabulary.
constexpr std::size_t kMostCorrections = 4;

bool is_plain_word(const text::Token& token) {
  constexpr std::size_t kShortest = 4;
  return index::has_forms(token) && token.exact.size() >= kShortest &&
         std::ranges::none_of(token.exact, is_digit);
}

/// The words of a query that are searched as words.
void collect_words(query::Node& node, std::vector<query::Node*>& words) {
  if (node.role == query::Role::Not || node.kind == Kind::Not || node.kind == Kind::Field) return;
  // A name from the table is spelled as the table spells it.
  if (node.kind == Kind::Variants) return;
  if (node.kind == Kind::Word) words.push_back(&node);
  for (query::Node& child : node.children) collect_words(child, words);
}

class SpellingCheck {
 public:
  SpellingCheck(Analysed& query, const Xapian::Database& database, const index::WordForms& forms,
                text::Analyzer& analyzer, Spelling mode)
      : query_(query), database_(database), forms_(forms), analyzer_(analyzer), mode_(mode) {}

  SpellingAdvice run() {
    std::vector<query::Node*> words;
    collect_words(query_.ast.root, words);
    for (query::Node* word : words) {
      for (const text::Token& token : query_.leaves[word->leaf].tokens) {
        if (!token.stop_word) stems_.push_back(index::stem_term(token));
      }
    }
    // From the last on, so that the places of those before stay right in the suggested query.
    std::string suggested = query_.ast.query;
    for (auto word = words.rbegin(); word != words.rend(); ++word) check(**word, suggested);
    std::reverse(advice_.notes.begin(), advice_.notes.end());
    if (suggested != query_.ast.query) advice_.suggestion = std::move(suggested);
    return std::move(advice_);
  }

 private:
  void check(query::Node& word, std::string& suggested) {
    std::vector<text::Token>& tokens = query_.leaves[word.leaf].tokens;
    bool corrected = false;
    for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
      if (!is_plain_word(*token) || checked_ == kMostCorrections) continue;
      const auto frequency = forms_.frequency(token->exact);
      const bool unknown = frequency == 0;
      if (frequency > kRare) continue;
      ++checked_;
      const double known = unknown ? database_.get_termfreq(index::stem_term(*token)) : frequency;
      const double times = unknown ? kMoreFrequentThanStem : kMuchMoreFrequent;
      const auto meant = likeliest(*token, times * known);
      if (!meant || (known > 0 && is_form_of(*meant, *token))) continue;
      const std::string typed = word.text.substr(token->begin, token->end - token->begin);
      const std::string shown = as_written(*meant);
      const bool replace = unknown && known <= kWellKnownStem && mode_ == Spelling::Correct;
      advice_.notes.push_back(
          {replace ? query::Note::Kind::Corrected : query::Note::Kind::Suggested, typed, shown});
      if (replace) {
        word.text.replace(token->begin, token->end - token->begin, shown);
        corrected = true;
      } else {
        replace_in_query(word, typed, shown, suggested);
      }
    }
    if (corrected) tokens = analyzer_.analyze_query(word.text);
  }

  /// True for another form of the word, which the search finds anyway.
  bool is_form_of(const std::string& word, const text::Token& token) {
    const auto tokens = analyzer_.analyze_query(word);
    return tokens.size() == 1 && tokens.front().stem == token.stem;
  }

  static void replace_in_query(const query::Node& word, const std::string& typed,
                               const std::string& shown, std::string& suggested) {
    const std::size_t at = suggested.find(typed, word.begin);
    if (at != std::string::npos && at < word.end) suggested.replace(at, typed.size(), shown);
  }

  /// The candidate that is likeliest, those other words of the query considered.
  std::optional<std::string> likeliest(const text::Token& token, double least_frequency) {
    std::optional<std::string> best;
    double best_score = 0;
    const double longest = least_frequency > 0 ? 1 : 2;
    for (const auto& candidate : similar_words(forms_, token.exact, kCandidates)) {
      if (candidate.frequency < least_frequency || candidate.distance > longest) continue;
      const double score = candidate.likelihood + kContextWeight * context(candidate, token);
      if (!best || score > best_score) {
        best = candidate.exact;
        best_score = score;
      }
    }
    return best;
  }

  /// How much oftener than by chance the candidate is found with the other words (the mean of their
  /// pointwise mutual information).
  double context(const SpellingCandidate& candidate, const text::Token& typed) {
    double sum = 0;
    double words = 0;
    for (const std::string& stem : stems_) {
      if (stem == index::stem_term(typed)) continue;
      const double other = database_.get_termfreq(stem);
      if (other == 0) continue;
      const double expected = candidate.frequency * other / database_.get_doccount();
      sum += std::log((found_together(candidate.exact, stem) + 0.5) / (expected + 0.5));
      ++words;
    }
    return words == 0 ? 0 : sum / words;
  }

  double found_together(const std::string& form, const std::string& stem) {
    std::vector<std::string> stems;
    for (const auto& other : forms_.stems(form)) {
      stems.push_back(index::stem_term(other));
    }
    const Xapian::Query either(Xapian::Query::OP_OR, stems.begin(), stems.end());
    Xapian::Enquire enquire(database_);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_AND, either, Xapian::Query(stem)));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    constexpr Xapian::doccount kEnough = 1000;
    return enquire.get_mset(0, 0, kEnough).get_matches_estimated();
  }

  /// A folded word as an article writes it: with its accents, in lower case unless it is a name.
  std::string as_written(const std::string& exact) {
    const auto articles = forms_.articles(exact, 1);
    if (articles.empty()) return exact;
    const auto article = index::decode_record(index::get_record(articles.front()));
    if (!article) return exact;
    std::string name;
    const auto look = [&](const std::string& text) -> std::optional<std::string> {
      for (const text::Token& token : analyzer_.analyze(text)) {
        if (token.exact != exact) continue;
        std::string written = text.substr(token.begin, token.end - token.begin);
        if (!token.capitalised) return written;
        if (name.empty()) name = std::move(written);
      }
      return std::nullopt;
    };
    for (const auto* text : {&article->title, &article->standfirst}) {
      if (const auto found = look(*text)) return *found;
    }
    for (const index::Block& block : article->body) {
      if (const auto found = look(block.text)) return *found;
    }
    return name.empty() ? exact : name;
  }

  Analysed& query_;
  const Xapian::Database& database_;
  const index::WordForms& forms_;
  text::Analyzer& analyzer_;
  const Spelling mode_;
  std::vector<std::string> stems_;
  std::size_t checked_ = 0;
  SpellingAdvice advice_;
};

}  // namespace

SpellingAdvice check_spelling(Analysed& query, const Xapian::Database& database,
                              const index::WordForms& forms, text::Analyzer& analyzer,
                              Spelling mode) {
  return SpellingCheck(query, database, forms, analyzer, mode).run();
}

}  // namespace kiosque::meaning
