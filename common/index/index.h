#pragma once
// Holds the articles of an index, and what is searched by, in Xapian databases.
//
// In: the directories of one or several indexes. Out: a Reader of the documents they hold, from
// which records give the articles back; SCHEMA.md says what an index holds.
// Main types: Reader, Article, Manifest, WordForms.
// Also open to other rooms:
//   common/index/article.h (an article and its identity)
//   common/index/article_json.h (articles as JSON)
//   common/index/guard.h (what Xapian throws as an Error)
//   common/index/manifest.h (the shards of an index and its version)
//   common/index/positional_index.h (where words stand in a document)
//   common/index/record.h (articles as the documents of an index hold them)
//   common/index/schema.h (prefixes, slots, fields)
//   common/index/terms.h (words and values as terms)
//   common/index/word_forms.h (the forms of words in an index)
//
// Example (tests/unit/common/index/example_test.cc):
//   Reader reader = Reader::open(std::array{directory}).value();
//   const Result<Article> article =
//       reader.read("read an article", [](const Xapian::Database& database) {
//         return decode_record(get_record(database.get_document(1)));
//       });
//   EXPECT_EQ(article->title, "La crue atteint Tours");

#include <xapian.h>

#include <filesystem>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "common/base/result.h"
#include "common/index/guard.h"
#include "common/index/manifest.h"
#include "common/index/word_forms.h"

namespace kiosque::index {

/// Opens one or several index directories for reading, as one Xapian database, and keeps up with a
/// writer. Not safe from two threads at once.
class Reader {
 public:
  /// Errors: NotFound (with how to make an index), Incompatible, Corrupt, Denied.
  [[nodiscard]] static Result<Reader> open(std::span<const std::filesystem::path> directories);

  [[nodiscard]] Xapian::Database& database() noexcept { return database_; }

  /// The forms of words it holds, of the revision that database() stands at.
  [[nodiscard]] const WordForms& forms() const noexcept { return forms_; }

  /// Opens everything again: new shards after a compaction, new revisions after a commit.
  [[nodiscard]] Status reopen();

  /// Runs `body(database)`; when a writer discards the revision being read (or swaps the shards),
  /// reopens and runs it again, up to three times. `body` must hold the whole read, from query to
  /// stored articles, and start anew each time.
  template <class Body>
  [[nodiscard]] ResultOf<std::invoke_result_t<Body, Xapian::Database&>> read(
      const std::string& action, Body&& body);

  /// uuid:revision of every shard: changes with every commit.
  [[nodiscard]] std::string revision() const;

 private:
  Reader() = default;
  /// What Xapian threw, with the (first) directory it was read from.
  [[nodiscard]] Error failure(const Xapian::Error& error, const std::string& action) const;
  std::vector<std::filesystem::path> directories_;
  Xapian::Database database_;
  WordForms forms_;
};

template <class Body>
ResultOf<std::invoke_result_t<Body, Xapian::Database&>> Reader::read(const std::string& action,
                                                                     Body&& body) {
  constexpr int kAttempts = 3;
  for (int attempt = 1;; ++attempt) {
    try {
      return body(database_);
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (attempt == kAttempts) return failure(error, action);
    } catch (const Xapian::DatabaseOpeningError& error) {
      if (attempt == kAttempts) return failure(error, action);
    } catch (const Xapian::Error& error) {
      return failure(error, action);
    }
    TRY(reopen());
  }
}

}  // namespace kiosque::index
