#pragma once

#include <string>
#include <type_traits>
#include <utility>

#include "indexer/crawl/sqlite.h"
#include "indexer/crawl/store.h"

namespace kiosque::crawl {

struct Store::Impl {
  explicit Impl(std::filesystem::path path) : file(std::move(path)), database(file) {}

  /// An Error for what SQLite threw.
  [[nodiscard]] Error to_error(const SqliteError& error) const;

  /// Runs `body`, turning what SQLite throws into an Error.
  template <class Body>
  auto guard(Body&& body) -> Result<std::conditional_t<std::is_void_v<std::invoke_result_t<Body>>,
                                                       Ok, std::invoke_result_t<Body>>> {
    try {
      if constexpr (std::is_void_v<std::invoke_result_t<Body>>) {
        body();
        return Ok{};
      } else {
        return body();
      }
    } catch (const SqliteError& error) {
      return to_error(error);
    }
  }

  std::filesystem::path file;
  SqliteDatabase database;
};

/// Makes the tables, or those of an earlier version into those of this one. Throws SqliteError.
[[nodiscard]] Status prepare_tables(SqliteDatabase& database, const std::filesystem::path& file);

inline Moment to_moment(std::int64_t seconds) { return Moment(std::chrono::seconds(seconds)); }
inline std::int64_t to_number(Moment moment) { return moment.time_since_epoch().count(); }

}  // namespace kiosque::crawl
