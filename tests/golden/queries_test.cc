// The whole way, as a user goes it: corpus/ is indexed, its questions are asked, and the answers
// are held against what a person judged right.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

using ::testing::HasSubstr;

/// Rows of a tab-separated file of corpus/queries.
std::vector<std::vector<std::string>> rows_of(const std::string& name) {
  std::istringstream file(read_bytes(source_path("corpus/queries/" + name)));
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    std::istringstream cells(line);
    std::vector<std::string> row;
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(cell);
    rows.push_back(row);
  }
  return rows;
}

using Grades = std::map<std::string, int>;  ///< URL -> 1 or 2

std::map<std::string, Grades> judgements() {
  std::map<std::string, Grades> judged;
  for (const auto& row : rows_of("qrels.tsv")) judged[row.at(0)][row.at(1)] = std::stoi(row.at(2));
  return judged;
}

/// 1 / rank of the first article that answers (grade 2) among the first ten, else 0.
double reciprocal_rank(const std::vector<std::string>& ranked, const Grades& grades) {
  for (std::size_t i = 0; i < ranked.size() && i < 10; ++i) {
    const auto grade = grades.find(ranked[i]);
    if (grade != grades.end() && grade->second == 2) return 1.0 / static_cast<double>(i + 1);
  }
  return 0;
}

double gain(int grade, std::size_t rank) {
  return (std::exp2(grade) - 1) / std::log2(static_cast<double>(rank) + 2);
}

/// Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen, 2002, with
/// exponential gain).
double ndcg(const std::vector<std::string>& ranked, const Grades& grades) {
  double got = 0;
  for (std::size_t i = 0; i < ranked.size() && i < 10; ++i) {
    if (const auto grade = grades.find(ranked[i]); grade != grades.end()) {
      got += gain(grade->second, i);
    }
  }
  std::vector<int> ideal;
  for (const auto& [url, grade] : grades) ideal.push_back(grade);
  std::sort(ideal.rbegin(), ideal.rend());
  double best = 0;
  for (std::size_t i = 0; i < ideal.size() && i < 10; ++i) best += gain(ideal[i], i);
  return got / best;
}

/// The corpus, indexed once for all tests of this file.
class CorpusQueries : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    dir_ = std::make_unique<TempDir>();
    added_ = run_indexer(
        {"add", "--index", index(), source_path("corpus/pages"), source_path("corpus/feeds")});
  }
  static void TearDownTestSuite() { dir_.reset(); }

  static std::string index() { return *dir_ / "index"; }

  /// Query id -> URLs, best first.
  static std::map<std::string, std::vector<std::string>> answers() {
    const RunResult run =
        run_searcher({"--index", index(), "--queries", source_path("corpus/queries/topics.tsv"),
                      "--format", "trec"});
    EXPECT_EQ(run.status, 0) << run.err;
    std::map<std::string, std::vector<std::string>> ranked;
    std::istringstream lines(run.out);
    for (std::string id, q0, url, rest; lines >> id >> q0 >> url && std::getline(lines, rest);) {
      ranked[id].push_back(url);
    }
    return ranked;
  }

  static std::unique_ptr<TempDir> dir_;
  static RunResult added_;
};

std::unique_ptr<TempDir> CorpusQueries::dir_;
RunResult CorpusQueries::added_;

TEST_F(CorpusQueries, TheWholeFolderIsIndexedWithoutErrors) {
  EXPECT_EQ(added_.status, 0) << added_.err;
  // 31 pages and the 4 articles that only a feed has.
  EXPECT_THAT(added_.out, HasSubstr("35 new"));
}

TEST_F(CorpusQueries, IndexingAgainChangesNothing) {
  const RunResult again = run_indexer(
      {"add", "--index", index(), source_path("corpus/pages"), source_path("corpus/feeds")});

  EXPECT_EQ(again.status, 0) << again.err;
  EXPECT_THAT(again.out, HasSubstr("0 new, 0 changed"));
}

TEST_F(CorpusQueries, TheAnswerAboutArmsForKievIsFirst) {
  const RunResult run =
      run_searcher({"--index", index(), "-n", "1", "restrictions", "armes", "Kiev"});

  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("livrées à Kyiv"));
  EXPECT_THAT(run.out, HasSubstr("allies-limites-armes-kyiv"));
  EXPECT_THAT(run.out, HasSubstr("restrictions"));
}

TEST_F(CorpusQueries, AnAgencyTextOnThreeSitesIsOneHitWithItsOtherSources) {
  const RunResult run = run_searcher({"--index", index(), "-n", "1", "crue", "Lys"},
                                     {.environment = {{"LC_ALL", "fr_FR.UTF-8"}}});

  EXPECT_THAT(run.out, HasSubstr("https://www.hexapresse.example/depeches/"));
  EXPECT_THAT(run.out, HasSubstr("Aussi dans radio-estuaire.example et lefanal.example"));
}

TEST_F(CorpusQueries, RankWhatAnswersFirst) {
  const auto ranked = answers();
  const auto judged = judgements();
  double mean_reciprocal_rank = 0;
  double mean_ndcg = 0;
  const auto topics = rows_of("topics.tsv");

  for (const auto& topic : topics) {
    const auto found = ranked.find(topic.at(0));
    const std::vector<std::string> urls =
        found == ranked.end() ? std::vector<std::string>{} : found->second;
    const Grades& grades = judged.at(topic.at(0));
    mean_reciprocal_rank += reciprocal_rank(urls, grades) / static_cast<double>(topics.size());
    mean_ndcg += ndcg(urls, grades) / static_cast<double>(topics.size());
    if (reciprocal_rank(urls, grades) < 1) {
      std::cout << "not first: " << topic.at(0) << " (" << topic.at(1) << ")\n";
    }
  }

  std::cout << "MRR@10 " << mean_reciprocal_rank << "  nDCG@10 " << mean_ndcg << '\n';
  EXPECT_GE(topics.size(), 20u);
  EXPECT_GE(mean_reciprocal_rank, 0.9);
  EXPECT_GE(mean_ndcg, 0.85);
}

}  // namespace
}  // namespace kiosque::test
