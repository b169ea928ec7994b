#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace kiosque::crawl {

/// What SQLite refuses to do; stays within the crawl room (see Store).
class SqliteError : public std::runtime_error {
 public:
  SqliteError(int code, const std::string& message) : std::runtime_error(message), code_(code) {}
  [[nodiscard]] int code() const noexcept { return code_; }

 private:
  int code_;
};

/// A prepared statement. Bound values and columns count from left to right, so that code reads in
/// the order of the SQL:
///
///   Statement s(db, "SELECT title FROM feeds WHERE url = ?");
///   s.bind(url);
///   while (s.step()) titles.push_back(s.text());
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);

  Statement& bind(std::int64_t value);
  Statement& bind(std::string_view value);
  Statement& bind_blob(std::string_view value);
  Statement& bind_null();

  /// True if there is a row to read. Throws SqliteError.
  bool step();
  /// Runs to the end.
  void run();

  [[nodiscard]] std::int64_t number();
  [[nodiscard]] std::string text();
  /// Makes the statement ready for new values.
  void reset();

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  void check(int code) const;

  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
  int column_ = 0;
};

/// An open database. Throws SqliteError.
class SqliteDatabase {
 public:
  explicit SqliteDatabase(const std::filesystem::path& file);

  void run(const std::string& sql);
  [[nodiscard]] Statement prepare(std::string_view sql) const {
    return Statement(database_.get(), sql);
  }
  [[nodiscard]] int changes() const;

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace kiosque::crawl
