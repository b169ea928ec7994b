#include "searcher/meaning/speller.h"

#include <algorithm>
#include <cmath>

#include "searcher/meaning/edit_distance.h"

namespace kiosque::meaning {
namespace {

/// Slips allowed in a word of that many letters: two only where the rest still tells the word.
double allowed_distance(std::size_t letters) {
  constexpr std::size_t kShort = 5;
  return letters <= kShort ? 1.0 : 2.0;
}

/// A slip costs as much as being found in four hundred times (e^6) fewer articles; people
/// rarely err in the first letter.
constexpr double kDistanceCost = 6;
constexpr double kFirstLetterCost = 1.5;

double likelihood(const SpellingCandidate& candidate, std::string_view typed) {
  const double first = candidate.exact[0] == typed[0] ? 0 : kFirstLetterCost;
  return std::log(candidate.frequency) - kDistanceCost * candidate.distance - first;
}

/// Letters that the word may begin with.
std::string first_letters(std::string_view typed) {
  std::string letters(1, typed[0]);
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    if (letter != typed[0] && (letter == typed[1] || are_neighbour_keys(letter, typed[0]))) {
      letters += letter;
    }
  }
  return letters;
}

}  // namespace

std::vector<SpellingCandidate> similar_words(const index::WordForms& forms,
                                             std::string_view folded_word, std::size_t limit) {
  constexpr std::size_t kShortest = 3;
  constexpr std::size_t kLongest = 64;
  std::vector<SpellingCandidate> candidates;
  if (folded_word.size() < kShortest || folded_word.size() > kLongest) return candidates;
  const double allowed = allowed_distance(folded_word.size());
  const auto longest_difference = static_cast<std::size_t>(allowed / 0.7);
  for (const char letter : first_letters(folded_word)) {
    forms.for_each(std::string_view(&letter, 1), [&](std::string_view form) {
      const bool comparable = form.size() + longest_difference >= folded_word.size() &&
                              form.size() <= folded_word.size() + longest_difference;
      if (!comparable) return true;
      const double distance = edit_distance(folded_word, form, allowed);
      if (distance > allowed || distance == 0) return true;
      const auto frequency = static_cast<double>(forms.frequency(form));
      if (frequency == 0) return true;
      candidates.push_back({std::string(form), distance, frequency});
      candidates.back().likelihood = likelihood(candidates.back(), folded_word);
      return true;
    });
  }
  std::sort(candidates.begin(), candidates.end(),
            [](const SpellingCandidate& a, const SpellingCandidate& b) {
              return a.likelihood > b.likelihood;
            });
  if (candidates.size() > limit) candidates.resize(limit);
  return candidates;
}

}  // namespace kiosque::meaning
