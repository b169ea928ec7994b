#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include "indexer/source/sniff.h"

namespace kiosque::source {

/// A piece of what is to be indexed: a whole page or feed, or some lines of a JSON Lines file.
struct Input {
  ContentKind kind = ContentKind::Empty;
  std::string name;   ///< for messages: the path, or "standard input"
  std::string path;   ///< of the file; empty for standard input
  std::string bytes;  ///< unpacked; empty for what is not read (Other)
  std::string url;    ///< where it was fetched, if the source tells (a web archive); or empty
  std::string content_type;                              ///< HTTP header, likewise
  std::optional<std::chrono::sys_seconds> fetched = {};  ///< likewise
  std::size_t first_line = 1;                            ///< JSON Lines: number of the first line
  bool named_by_user = false;  ///< given on the command line, not found in a directory
};

}  // namespace kiosque::source
