#include "searcher/passage/weighed_sentences.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "common/base/utf8.h"
#include "searcher/passage/sentences.h"

namespace kiosque::passage {
namespace {

/// How the parts of a score compare, in units of a word's idf. First guesses;
/// tests/data/snippets.txt holds them to the right passage.
constexpr double kExactBonus = .12;  ///< the very form
constexpr double kTitleShare = .75;  ///< of a word that the title shows already
constexpr double kRepeatShare = .3;  ///< of a sentence that repeats the title, or a headline
constexpr double kProximity = .25;   ///< of two words side by side; falls with their distance
constexpr double kEarly = .25;       ///< of the first sentence; falls with the next ones
constexpr double kEarlySentences = 6;

double heaviest(const std::vector<double>& weights) {
  return weights.empty() ? 0 : *std::max_element(weights.begin(), weights.end());
}

}  // namespace

double sum_of(const std::vector<double>& weights) {
  double total = 0;
  for (const double weight : weights) total += weight;
  return total;
}

WeighedSentences::WeighedSentences(const index::Article& article, const meaning::Words& words,
                                   text::Analyzer& analyzer)
    : matcher_(words, analyzer) {
  read_title(article.title);
  if (!article.standfirst.empty()) read_block(article.standfirst, 1);
  for (const index::Block& block : article.body) {
    read_block(block.text, block.kind == index::BlockKind::Subhead ? kRepeatShare : 1);
  }
}

double WeighedSentences::all_words() const { return sum_of(matcher_.words()); }

void WeighedSentences::read_title(std::string_view title) {
  title_weight_.assign(matcher_.words().size(), 1);
  if (title.empty()) return;
  for (const WordMatch& match : matcher_.find(title)) title_weight_[match.word] = kTitleShare;
  for (const text::Token& token : matcher_.tokens_of_last()) title_stems_.push_back(token.stem);
  std::sort(title_stems_.begin(), title_stems_.end());
}

void WeighedSentences::read_block(std::string_view paragraph, double share) {
  for (const Span& span : split_sentences(paragraph)) {
    WeighedSentence sentence{.paragraph = paragraph,
                             .begin = span.begin,
                             .end = span.end,
                             .block = block_,
                             .share = share};
    const std::string_view text = paragraph.substr(span.begin, span.end - span.begin);
    sentence.length = character_count(text);
    if (matcher_.may_match(text)) {
      sentence.matches = matcher_.find(text);
      if (repeats_title()) sentence.share = kRepeatShare;
      for (WordMatch& match : sentence.matches) {
        match.begin += span.begin;
        match.end += span.begin;
      }
    }
    sentence.score = score_of(sentence, sentences_.size(), sentence.begin, sentence.end);
    sentences_.push_back(std::move(sentence));
  }
  ++block_;
}

/// True if nearly all words of the text analysed last are those of the title.
bool WeighedSentences::repeats_title() const {
  const auto& tokens = matcher_.tokens_of_last();
  if (tokens.size() < 3 || title_stems_.empty()) return false;
  const auto known = std::count_if(tokens.begin(), tokens.end(), [&](const text::Token& token) {
    return std::binary_search(title_stems_.begin(), title_stems_.end(), token.stem);
  });
  return static_cast<double>(known) >= .8 * static_cast<double>(tokens.size());
}

double WeighedSentences::weight(const WordMatch& match) const {
  return matcher_.words()[match.word] * title_weight_[match.word] *
         (match.exact ? 1 + kExactBonus : 1);
}

/// The distinct words within bytes [begin, end), the best form of each.
void WeighedSentences::cover(const WeighedSentence& sentence, std::uint32_t begin,
                             std::uint32_t end, std::vector<double>& best) const {
  best.resize(matcher_.words().size());
  for (const WordMatch& match : sentence.matches) {
    if (match.begin < begin || match.end > end) continue;
    best[match.word] = std::max(best[match.word], weight(match) * sentence.share);
  }
}

/// For each pair of neighbouring matches of different words, more the closer they are.
double WeighedSentences::proximity(const WeighedSentence& sentence, std::uint32_t begin,
                                   std::uint32_t end) const {
  double total = 0;
  const WordMatch* last = nullptr;
  for (const WordMatch& match : sentence.matches) {
    if (match.begin < begin || match.end > end) continue;
    if (last != nullptr && last->word != match.word) {
      const double distance = match.position - last->position;
      total += std::min(weight(*last), weight(match)) * std::exp(-(distance - 1) / 8);
    }
    last = &match;
  }
  return kProximity * total;
}

double WeighedSentences::score_of(const WeighedSentence& sentence, std::size_t index,
                                  std::uint32_t begin, std::uint32_t end) const {
  if (sentence.matches.empty()) return 0;
  std::vector<double> best;
  cover(sentence, begin, end, best);
  const double words = sum_of(best);
  const double early = kEarly * std::exp(-static_cast<double>(index) / kEarlySentences);
  return words + sentence.share * proximity(sentence, begin, end) +
         early * sentence.share * heaviest(best);
}

}  // namespace kiosque::passage
