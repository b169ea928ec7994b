#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/index/article.h"
#include "common/index/index.h"
#include "indexer/write/index_directory.h"

namespace kiosque::write {

/// The article of a canonical URL as the index has it (as of the last commit that `reader` saw), or
/// nothing.
[[nodiscard]] Result<std::optional<index::Article>> find_article(index::Reader& reader,
                                                                 std::string_view canonical_url);

/// One article from a page and from the feed entry that links to it (`entry.summary_only`): the
/// page wins, the entry fills what the page lacks. The same whichever was met first.
[[nodiscard]] index::Article merge_entry(index::Article page, const index::Article& entry);

/// An article and when it was first indexed.
struct StoredArticle {
  index::Article article;
  std::chrono::sys_seconds first_seen{};
};

/// Hands every article of a held index to `take`, whatever the version of its schema: the article
/// is stored whole. Ends with the first error, Corrupt if an article cannot be read.
[[nodiscard]] Status for_each_article(const IndexDirectory& index,
                                      const std::function<Status(StoredArticle)>& take);

/// URLs of the articles published, or if that is unknown first seen, before `moment`.
[[nodiscard]] Result<std::vector<std::string>> urls_older_than(index::Reader& reader,
                                                               std::chrono::sys_seconds moment);

}  // namespace kiosque::write
