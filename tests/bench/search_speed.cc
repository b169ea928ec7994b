// Times of a log of queries: Engine::search and SQLite FTS5 in turns, in one process.
// usage: search_speed fill ARTICLES.jsonl FTS5.sqlite
//        search_speed run INDEX FTS5.sqlite QUERIES.txt     one line of JSON
//        search_speed times INDEX QUERIES.txt               the same of Engine::search alone
//        search_speed fts5 FTS5.sqlite WORDS                one search, as a process of its own
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article_json.h"
#include "common/text/text.h"
#include "searcher/engine/engine.h"

namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

sqlite3* open(const char* path) {
  sqlite3* database = nullptr;
  if (sqlite3_open(path, &database) != SQLITE_OK) std::exit(2);
  return database;
}

void execute(sqlite3* database, const char* sql) {
  if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) std::exit(2);
}

int fill(const char* articles, const char* path) {
  sqlite3* database = open(path);
  execute(database,
          "CREATE VIRTUAL TABLE article USING fts5(url UNINDEXED, title, body,"
          " tokenize = 'unicode61 remove_diacritics 2'); BEGIN");
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(database, "INSERT INTO article VALUES (?, ?, ?)", -1, &insert, nullptr);
  std::ifstream file(articles);
  for (std::string line; std::getline(file, line);) {
    const auto article = kiosque::index::article_from_json(line);
    if (!article) continue;
    const std::string body = kiosque::index::body_text(*article);
    int column = 0;
    for (const std::string_view text : {std::string_view(article->url),
                                        std::string_view(article->title), std::string_view(body)}) {
      sqlite3_bind_text(insert, ++column, text.data(), static_cast<int>(text.size()),
                        SQLITE_TRANSIENT);
    }
    sqlite3_step(insert);
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  execute(database, "COMMIT; INSERT INTO article(article) VALUES ('optimize')");
  sqlite3_close(database);
  return 0;
}

/// Any of the words, as Kiosque searches.
std::string fts5_query(std::string_view words, kiosque::text::Analyzer& analyzer) {
  std::string query;
  for (const kiosque::text::Token& token : analyzer.analyze(words)) {
    if (token.stop_word) continue;
    query += query.empty() ? "\"" : " OR \"";
    query += token.exact + '"';
  }
  return query;
}

/// Bytes of ten hits with their snippets.
std::size_t search_fts5(sqlite3* database, const std::string& query) {
  sqlite3_stmt* select = nullptr;
  sqlite3_prepare_v2(database,
                     "SELECT url, title, snippet(article, 2, '[', ']', '…', 40) FROM article"
                     " WHERE article MATCH ? ORDER BY rank LIMIT 10",
                     -1, &select, nullptr);
  sqlite3_bind_text(select, 1, query.c_str(), -1, SQLITE_TRANSIENT);
  std::size_t bytes = 0;
  while (sqlite3_step(select) == SQLITE_ROW) {
    bytes += static_cast<std::size_t>(sqlite3_column_bytes(select, 2));
  }
  sqlite3_finalize(select);
  return bytes;
}

double percentile(std::vector<double>& values, double share) {
  const auto at = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at), values.end());
  return values[at];
}

int run(const char* index, const char* path, const char* queries) {
  const kiosque::date::SystemClock clock;
  const std::filesystem::path directory(index);
  auto engine = kiosque::engine::Engine::open(std::span(&directory, 1), clock);
  if (!engine) return 2;
  sqlite3* database = open(path);
  kiosque::text::Analyzer analyzer;
  std::vector<double> ours;
  std::vector<double> theirs;
  std::size_t bytes = 0;
  std::ifstream file(queries);
  for (std::string line; std::getline(file, line);) {
    const std::string fts5 = fts5_query(line, analyzer);
    if (fts5.empty()) continue;
    const auto start = std::chrono::steady_clock::now();
    const auto page = engine->search({.query = line});
    const auto middle = std::chrono::steady_clock::now();
    bytes += search_fts5(database, fts5);
    const auto end = std::chrono::steady_clock::now();
    if (!page) return 2;
    bytes += page->hits.size();
    ours.push_back(Milliseconds(middle - start).count());
    theirs.push_back(Milliseconds(end - middle).count());
  }
  if (ours.empty() || bytes == 0) return 2;
  std::printf(
      "{\"queries\": %zu, \"ours_p50_ms\": %.2f, \"ours_p99_ms\": %.2f, "
      "\"fts5_p50_ms\": %.2f, \"fts5_p99_ms\": %.2f}\n",
      ours.size(), percentile(ours, .5), percentile(ours, .99), percentile(theirs, .5),
      percentile(theirs, .99));
  sqlite3_close(database);
  return 0;
}

int times(const char* index, const char* queries) {
  const kiosque::date::SystemClock clock;
  const std::filesystem::path directory(index);
  auto engine = kiosque::engine::Engine::open(std::span(&directory, 1), clock);
  if (!engine) return 2;
  std::vector<double> values;
  std::ifstream file(queries);
  for (std::string line; std::getline(file, line);) {
    const auto start = std::chrono::steady_clock::now();
    if (!engine->search({.query = line})) return 2;
    values.push_back(Milliseconds(std::chrono::steady_clock::now() - start).count());
  }
  if (values.empty()) return 2;
  std::printf("{\"queries\": %zu, \"p50_ms\": %.2f, \"p99_ms\": %.2f}\n", values.size(),
              percentile(values, .5), percentile(values, .99));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view mode = argc > 1 ? argv[1] : "";
  if (mode == "fill" && argc == 4) return fill(argv[2], argv[3]);
  if (mode == "run" && argc == 5) return run(argv[2], argv[3], argv[4]);
  if (mode == "times" && argc == 4) return times(argv[2], argv[3]);
  if (mode == "fts5" && argc == 4) {
    kiosque::text::Analyzer analyzer;
    sqlite3* database = open(argv[2]);
    const bool found = search_fts5(database, fts5_query(argv[3], analyzer)) > 0;
    sqlite3_close(database);
    return found ? 0 : 1;
  }
  return 2;
}
