#include "common/index/word_forms.h"

#include <algorithm>
#include <array>

#include "common/index/positional_index.h"
#include "common/index/schema.h"
#include "common/index/terms.h"

namespace kiosque::index {
namespace {

constexpr char kSeparator = '\x1F';

std::string key_of(std::string_view form) {
  std::string key(metadata::kForm);
  return key += form;
}

}  // namespace

std::vector<std::string> split_stems(std::string_view value) {
  std::vector<std::string> stems;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(kSeparator), value.size());
    stems.emplace_back(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return stems;
}

std::string with_stem(std::string value, std::string_view stem) {
  if (value.empty()) return std::string(stem);
  const auto stems = split_stems(value);
  if (std::find(stems.begin(), stems.end(), stem) == stems.end()) {
    value += kSeparator;
    value += stem;
  }
  return value;
}

bool WordForms::contains(std::string_view form) const { return frequency(form) > 0; }

std::vector<std::string> WordForms::stems(std::string_view form) const {
  const std::string key = key_of(form);
  std::string all;
  for (const auto& shard : shards_) {
    for (const auto& stem : split_stems(shard.get_metadata(key))) {
      all = with_stem(std::move(all), stem);
    }
  }
  return split_stems(all);
}

bool WordForms::begin_with(std::string_view stem) const {
  const std::string key = std::string(metadata::kUnlike) += stem;
  return std::ranges::all_of(
      shards_, [&](const Xapian::Database& shard) { return shard.get_metadata(key).empty(); });
}

Xapian::doccount WordForms::frequency(std::string_view form) const {
  Xapian::doccount articles = 0;
  for (const std::string& stem : stems(form)) {
    const std::string term = stem_term(stem);
    for (const auto& shard : shards_) articles += shard.get_termfreq(term);
  }
  return articles;
}

std::vector<Xapian::Document> WordForms::articles(std::string_view form, std::size_t limit) const {
  constexpr int kMostLookedAt = 1000;
  std::vector<Xapian::Document> found;
  std::vector<Occurrences> at(1);
  for (const std::string& stem : stems(form)) {
    const std::string term = stem_term(stem);
    const FormCode code = form_code(form, stem);
    int looked_at = 0;
    for (const Xapian::Database& shard : shards_) {
      const auto end = shard.postlist_end(term);
      for (auto id = shard.postlist_begin(term);
           id != end && found.size() < limit && looked_at < kMostLookedAt; ++id, ++looked_at) {
        Xapian::Document document = shard.get_document(*id, Xapian::DOC_ASSUME_VALID);
        const std::string positions = document.get_value(slot::kPositions);
        PositionalIndex(positions).find(std::array{position_hash(term)}, at);
        const auto& forms = at[0].forms;
        if (std::find(forms.begin(), forms.end(), code) != forms.end()) {
          found.push_back(std::move(document));
        }
      }
    }
  }
  return found;
}

void WordForms::for_each(std::string_view prefix,
                         const std::function<bool(std::string_view)>& take) const {
  const std::string begin = key_of(prefix);
  struct Keys {
    Xapian::TermIterator next;
    Xapian::TermIterator end;
    std::string key = {};
  };
  std::vector<Keys> all;
  for (const auto& shard : shards_) {
    all.push_back({shard.metadata_keys_begin(begin), shard.metadata_keys_end(begin)});
    Keys& keys = all.back();
    if (keys.next == keys.end) {
      all.pop_back();
    } else {
      keys.key = *keys.next;
    }
  }
  while (!all.empty()) {
    const std::string key = std::ranges::min(all, {}, &Keys::key).key;
    if (!take(std::string_view(key).substr(metadata::kForm.size()))) return;
    for (Keys& keys : all) {
      if (keys.key != key) continue;
      ++keys.next;
      keys.key = keys.next == keys.end ? std::string() : *keys.next;
    }
    std::erase_if(all, [](const Keys& keys) { return keys.key.empty(); });
  }
}

}  // namespace kiosque::index
