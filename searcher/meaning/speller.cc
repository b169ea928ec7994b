#include "searcher/meaning/speller.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

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

namespace {

constexpr std::size_t kLongest = 64;

constexpr double kSlip = 1;
constexpr double kDoubled = 0.7;
constexpr double kSwapped = 0.8;
constexpr double kNeighbourKey = 0.8;

/// What it costs to write one letter more or less at `at`: little beside the same letter.
double length_cost(std::string_view word, std::size_t at) {
  const bool doubled =
      (at > 0 && word[at - 1] == word[at]) || (at + 1 < word.size() && word[at + 1] == word[at]);
  return doubled ? kDoubled : kSlip;
}

double replace_cost(char a, char b) {
  if (a == b) return 0;
  return are_neighbour_keys(a, b) ? kNeighbourKey : kSlip;
}

}  // namespace

bool are_neighbour_keys(char a, char b) noexcept {
  // A bit for each letter beside the letter: asked for each pair of letters of each word compared.
  static constexpr auto kNeighbours = [] {
    constexpr std::array<std::string_view, 3> kRows{"azertyuiop", "qsdfghjklm", "wxcvbn"};
    std::array<std::uint32_t, 26> neighbours{};
    for (std::size_t row = 0; row < kRows.size(); ++row) {
      for (std::size_t other = row == 0 ? 0 : row - 1; other < kRows.size() && other <= row + 1;
           ++other) {
        for (std::size_t i = 0; i < kRows[row].size(); ++i) {
          for (std::size_t j = i == 0 ? 0 : i - 1; j < kRows[other].size() && j <= i + 1; ++j) {
            if (row == other && i == j) continue;
            neighbours[static_cast<std::size_t>(kRows[row][i] - 'a')] |= std::uint32_t{1}
                                                                         << (kRows[other][j] - 'a');
          }
        }
      }
    }
    return neighbours;
  }();
  const auto is_key = [](char key) { return key >= 'a' && key <= 'z'; };
  return is_key(a) && is_key(b) &&
         (kNeighbours[static_cast<std::size_t>(a - 'a')] >> (b - 'a') & 1) != 0;
}

double edit_distance(std::string_view typed, std::string_view meant, double limit) {
  const std::size_t length_difference =
      typed.size() > meant.size() ? typed.size() - meant.size() : meant.size() - typed.size();
  if (static_cast<double>(length_difference) * kDoubled > limit) return limit + 1;
  using Row = std::array<double, kLongest + 1>;
  std::array<Row, 3> rows;
  Row* before = &rows[0];
  Row* above = &rows[1];
  Row* row = &rows[2];
  (*above)[0] = 0;
  for (std::size_t j = 0; j < meant.size(); ++j) {
    (*above)[j + 1] = (*above)[j] + length_cost(meant, j);
  }
  for (std::size_t i = 0; i < typed.size(); ++i) {
    double smallest = (*row)[0] = (*above)[0] + length_cost(typed, i);
    for (std::size_t j = 0; j < meant.size(); ++j) {
      double cost = (*above)[j] + replace_cost(typed[i], meant[j]);
      cost = std::min(cost, (*above)[j + 1] + length_cost(typed, i));
      cost = std::min(cost, (*row)[j] + length_cost(meant, j));
      if (i > 0 && j > 0 && typed[i] == meant[j - 1] && typed[i - 1] == meant[j]) {
        cost = std::min(cost, (*before)[j - 1] + kSwapped);
      }
      (*row)[j + 1] = cost;
      smallest = std::min(smallest, cost);
    }
    if (smallest > limit + kSlip) return limit + 1;
    Row* const spare = before;
    before = above;
    above = row;
    row = spare;
  }
  return (*above)[meant.size()];
}

}  // namespace kiosque::meaning
