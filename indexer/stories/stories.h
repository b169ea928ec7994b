#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"
#include "indexer/stories/story_index.h"
#include "indexer/write/index_directory.h"

namespace kiosque::stories {

/// The stories of the newest articles of an index (half of Index::kCapacity), read from the
/// slots of its shards: nothing else is stored, so nothing can fall out of step with them.
[[nodiscard]] Result<Index> read_stories(const write::IndexDirectory& index);

/// The story that the article of `unique_term` begins if it is like none before.
[[nodiscard]] StoryId own_story(std::string_view unique_term);

/// Value of slot kStory: 8 bytes.
[[nodiscard]] std::string encode_story(StoryId story);

}  // namespace kiosque::stories
