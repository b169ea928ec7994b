#include "indexer/stories/stories.h"

#include <fmt/format.h>
#include <xxhash.h>

#include "common/index/schema.h"
#include "common/index/xapian_guard.h"

namespace kiosque::stories {
namespace {

/// The newest `most` articles of a shard.
void read_shard(const std::string& shard, Xapian::docid most, Index& stories) {
  const Xapian::Database database(shard);
  const Xapian::docid newest = database.get_lastdocid();
  auto story = database.valuestream_begin(index::slot::kStory);
  const auto last = database.valuestream_end(index::slot::kStory);
  auto value = database.valuestream_begin(index::slot::kSketch);
  if (newest > most) value.skip_to(newest - most + 1);
  for (; value != database.valuestream_end(index::slot::kSketch); ++value) {
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

Result<Index> read_stories(const write::IndexDirectory& index) {
  Index stories;
  // As many as are left when the older half is forgotten.
  const std::size_t shards = index.manifest.shards.size();
  const auto most = static_cast<Xapian::docid>(Index::kCapacity / 2 / shards);
  for (std::size_t number = 0; number < shards; ++number) {
    const std::string shard = index.shard(number).string();
    const Status read = index::xapian_guard(fmt::format("read the stories of '{}'", shard),
                                            [&] { read_shard(shard, most, stories); });
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

}  // namespace kiosque::stories
