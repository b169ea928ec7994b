#include "indexer/build/form_recorder.h"

#include <xxhash.h>

#include <algorithm>

#include "common/index/schema.h"
#include "common/index/word_forms.h"

namespace kiosque {
namespace {

constexpr char kBeforeStem = '\x1F';
constexpr char kEnd = '\n';

/// Forms remembered, some 5 MB; forgotten ones are looked up in the shard again.
constexpr std::size_t kMostKnown = 1u << 17;

}  // namespace

void append_form(std::string& forms, std::string_view form, std::string_view stem) {
  forms.append(form) += kBeforeStem;
  forms.append(stem) += kEnd;
}

void FormRecorder::note(std::string_view forms) {
  for (std::size_t begin = 0; begin < forms.size();) {
    const std::size_t end = std::min(forms.find(kEnd, begin), forms.size());
    const std::string_view form = forms.substr(begin, end - begin);
    if (known_.insert(XXH3_64bits(form.data(), form.size())).second) fresh_.emplace_back(form);
    begin = end + 1;
  }
}

void FormRecorder::write(Xapian::WritableDatabase& shard) {
  // In order: neighbours share a block.
  std::sort(fresh_.begin(), fresh_.end());
  for (const std::string& entry : fresh_) {
    const std::size_t middle = entry.find(kBeforeStem);
    std::string key(metadata::kForm);
    key.append(entry, 0, middle);
    const std::string before = shard.get_metadata(key);
    const std::string after = with_stem(before, std::string_view(entry).substr(middle + 1));
    if (after != before) shard.set_metadata(key, after);
  }
  fresh_.clear();
  if (known_.size() > kMostKnown) known_.clear();
}

}  // namespace kiosque
