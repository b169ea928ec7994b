// CPU of pages to articles: ours against libxml2 building its tree of the same bytes, in turns.
// usage: extract_speed ROUNDS PAGE.html...
#include <libxml/HTMLparser.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "indexer/extract/extract.h"

namespace {

double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

void parse(const std::string& page) {
  constexpr int kOptions =
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  xmlFreeDoc(htmlReadMemory(page.data(), static_cast<int>(page.size()), "", nullptr, kOptions));
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 2 ? std::atoi(argv[1]) : 0;
  if (rounds < 1) return 2;
  std::vector<std::string> pages;
  std::size_t bytes = 0;
  for (int i = 2; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    pages.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    bytes += pages.back().size();
  }
  std::vector<double> ours;
  std::vector<double> theirs;
  std::vector<double> ratios;
  std::size_t blocks = 0;
  for (int round = 0; round < rounds; ++round) {
    double extracting = 0;
    double parsing = 0;
    for (const std::string& page : pages) {
      const double start = cpu_seconds();
      blocks += kiosque::extract::from_html(page, {}).body.size();
      const double middle = cpu_seconds();
      parse(page);
      extracting += middle - start;
      parsing += cpu_seconds() - middle;
    }
    ours.push_back(static_cast<double>(pages.size()) / extracting);
    theirs.push_back(static_cast<double>(pages.size()) / parsing);
    ratios.push_back(extracting / parsing);
  }
  if (blocks == 0) return 2;
  std::fprintf(stderr, "%zu pages, %.1f MB, %d rounds, medians\n", pages.size(),
               static_cast<double>(bytes) / 1e6, rounds);
  std::fprintf(stderr, "%-28s%12s\n", "", "pages/CPU s");
  std::fprintf(stderr, "%-28s%12.0f\n", "bytes to article", median(ours));
  std::fprintf(stderr, "%-28s%12.0f\n", "libxml2, parsing alone", median(theirs));
  std::fprintf(stderr, "%-28s%12.2f\n", "ratio of times (<= 1.5)", median(ratios));
  std::printf(
      "{\"bench\": \"extract\", \"pages\": %zu, \"pages_per_cpu_s\": %.0f, "
      "\"libxml2_pages_per_cpu_s\": %.0f, \"ratio\": %.3f}\n",
      pages.size(), median(ours), median(theirs), median(ratios));
  return 0;
}
