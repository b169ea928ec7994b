#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/extract/text/zones.h"

namespace kiosque::extract::text {

/// What the class and id of an element say of it.
struct ClassHints {
  Zone zone = Zone::Content;
  bool body = false;        ///< names the text of an article: "article-body", "entryContent"
  bool main = false;        ///< names the main column: "main", "content"
  bool standfirst = false;  ///< names the lead: "chapo", "standfirst"

  void merge(const ClassHints& other);
};

/// Reads a class or id attribute. It is cut into words at punctuation and capitals, and each word
/// and each pair of neighbours is looked up, so that one entry ("readmore") meets "read-more",
/// "readMore" and "read_more".
[[nodiscard]] ClassHints read_class(std::string_view attribute);

}  // namespace kiosque::extract::text
