#include "searcher/engine/snippet.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "common/base/utf8.h"
#include "searcher/engine/sentences.h"
#include "searcher/engine/word_matcher.h"

namespace kiosque {
namespace {

/// Marks what is left out: between fragments with a space on each side, at a cut end with one.
constexpr std::string_view kEllipsis = "…";
constexpr std::size_t kGapLength = 3;

/// How the parts of a score compare, in units of a word's idf. First guesses;
/// tests/data/snippets.txt holds them to the right passage.
constexpr double kExactBonus = .12;  ///< the very form
constexpr double kTitleShare = .75;  ///< of a word that the title shows already
constexpr double kRepeatShare = .3;  ///< of a sentence that repeats the title, or a headline
constexpr double kProximity = .25;   ///< of two words side by side; falls with their distance
constexpr double kEarly = .25;       ///< of the first sentence; falls with the next ones
constexpr double kEarlySentences = 6;
constexpr double kSecondFragment = .35;  ///< what a second fragment must bring, of all words
constexpr std::size_t kMostCandidates = 12;

struct Sentence {
  std::string_view paragraph;
  std::uint32_t begin = 0;  ///< bytes [begin, end) of the paragraph
  std::uint32_t end = 0;
  std::uint32_t block = 0;
  double share = 1;                     ///< of its score that counts
  std::size_t length = 0;               ///< characters
  std::vector<WordMatch> matches = {};  ///< places in the paragraph
  double score = 0;
};

/// What is shown: bytes of sentences that follow each other, perhaps over several paragraphs.
struct Fragment {
  std::size_t first = 0;  ///< sentences [first, last]
  std::size_t last = 0;
  std::uint32_t begin = 0;  ///< in the paragraph of the first sentence
  std::uint32_t end = 0;    ///< in that of the last
  std::size_t length = 0;   ///< characters, with the ellipses of cut ends
};

class Picker {
 public:
  Picker(const Article& article, const QueryTerms& terms, Analyzer& analyzer, std::size_t length)
      : matcher_(terms, analyzer), length_(std::max<std::size_t>(length, 20)) {
    read_title(article.title);
    if (!article.standfirst.empty()) read_block(article.standfirst, 1);
    for (const Block& block : article.body) {
      read_block(block.text, block.kind == BlockKind::Subhead ? kRepeatShare : 1);
    }
  }

  MarkedText run() {
    std::vector<Fragment> fragments = choose();
    MarkedText text;
    for (std::size_t i = 0; i < fragments.size(); ++i) {
      if (i > 0) text.text.append(" ").append(kEllipsis).append(" ");
      append(fragments[i], i == 0, i + 1 == fragments.size(), text);
    }
    return text;
  }

 private:
  // Reading ----------------------------------------------------------------------------------

  void read_title(std::string_view title) {
    title_weight_.assign(matcher_.words().size(), 1);
    if (title.empty()) return;
    for (const WordMatch& match : matcher_.find(title)) title_weight_[match.word] = kTitleShare;
    for (const Token& token : matcher_.tokens_of_last()) title_stems_.push_back(token.stem);
    std::sort(title_stems_.begin(), title_stems_.end());
  }

  void read_block(std::string_view paragraph, double share) {
    for (const Span& span : split_sentences(paragraph)) {
      Sentence sentence{.paragraph = paragraph,
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
  bool repeats_title() const {
    const auto& tokens = matcher_.tokens_of_last();
    if (tokens.size() < 3 || title_stems_.empty()) return false;
    const auto known = std::count_if(tokens.begin(), tokens.end(), [&](const Token& token) {
      return std::binary_search(title_stems_.begin(), title_stems_.end(), token.stem);
    });
    return static_cast<double>(known) >= .8 * static_cast<double>(tokens.size());
  }

  // Weighing ---------------------------------------------------------------------------------

  double weight(const WordMatch& match) const {
    return matcher_.words()[match.word] * title_weight_[match.word] *
           (match.exact ? 1 + kExactBonus : 1);
  }

  /// The distinct words within bytes [begin, end), the best form of each.
  void cover(const Sentence& sentence, std::uint32_t begin, std::uint32_t end,
             std::vector<double>& best) const {
    best.resize(matcher_.words().size());
    for (const WordMatch& match : sentence.matches) {
      if (match.begin < begin || match.end > end) continue;
      best[match.word] = std::max(best[match.word], weight(match) * sentence.share);
    }
  }

  static double sum(const std::vector<double>& values) {
    double total = 0;
    for (const double value : values) total += value;
    return total;
  }

  /// For each pair of neighbouring matches of different words, more the closer they are.
  double proximity(const Sentence& sentence, std::uint32_t begin, std::uint32_t end) const {
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

  double score_of(const Sentence& sentence, std::size_t index, std::uint32_t begin,
                  std::uint32_t end) const {
    if (sentence.matches.empty()) return 0;
    std::vector<double> best;
    cover(sentence, begin, end, best);
    const double words = sum(best);
    const double early = kEarly * std::exp(-static_cast<double>(index) / kEarlySentences);
    return words + sentence.share * proximity(sentence, begin, end) +
           early * sentence.share * heaviest(best);
  }

  static double heaviest(const std::vector<double>& best) {
    return best.empty() ? 0 : *std::max_element(best.begin(), best.end());
  }

  // Choosing ---------------------------------------------------------------------------------

  std::vector<Fragment> choose() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      if (sentences_[i].score > 0) order.push_back(i);
    }
    if (sentences_.empty()) return {};
    if (order.empty()) return {extended(fit(0, length_), length_)};
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return sentences_[a].score > sentences_[b].score;
    });
    if (order.size() > kMostCandidates) order.resize(kMostCandidates);

    const std::size_t best = best_single(order);
    if (auto pair = best_pair(order, best)) return *pair;
    return {extended(fit(best, length_), length_)};
  }

  /// The best sentence once cut to the length there is.
  std::size_t best_single(const std::vector<std::size_t>& order) const {
    std::size_t best = order.front();
    double best_score = -1;
    for (const std::size_t i : order) {
      const Fragment fragment = fit(i, length_);
      const double score = score_of(sentences_[i], i, fragment.begin, fragment.end);
      if (score > best_score) {
        best = i;
        best_score = score;
      }
    }
    return best;
  }

  /// The best sentence with another one that brings words which it lacks.
  std::optional<std::vector<Fragment>> best_pair(const std::vector<std::size_t>& order,
                                                 std::size_t best) const {
    const Fragment alone = fit(best, length_);
    std::vector<double> covered;
    cover(sentences_[best], alone.begin, alone.end, covered);
    const double all = sum(matcher_.words());
    const double needed =
        sum(covered) +
        kSecondFragment * all / std::max<double>(1, static_cast<double>(covered.size()) / 2);

    std::optional<std::vector<Fragment>> chosen;
    double best_total = needed;
    for (const std::size_t other : order) {
      if (other == best) continue;
      const auto pair = fit_pair(std::min(best, other), std::max(best, other));
      std::vector<double> together;
      for (const Fragment& fragment : pair) {
        for (std::size_t i = fragment.first; i <= fragment.last; ++i) {
          const bool whole = fragment.first != fragment.last;
          cover(sentences_[i], whole ? sentences_[i].begin : fragment.begin,
                whole ? sentences_[i].end : fragment.end, together);
        }
      }
      const double total = sum(together);
      if (total > best_total) {
        best_total = total;
        chosen = pair;
      }
    }
    return chosen;
  }

  /// Two sentences in the length there is: as one fragment if they follow each other and fit.
  std::vector<Fragment> fit_pair(std::size_t a, std::size_t b) const {
    const Sentence& first = sentences_[a];
    const Sentence& second = sentences_[b];
    if (b == a + 1 && first.length + 1 + second.length <= length_) {
      return {Fragment{.first = a,
                       .last = b,
                       .begin = first.begin,
                       .end = second.end,
                       .length = first.length + 1 + second.length}};
    }
    const std::size_t room = length_ - kGapLength;
    const std::size_t half = room / 2;
    const std::size_t for_first = second.length < half ? room - second.length : half;
    const Fragment left = fit(a, std::min(first.length, for_first));
    const Fragment right = fit(b, room - left.length);
    return {left, right};
  }

  /// Sentence `index`, or what of it fits into `room` characters with its best words.
  Fragment fit(std::size_t index, std::size_t room) const {
    const Sentence& sentence = sentences_[index];
    Fragment fragment{.first = index,
                      .last = index,
                      .begin = sentence.begin,
                      .end = sentence.end,
                      .length = sentence.length};
    if (sentence.length > room) cut(sentence, index, room, fragment);
    return fragment;
  }

  /// Cuts a long sentence around the words that score best.
  void cut(const Sentence& sentence, std::size_t index, std::size_t room,
           Fragment& fragment) const {
    const std::vector<std::uint32_t> breaks = breaks_of(sentence);
    const auto characters = [&](std::uint32_t begin, std::uint32_t end) {
      return character_count(sentence.paragraph.substr(begin, end - begin));
    };
    double best_score = -1;
    std::size_t left = 0;
    // Windows that begin at a break and hold as much as fits; of equals the first.
    for (std::size_t i = 0; i + 1 < breaks.size(); ++i) {
      if (!worth_a_window(sentence, breaks, i)) continue;
      const std::size_t lead = i == 0 ? 0 : 2;
      std::size_t j = std::max(left, i);
      std::size_t length = characters(breaks[i], breaks[j]);
      while (j + 1 < breaks.size()) {
        const bool last = j + 2 == breaks.size();
        const std::size_t tail = last ? 0 : 1;
        const std::size_t more = characters(breaks[j], breaks[j + 1]);
        if (lead + length + more + tail > room) break;
        length += more;
        ++j;
      }
      left = j;
      if (j == i) continue;
      const std::uint32_t end = trimmed(sentence.paragraph, breaks[i], breaks[j]);
      const double score = score_of(sentence, index, breaks[i], end);
      if (score <= best_score + 1e-9) continue;
      best_score = score;
      fragment.begin = breaks[i];
      fragment.end = end;
      fragment.length = lead + length + (j + 1 == breaks.size() ? 0 : 1);
    }
  }

  /// Windows begin where the sentence does, or some words before a match.
  static bool worth_a_window(const Sentence& sentence, const std::vector<std::uint32_t>& breaks,
                             std::size_t i) {
    constexpr std::uint32_t kLeadBytes = 60;
    if (i == 0) return true;
    return std::any_of(sentence.matches.begin(), sentence.matches.end(), [&](const WordMatch& m) {
      return breaks[i] <= m.begin && m.begin - breaks[i] <= kLeadBytes;
    });
  }

  /// Where a sentence may be cut: its ends, and behind plain spaces, but not inside short « », nor
  /// next to a dash or before the marks that French sets off.
  static std::vector<std::uint32_t> breaks_of(const Sentence& sentence) {
    std::vector<std::uint32_t> breaks{sentence.begin};
    const std::string_view text = sentence.paragraph.substr(0, sentence.end);
    std::uint32_t quotation_end = 0;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (text.substr(i).starts_with("«")) {
        constexpr std::size_t kShortQuotation = 120;
        const std::size_t close = text.find("»", i);
        if (close != std::string_view::npos && close - i <= kShortQuotation) {
          quotation_end = static_cast<std::uint32_t>(close);
        }
      }
      if (text[i] != ' ' || i < quotation_end || i + 1 == sentence.end) continue;
      const std::string_view next = text.substr(i + 1);
      constexpr std::string_view kBound[] = {"»", ":", ";", "!", "?", "%", "€", "–", "—"};
      const bool bound = std::any_of(std::begin(kBound), std::end(kBound),
                                     [&](std::string_view m) { return next.starts_with(m); });
      const std::string_view before = text.substr(0, i);
      const bool binds = before.ends_with("«") || before.ends_with("n°") ||
                         (i > 0 && is_digit(before.back()) && is_digit(next.front()));
      if (!bound && !binds) breaks.push_back(i + 1);
    }
    breaks.push_back(sentence.end);
    return breaks;
  }

  static bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

  /// The end of [begin, end) without the space and comma it may end in.
  static std::uint32_t trimmed(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == ',' || text[end - 1] == ';')) {
      --end;
    }
    return end;
  }

  /// A whole sentence with its neighbours, as far as they fit whole; those behind it first.
  Fragment extended(Fragment fragment, std::size_t room) const {
    const auto is_whole = [&] {
      return fragment.begin == sentences_[fragment.first].begin &&
             fragment.end == sentences_[fragment.last].end;
    };
    if (!is_whole()) return fragment;
    while (fragment.last + 1 < sentences_.size()) {
      const Sentence& next = sentences_[fragment.last + 1];
      if (next.share < 1 || fragment.length + 1 + next.length > room) break;
      fragment.end = next.end;
      fragment.length += 1 + next.length;
      ++fragment.last;
    }
    while (fragment.first > 0) {
      const Sentence& previous = sentences_[fragment.first - 1];
      if (previous.share < 1 || fragment.length + 1 + previous.length > room) break;
      fragment.begin = previous.begin;
      fragment.length += 1 + previous.length;
      --fragment.first;
    }
    return fragment;
  }

  // Writing ----------------------------------------------------------------------------------

  void append(const Fragment& fragment, bool first, bool last, MarkedText& out) const {
    if (first && fragment.begin != sentences_[fragment.first].begin) {
      out.text.append(kEllipsis).append(" ");
    }
    for (std::size_t i = fragment.first; i <= fragment.last; ++i) {
      const Sentence& sentence = sentences_[i];
      const std::uint32_t begin = i == fragment.first ? fragment.begin : sentence.begin;
      const std::uint32_t end = i == fragment.last ? fragment.end : sentence.end;
      if (i > fragment.first) out.text += ' ';
      const auto offset = static_cast<std::uint32_t>(out.text.size());
      out.text += sentence.paragraph.substr(begin, end - begin);
      for (const WordMatch& match : sentence.matches) {
        if (match.begin < begin || match.end > end) continue;
        out.marks.push_back({match.begin - begin + offset, match.end - begin + offset});
      }
    }
    if (last && fragment.end != sentences_[fragment.last].end) out.text += kEllipsis;
  }

  WordMatcher matcher_;
  std::size_t length_;
  std::uint32_t block_ = 0;
  std::vector<Sentence> sentences_;
  std::vector<double> title_weight_;
  std::vector<std::string> title_stems_;
};

}  // namespace

MarkedText make_snippet(const Article& article, const QueryTerms& terms, Analyzer& analyzer,
                        std::size_t length) {
  return Picker(article, terms, analyzer, length).run();
}

MarkedText mark_words(std::string_view text, const QueryTerms& terms, Analyzer& analyzer) {
  MarkedText marked{.text = std::string(text)};
  WordMatcher matcher(terms, analyzer);
  if (!matcher.may_match(text)) return marked;
  for (const WordMatch& match : matcher.find(text))
    marked.marks.push_back({match.begin, match.end});
  return marked;
}

}  // namespace kiosque
