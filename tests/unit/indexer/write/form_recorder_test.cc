#include "indexer/write/form_recorder.h"

#include <gtest/gtest.h>

#include "common/index/schema.h"

namespace kiosque::write {
namespace {

std::string stems_of(const Xapian::Database& shard, const std::string& form) {
  return shard.get_metadata(std::string(index::metadata::kForm) + form);
}

TEST(FormRecorder, AddsToWhatTheShardHas) {
  Xapian::WritableDatabase shard("", Xapian::DB_BACKEND_INMEMORY);
  for (const auto* stem : {"pech", "peche", "pech"}) {
    FormRecorder recorder;  // of a later run: it remembers nothing
    std::string forms;
    append_form(forms, "peche", stem);
    append_form(forms, "armes", "arme");
    recorder.note(forms);
    recorder.write(shard);
  }

  EXPECT_EQ(stems_of(shard, "peche"), "pech\x1Fpeche");
  EXPECT_EQ(stems_of(shard, "armes"), "arme");
}

TEST(FormRecorder, LosesNothingWhenItForgets) {
  constexpr int kForms = 300'000;
  Xapian::WritableDatabase shard("", Xapian::DB_BACKEND_INMEMORY);
  FormRecorder recorder;
  for (int i = 0; i < kForms; ++i) {
    std::string forms;
    append_form(forms, "mot" + std::to_string(i), "mot");
    append_form(forms, "mots", "mot");
    recorder.note(forms);
    if (i % 50'000 == 0) recorder.write(shard);
  }
  recorder.write(shard);

  EXPECT_EQ(stems_of(shard, "mots"), "mot");
  for (int i = 0; i < kForms; ++i) {
    ASSERT_EQ(stems_of(shard, "mot" + std::to_string(i)), "mot") << i;
  }
}

}  // namespace
}  // namespace kiosque::write
