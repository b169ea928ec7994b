#pragma once

#include <string>
#include <string_view>

#include "searcher/cli/options.h"
#include "searcher/engine/engine.h"

namespace kiosque::cli {

/// Opens what the user named, or says how to name an index.
[[nodiscard]] Result<engine::Engine> open_engine(const IndexOptions& options,
                                                 const date::Clock& clock);

/// Prints a page in the format asked for and remembers its hits for `open` and `read`. Returns the
/// exit status: kExitNoHits for an empty page.
int show(const engine::Page& page, const engine::Request& request, const IndexOptions& indexes,
         const OutputOptions& output);

}  // namespace kiosque::cli
