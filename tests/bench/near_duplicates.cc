// Precision and recall of the sketches against the exact Jaccard similarity of shingle sets.
// usage: near_duplicates ARTICLES.jsonl
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/article_json.h"
#include "common/text/text.h"
#include "indexer/write/document_builder.h"

namespace {

using Shingles = std::vector<std::uint64_t>;

/// Of three words each, as they are written but for case and accents.
Shingles shingles_of(const kiosque::index::Article& article, kiosque::text::Analyzer& analyzer) {
  constexpr std::size_t kWords = 3;
  std::vector<std::uint64_t> words;
  for (const auto& block : article.body) {
    for (const auto& token : analyzer.analyze(block.text)) {
      words.push_back(std::hash<std::string>()(token.exact));
    }
  }
  Shingles shingles;
  for (std::size_t i = 0; i + kWords <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < kWords; ++k) {
      hash = (hash ^ words[i + k]) * 0x9E3779B97F4A7C15u;
    }
    shingles.push_back(hash ^ hash >> 29);
  }
  std::ranges::sort(shingles);
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

double jaccard(const Shingles& a, const Shingles& b) {
  std::vector<std::uint64_t> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  const auto common = static_cast<double>(both.size());
  return common / (static_cast<double>(a.size() + b.size()) - common);
}

}  // namespace

int main(int, char** argv) {
  std::ifstream file(argv[1]);
  kiosque::text::Analyzer analyzer;
  kiosque::write::DocumentBuilder builder;
  std::vector<Shingles> shingles;
  std::vector<kiosque::stories::Sketch> sketches;
  for (std::string line; std::getline(file, line);) {
    const auto article = kiosque::index::article_from_json(line);
    if (!article) continue;
    const auto sketch = builder.build(*article).sketch;
    if (!sketch) continue;
    sketches.push_back(*sketch);
    shingles.push_back(shingles_of(*article, analyzer));
  }
  // Pairs that share one of a sixteenth of all shingles: no pair with a similarity of .5 escapes.
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> holders;
  for (std::uint32_t i = 0; i < shingles.size(); ++i) {
    for (const std::uint64_t shingle : shingles[i]) {
      if (shingle % 8 == 0) holders[shingle].push_back(i);
    }
  }
  std::set<std::pair<std::uint32_t, std::uint32_t>> candidates;
  for (const auto& [shingle, list] : holders) {
    if (list.size() > 200) continue;
    for (std::size_t a = 0; a < list.size(); ++a)
      for (std::size_t b = a + 1; b < list.size(); ++b) candidates.emplace(list[a], list[b]);
  }
  std::vector<std::pair<double, int>> pairs;
  for (const auto& [a, b] : candidates) {
    const double similarity = jaccard(shingles[a], shingles[b]);
    if (similarity > .3)
      pairs.emplace_back(similarity, kiosque::stories::distance(sketches[a], sketches[b]));
  }
  std::vector<std::size_t> near(64);
  for (std::size_t a = 0; a < sketches.size(); ++a)
    for (std::size_t b = a + 1; b < sketches.size(); ++b) {
      const int d = kiosque::stories::distance(sketches[a], sketches[b]);
      if (d < 64) ++near[static_cast<std::size_t>(d)];
    }
  std::printf("%zu articles\n", sketches.size());
  for (const double bar : {.8, .7, .6, .5}) {
    for (int limit = 2; limit <= 32; limit += 2) {
      double found = 0, right = 0, relevant = 0;
      for (int d = 0; d <= limit; ++d)
        found += static_cast<double>(near[static_cast<std::size_t>(d)]);
      for (const auto& [similarity, d] : pairs) {
        relevant += similarity >= bar;
        right += similarity >= bar && d <= limit;
      }
      std::printf("J >= %.1f  distance <= %2d  precision %.3f  recall %.3f (%g pairs)\n", bar,
                  limit, right / found, right / relevant, relevant);
    }
  }
}
