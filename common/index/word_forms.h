#pragma once

#include <xapian.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::index {

/// What a shard's metadata says of a form: its stems, separated by U+001F. `péché` and `pêche` are
/// one form, `peche`, as accents are left aside, and may be of two stems.
[[nodiscard]] std::vector<std::string> split_stems(std::string_view value);

/// `value` with `stem`.
[[nodiscard]] std::string with_stem(std::string value, std::string_view stem);

/// The forms of words in an index, accents and case aside: what wildcards, spelling and completion
/// look through. A form stays when its last article goes, until a rebuild.
///
/// Throws what Xapian throws: to be used within Reader::read. Not safe from two threads.
class WordForms {
 public:
  WordForms() = default;
  explicit WordForms(std::vector<Xapian::Database> shards) : shards_(std::move(shards)) {}

  /// True if `form` is a form of a word that some article holds.
  [[nodiscard]] bool contains(std::string_view form) const;

  /// The stems of `form`; none if the index never held it. Articles may hold some no more.
  [[nodiscard]] std::vector<std::string> stems(std::string_view form) const;

  /// True if every form of `stem` begins with it: that of `année`, "ane", has none that does.
  [[nodiscard]] bool begin_with(std::string_view stem) const;

  /// Number of articles that hold a word of which `form` is a form; 0 if none has this form.
  [[nodiscard]] Xapian::doccount frequency(std::string_view form) const;

  /// The first articles that hold `form`, at most `limit`. Of a rare form of a frequent word some
  /// may be missed: no more than a thousand of the word are looked into.
  [[nodiscard]] std::vector<Xapian::Document> articles(std::string_view form,
                                                       std::size_t limit) const;

  /// Calls `take` for every form that begins with `prefix`, in order, until it returns false.
  void for_each(std::string_view prefix, const std::function<bool(std::string_view)>& take) const;

 private:
  std::vector<Xapian::Database> shards_;
};

}  // namespace kiosque::index
