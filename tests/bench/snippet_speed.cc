// CPU of the snippets of ten hits: ours against Xapian's MSet::snippet() with its default flags, in
// turns, on the same texts. usage: snippet_speed INDEX QUERIES.tsv [MOST_QUERIES]
#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "common/index/index.h"
#include "common/index/record.h"
#include "searcher/match/match.h"
#include "searcher/passage/passage.h"
#include "searcher/query/query.h"

namespace {

double cpu_ms() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::size_t most = argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 300;
  const std::filesystem::path index(argv[1]);
  auto reader = kiosque::index::Reader::open(std::span(&index, 1));
  if (!reader) return 2;
  Xapian::Database& database = reader->database();
  const kiosque::meaning::IndexVocabulary vocabulary(database,
                                                     kiosque::index::WordForms({database}));
  kiosque::text::Analyzer analyzer;
  const Xapian::Stem stem("french");

  std::vector<double> ours;
  std::vector<double> theirs;
  std::size_t shown = 0;
  std::ifstream file(argv[2]);
  for (std::string line; ours.size() < most && std::getline(file, line);) {
    const auto tab = line.find('\t');
    const std::string words = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    const auto meaning = kiosque::meaning::understand(
        kiosque::meaning::analyse(kiosque::query::parse_query(words, {}), analyzer), vocabulary);
    Xapian::Enquire enquire(database);
    enquire.set_query(kiosque::match::compile(meaning, vocabulary, .8));
    const Xapian::MSet hits = enquire.get_mset(0, 10);
    std::vector<kiosque::index::Article> articles;
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
      if (auto article =
              kiosque::index::decode_record(kiosque::index::get_record(hit.get_document()))) {
        articles.push_back(std::move(*article));
      }
    }
    std::vector<std::string> texts;
    for (const auto& article : articles) texts.push_back(kiosque::index::body_text(article));

    const double start = cpu_ms();
    for (const auto& article : articles) {
      shown += kiosque::passage::make_snippet(article, meaning.words, analyzer, 240).text.size();
    }
    const double middle = cpu_ms();
    for (const auto& text : texts) shown += hits.snippet(text, 240, stem).size();
    const double end = cpu_ms();
    ours.push_back(middle - start);
    theirs.push_back(end - middle);
  }
  if (ours.empty() || shown == 0) return 2;
  const double a = median(ours);
  const double b = median(theirs);
  std::printf(
      "{\"bench\": \"snippets\", \"pages\": %zu, \"ours_ms\": %.3f, \"xapian_ms\": %.3f, "
      "\"ratio\": %.3f}\n",
      ours.size(), a, b, a / b);
}
