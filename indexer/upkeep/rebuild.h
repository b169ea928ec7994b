#pragma once

#include <cstdint>
#include <filesystem>

#include "common/base/result.h"
#include "indexer/pipeline/index_files.h"

namespace kiosque::upkeep {

/// What a rebuild takes articles from.
enum class RebuildFrom {
  ArchiveAndIndex,  ///< pages in the archive are read anew, other articles taken as they are
  ArchiveAlone,     ///< for an index that cannot be read
};

struct RebuildSetup {
  std::filesystem::path directory;  ///< of the index, of any version, with what a crawl left there
  std::filesystem::path into = {};  ///< directory of the new index; empty: in place of the old one
  RebuildFrom from = RebuildFrom::ArchiveAndIndex;
  int jobs = 1;  ///< threads that parse and analyse; what is written never depends on it
};

struct RebuildReport {
  std::uint64_t pages = 0;       ///< of the archive that were read, a page as often as it is there
  std::uint64_t taken_over = 0;  ///< articles that have no page in the archive
  std::uint64_t without_text = 0;  ///< pages
  std::uint64_t removed = 0;       ///< pages of articles that were removed, forgotten or expired
  std::uint64_t unreadable = 0;    ///< records of the archive
  std::uint64_t articles = 0;      ///< of the new index
};

/// Makes an index again without the network, after a change of schema, analyser or extraction: from
/// the archived pages, read anew and merged with what feeds said of them, and the stored articles
/// of those that never were in the archive. Articles keep the moment they were first seen. The
/// crawler's state stays as it is.
///
/// In place, the new index is made beside the old one, which answers until both are exchanged in
/// one step; an interruption leaves the old one. Needs space for a copy. Errors: NotFound, Locked,
/// Corrupt (the hint says how to go on), Full.
[[nodiscard]] Result<RebuildReport> rebuild(const RebuildSetup& setup,
                                            pipeline::Progress& progress);

}  // namespace kiosque::upkeep
