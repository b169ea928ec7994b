#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "common/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace kiosque::crawl {

/// What SQLite refuses to do; stays within the room (see Database::guard).
class SqliteError : public std::runtime_error {
 public:
  SqliteError(int code, const std::string& message) : std::runtime_error(message), code_(code) {}
  [[nodiscard]] int code() const noexcept { return code_; }

 private:
  int code_;
};

template <class T>
concept Enumeration = std::is_enum_v<T>;

/// A prepared statement. Bound values and columns count from left to right, so that code reads in
/// the order of the SQL:
///
///   Statement s = database.prepare("SELECT title FROM feeds WHERE url = ?");
///   s.bind(url);
///   while (s.step()) titles.push_back(s.text());
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);

  template <std::integral T>
  Statement& bind(T value) {
    return bind_number(static_cast<std::int64_t>(value));
  }
  template <Enumeration T>
  Statement& bind(T value) {
    return bind_number(static_cast<std::int64_t>(value));
  }
  /// As seconds since 1970.
  Statement& bind(std::chrono::sys_seconds moment) {
    return bind_number(moment.time_since_epoch().count());
  }
  Statement& bind(std::string_view value);
  Statement& bind_blob(std::string_view value);
  Statement& bind_null();

  /// True if there is a row to read. Throws SqliteError.
  bool step();
  /// Runs to the end.
  void run();

  /// The next column, as a number, an enumerator or a moment of the kind `bind` writes.
  template <class T = std::int64_t>
  requires std::integral<T> || Enumeration<T>
  [[nodiscard]] T number() { return static_cast<T>(read_number()); }
  [[nodiscard]] std::chrono::sys_seconds moment() {
    return std::chrono::sys_seconds(std::chrono::seconds(read_number()));
  }
  /// The next column, text or blob.
  [[nodiscard]] std::string text();
  /// Makes the statement ready for new values.
  void reset();

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement& bind_number(std::int64_t value);
  [[nodiscard]] std::int64_t read_number();
  void check(int code) const;

  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
  int column_ = 0;
};

/// The places of values for the columns that a list names: "(?,?,?)" for "url, title, site".
[[nodiscard]] std::string marks_for(std::string_view columns);

/// An open database file. Throws SqliteError, which `guard` makes an Error of.
class Database {
 public:
  /// Opens or makes the file.
  explicit Database(std::filesystem::path file);

  [[nodiscard]] const std::filesystem::path& file() const noexcept { return file_; }
  void run(const std::string& sql);
  [[nodiscard]] Statement prepare(std::string_view sql) const {
    return Statement(database_.get(), sql);
  }
  /// Rows that the last statement changed.
  [[nodiscard]] std::int64_t changes() const;

  /// What `body` gives back, or an Error of what SQLite threw in it: Io, Full, Corrupt, Denied or
  /// Locked, with the name of the file.
  template <class Body>
  auto guard(Body&& body) const {
    using Value = std::invoke_result_t<Body>;
    if constexpr (std::is_void_v<Value>) {
      return guard([&]() -> Status {
        body();
        return Ok{};
      });
    } else {
      try {
        return ResultOf<Value>(body());
      } catch (const SqliteError& error) {
        return ResultOf<Value>(to_error(error));
      }
    }
  }

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  [[nodiscard]] Error to_error(const SqliteError& error) const;

  std::filesystem::path file_;
  std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace kiosque::crawl
