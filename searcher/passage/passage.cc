#include "searcher/passage/passage.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "common/base/utf8.h"
#include "searcher/passage/sentences.h"
#include "searcher/passage/weighed_sentences.h"
#include "searcher/passage/word_matcher.h"

namespace kiosque::passage {
namespace {

/// Marks what is left out: between fragments with a space on each side, at a cut end with one.
constexpr std::string_view kEllipsis = "…";
constexpr std::size_t kGapLength = 3;

/// tests/data/snippets.txt holds it to the right passage.
constexpr double kSecondFragment = .35;  ///< what a second fragment must bring, of all words
constexpr std::size_t kMostCandidates = 12;

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
  Picker(const index::Article& article, const meaning::Words& words, text::Analyzer& analyzer,
         std::size_t length)
      : text_(article, words, analyzer),
        sentences_(text_.all()),
        length_(std::max<std::size_t>(length, 20)) {}

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
      const double score = text_.score_of(sentences_[i], i, fragment.begin, fragment.end);
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
    text_.cover(sentences_[best], alone.begin, alone.end, covered);
    const double all = text_.all_words();
    const double needed =
        sum_of(covered) +
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
          text_.cover(sentences_[i], whole ? sentences_[i].begin : fragment.begin,
                      whole ? sentences_[i].end : fragment.end, together);
        }
      }
      const double total = sum_of(together);
      if (total > best_total) {
        best_total = total;
        chosen = pair;
      }
    }
    return chosen;
  }

  /// Two sentences in the length there is: as one fragment if they follow each other and fit.
  std::vector<Fragment> fit_pair(std::size_t a, std::size_t b) const {
    const WeighedSentence& first = sentences_[a];
    const WeighedSentence& second = sentences_[b];
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
    const WeighedSentence& sentence = sentences_[index];
    Fragment fragment{.first = index,
                      .last = index,
                      .begin = sentence.begin,
                      .end = sentence.end,
                      .length = sentence.length};
    if (sentence.length > room) cut(sentence, index, room, fragment);
    return fragment;
  }

  /// Cuts a long sentence around the words that score best.
  void cut(const WeighedSentence& sentence, std::size_t index, std::size_t room,
           Fragment& fragment) const {
    const std::vector<std::uint32_t> breaks =
        cut_points(sentence.paragraph, sentence.begin, sentence.end);
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
      const std::uint32_t end = trimmed_end(sentence.paragraph, breaks[i], breaks[j]);
      const double score = text_.score_of(sentence, index, breaks[i], end);
      if (score <= best_score + 1e-9) continue;
      best_score = score;
      fragment.begin = breaks[i];
      fragment.end = end;
      fragment.length = lead + length + (j + 1 == breaks.size() ? 0 : 1);
    }
  }

  /// Windows begin where the sentence does, or some words before a match.
  static bool worth_a_window(const WeighedSentence& sentence,
                             const std::vector<std::uint32_t>& breaks, std::size_t i) {
    constexpr std::uint32_t kLeadBytes = 60;
    if (i == 0) return true;
    return std::any_of(sentence.matches.begin(), sentence.matches.end(), [&](const WordMatch& m) {
      return breaks[i] <= m.begin && m.begin - breaks[i] <= kLeadBytes;
    });
  }

  /// A whole sentence with its neighbours, as far as they fit whole; those behind it first.
  Fragment extended(Fragment fragment, std::size_t room) const {
    const auto is_whole = [&] {
      return fragment.begin == sentences_[fragment.first].begin &&
             fragment.end == sentences_[fragment.last].end;
    };
    if (!is_whole()) return fragment;
    while (fragment.last + 1 < sentences_.size()) {
      const WeighedSentence& next = sentences_[fragment.last + 1];
      if (next.share < 1 || fragment.length + 1 + next.length > room) break;
      fragment.end = next.end;
      fragment.length += 1 + next.length;
      ++fragment.last;
    }
    while (fragment.first > 0) {
      const WeighedSentence& previous = sentences_[fragment.first - 1];
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
      const WeighedSentence& sentence = sentences_[i];
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

  WeighedSentences text_;
  const std::vector<WeighedSentence>& sentences_;
  std::size_t length_;
};

}  // namespace

MarkedText make_snippet(const index::Article& article, const meaning::Words& words,
                        text::Analyzer& analyzer, std::size_t length) {
  return Picker(article, words, analyzer, length).run();
}

MarkedText mark_words(std::string_view text, const meaning::Words& words,
                      text::Analyzer& analyzer) {
  MarkedText marked{.text = std::string(text)};
  WordMatcher matcher(words, analyzer);
  if (!matcher.may_match(text)) return marked;
  for (const WordMatch& match : matcher.find(text))
    marked.marks.push_back({match.begin, match.end});
  return marked;
}

}  // namespace kiosque::passage
