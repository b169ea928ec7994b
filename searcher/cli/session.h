#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "searcher/cli/options.h"
#include "searcher/cli/output.h"
#include "searcher/engine/engine.h"

namespace kiosque::cli {

/// Opens what the user named, or says how to name an index.
[[nodiscard]] Result<engine::Engine> open_engine(const IndexOptions& options,
                                                 const date::Clock& clock);

/// Prints a page in the format asked for and remembers its hits for `open` and `read`. Returns the
/// exit status: kExitNoHits for an empty page.
[[nodiscard]] Result<int> show(const engine::Page& page, const engine::Request& request,
                               const IndexOptions& indexes, const OutputOptions& output);

/// The last search of this user, so that `open N` and `read N` know what N is: addresses and
/// indexes, never the query. Kept in $XDG_STATE_HOME/kiosque (~/.local/state/kiosque), readable by
/// the user alone.
struct LastSearch {
  std::vector<std::filesystem::path> indexes;
  std::size_t first_rank = 1;
  std::vector<std::string> urls;
};

/// A folder of this user's for `variable` (XDG base directory specification): "$variable/kiosque",
/// or `fallback` under the home folder; made if need be.
[[nodiscard]] Result<std::filesystem::path> user_folder(const char* variable,
                                                        std::string_view fallback);

/// NotFound if nothing was searched yet.
[[nodiscard]] Result<LastSearch> load_last_search();

/// The address of hit `rank` of the last search, or `what` itself if it is an address.
[[nodiscard]] Result<std::string> address_of(const LastSearch& last, const std::string& what);

}  // namespace kiosque::cli
