#include "searcher/meaning/edit_distance.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace kiosque::meaning {
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
  constexpr std::array<std::string_view, 3> kRows{"azertyuiop", "qsdfghjklm", "wxcvbn"};
  struct Place {
    int row = -1;
    int column = -1;
  };
  const auto find = [&](char key) {
    for (std::size_t row = 0; row < kRows.size(); ++row) {
      const std::size_t column = kRows[row].find(key);
      if (column != std::string_view::npos) return Place{int(row), int(column)};
    }
    return Place{};
  };
  const Place first = find(a);
  const Place second = find(b);
  if (first.row < 0 || second.row < 0 || a == b) return false;
  return std::abs(first.row - second.row) <= 1 && std::abs(first.column - second.column) <= 1;
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
