#pragma once

#include <xapian.h>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include "indexer/stories/sketch.h"

namespace kiosque::write {

/// An article analysed and ready to be written: all that can be done apart from the index, so that
/// it can be done on any thread. Made by DocumentBuilder.
struct PreparedArticle {
  std::string unique_term;
  Xapian::Document document;              ///< lacks the slots that depend on the index
  std::string forms;                      ///< of its words, a list for FormRecorder::note()
  std::optional<stories::Sketch> sketch;  ///< of its body, and where that is short of all its
                                          ///< words; nothing for a very short text
  std::string story;                      ///< slot kStory; set by the writer
  std::string content_hash;  ///< 8 bytes of the article as it came: the same again is no change
  std::optional<std::chrono::sys_seconds> first_seen;  ///< absent: when it is written
  bool summary_only = false;
  std::size_t text_bytes = 0;  ///< of title, standfirst and body: what batches are counted by
};

/// What putting an article into the index did.
enum class PutOutcome { New, Changed, Unchanged };

}  // namespace kiosque::write
