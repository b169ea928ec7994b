#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::write {

/// Adds the form of a word and its stem to `forms`, a list for FormRecorder::note().
void append_form(std::string& forms, std::string_view form, std::string_view stem);

/// Keeps the forms of words (common/index/word_forms.h) of one shard up to date: writes each once,
/// and remembers which it has seen.
class FormRecorder {
 public:
  /// Notes the forms of an article.
  void note(std::string_view forms);

  /// Writes those noted that the shard lacks: to be called before each commit.
  void write(Xapian::WritableDatabase& shard);

 private:
  /// True for a hash that is new, which is then known.
  bool learn(std::uint64_t hash);
  bool put(std::uint64_t hash);

  /// Hashes of forms with their stem, and of stems that are marked; 0 where free: open addressing,
  /// a power of two long, at most half full.
  std::vector<std::uint64_t> known_ = std::vector<std::uint64_t>(1u << 10);
  std::size_t known_count_ = 0;
  std::vector<std::string> fresh_;  ///< noted and not yet written, as in the list
};

}  // namespace kiosque::write
