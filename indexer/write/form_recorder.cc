#include "indexer/write/form_recorder.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/index/schema.h"
#include "common/index/word_forms.h"

namespace kiosque::write {
namespace {

constexpr char kBeforeStem = '\x1F';
constexpr char kEnd = '\n';

/// Forms remembered: 2 MB.
constexpr std::size_t kMostKnown = 1u << 17;

void mark_unlike(Xapian::WritableDatabase& shard, std::string_view stem) {
  const std::string key = std::string(index::metadata::kUnlike) += stem;
  if (shard.get_metadata(key).empty()) shard.set_metadata(key, "1");
}

}  // namespace

void append_form(std::string& forms, std::string_view form, std::string_view stem) {
  forms.append(form) += kBeforeStem;
  forms.append(stem) += kEnd;
}

void FormRecorder::note(std::string_view forms) {
  // Some at a time: what is known of them is fetched from memory meanwhile.
  constexpr std::size_t kMost = 32;
  struct Noted {
    std::string_view form;
    std::uint64_t hash;
  };
  std::array<Noted, kMost> noted;
  while (!forms.empty()) {
    std::size_t count = 0;
    for (; count < kMost && !forms.empty(); ++count) {
      const std::string_view form = forms.substr(0, forms.find(kEnd));
      forms.remove_prefix(std::min(form.size() + 1, forms.size()));
      noted[count] = {form, XXH3_64bits(form.data(), form.size())};
      __builtin_prefetch(&known_[noted[count].hash & (known_.size() - 1)]);
    }
    for (std::size_t i = 0; i < count; ++i) {
      if (learn(noted[i].hash)) fresh_.emplace_back(noted[i].form);
    }
  }
}

void FormRecorder::write(Xapian::WritableDatabase& shard) {
  // In order: neighbours share a block.
  std::sort(fresh_.begin(), fresh_.end());
  for (const std::string& entry : fresh_) {
    const std::size_t middle = entry.find(kBeforeStem);
    const std::string_view form = std::string_view(entry).substr(0, middle);
    const std::string_view stem = std::string_view(entry).substr(middle + 1);
    const std::string key = std::string(index::metadata::kForm) += form;
    const std::string before = shard.get_metadata(key);
    const std::string after = index::with_stem(before, stem);
    if (after != before) shard.set_metadata(key, after);
    if (!form.starts_with(lower(stem)) && learn(XXH3_64bits(stem.data(), stem.size()))) {
      mark_unlike(shard, stem);
    }
  }
  fresh_.clear();
}

bool FormRecorder::learn(std::uint64_t hash) {
  if (hash == 0) hash = 1;
  if (!put(hash)) return false;
  if (++known_count_ * 2 <= known_.size()) return true;
  // Those that are forgotten are looked up in the shard again.
  std::vector<std::uint64_t> old(known_.size() < kMostKnown * 2 ? known_.size() * 2
                                                                : known_.size());
  old.swap(known_);
  known_count_ = 0;
  if (old.size() < known_.size()) {
    for (const std::uint64_t one : old) known_count_ += one != 0 && put(one) ? 1 : 0;
  }
  return true;
}

bool FormRecorder::put(std::uint64_t hash) {
  std::size_t place = hash & (known_.size() - 1);
  for (; known_[place] != 0; place = (place + 1) & (known_.size() - 1)) {
    if (known_[place] == hash) return false;
  }
  known_[place] = hash;
  return true;
}

}  // namespace kiosque::write
