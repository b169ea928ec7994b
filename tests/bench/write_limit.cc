// CPU seconds that no indexer of these pages on these libraries can do without: libxml2 building
// the tree of each page, and Xapian adding documents that are ready. usage: write_limit INDEX
// TARGET PAGE...     one line of JSON; TARGET is made and left
#include <libxml/HTMLparser.h>
#include <xapian.h>

#include <array>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "common/index/index.h"
#include "common/index/record.h"

namespace {

/// Text between two commits, as the indexer has it.
constexpr std::size_t kBatchBytes = 1u << 20;

double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double parse(const char* path) {
  std::ifstream file(path, std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  constexpr int kOptions =
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  const double start = cpu_seconds();
  xmlFreeDoc(htmlReadMemory(page.data(), static_cast<int>(page.size()), "", nullptr, kOptions));
  return cpu_seconds() - start;
}

struct Ready {
  Xapian::Document document;
  std::size_t text_bytes;
};

/// The documents of an index as if they had just been built.
std::vector<Ready> documents_of(const Xapian::Database& database) {
  std::vector<Ready> all;
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    const Xapian::Document stored = database.get_document(*id);
    Xapian::Document document;
    for (auto term = stored.termlist_begin(); term != stored.termlist_end(); ++term) {
      document.add_term(*term, term.get_wdf());
    }
    for (auto value = stored.values_begin(); value != stored.values_end(); ++value) {
      document.add_value(value.get_valueno(), *value);
    }
    all.push_back({std::move(document), kiosque::index::get_record(stored).size()});
  }
  return all;
}

double add(const std::vector<Ready>& documents, const char* target) {
  const double start = cpu_seconds();
  Xapian::WritableDatabase database(target, Xapian::DB_CREATE_OR_OVERWRITE);
  std::size_t pending = 0;
  for (const Ready& ready : documents) {
    database.add_document(ready.document);
    pending += ready.text_bytes;
    if (pending < kBatchBytes) continue;
    database.commit();
    pending = 0;
  }
  database.commit();
  return cpu_seconds() - start;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  double parsing = 0;
  for (int i = 3; i < argc; ++i) parsing += parse(argv[i]);
  auto reader = kiosque::index::Reader::open(std::array{std::filesystem::path(argv[1])});
  if (!reader) return 2;
  const std::vector<Ready> documents = documents_of(reader->database());
  const double adding = add(documents, argv[2]);
  std::printf("{\"pages\": %d, \"documents\": %zu, \"parse_cpu_s\": %.3f, \"add_cpu_s\": %.3f}\n",
              argc - 3, documents.size(), parsing, adding);
  return 0;
}
