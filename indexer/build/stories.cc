#include "indexer/build/stories.h"

#include <fmt/format.h>
#include <xxhash.h>

#include "common/index/schema.h"
#include "common/index/xapian_guard.h"

namespace kiosque {
namespace {

void read_shard(const std::string& shard, StoryIndex& stories) {
  const Xapian::Database database(shard);
  auto story = database.valuestream_begin(slot::kStory);
  const auto last = database.valuestream_end(slot::kStory);
  for (auto value = database.valuestream_begin(slot::kSketch);
       value != database.valuestream_end(slot::kSketch); ++value) {
    story.skip_to(value.get_docid());
    if (story == last) return;
    const std::string id = *story;
    const auto sketch = decode_sketch(*value);
    if (!sketch || id.size() != sizeof(StoryId) || story.get_docid() != value.get_docid()) continue;
    XXH64_canonical_t canonical;
    id.copy(reinterpret_cast<char*>(canonical.digest), sizeof canonical.digest);
    stories.remember(*sketch, XXH64_hashFromCanonical(&canonical));
  }
}

}  // namespace

Result<StoryIndex> read_stories(const IndexDirectory& index) {
  StoryIndex stories;
  for (std::size_t number = 0; number < index.manifest.shards.size(); ++number) {
    const std::string shard = index.shard(number).string();
    const Status read = xapian_guard(fmt::format("read the stories of '{}'", shard),
                                     [&] { read_shard(shard, stories); });
    if (!read) return read.error();
  }
  return stories;
}

StoryId own_story(std::string_view unique_term) {
  return XXH3_64bits(unique_term.data(), unique_term.size());
}

std::string encode_story(StoryId story) {
  XXH64_canonical_t canonical;
  XXH64_canonicalFromHash(&canonical, story);
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

}  // namespace kiosque
