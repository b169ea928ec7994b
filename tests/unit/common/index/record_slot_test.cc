#include "common/index/record_slot.h"

#include <gtest/gtest.h>

#include "common/index/schema.h"

namespace kiosque::index {
namespace {

TEST(RecordSlot, GivesBackWhatWasStoredInLess) {
  Xapian::Document document;
  std::string record;
  for (int i = 0; i < 200; ++i) record += "le premier ministre a dit ";

  set_record(document, record);

  EXPECT_EQ(get_record(document), record);
  EXPECT_LT(document.get_value(slot::kRecord).size(), record.size() / 10);
}

TEST(RecordSlot, ReadsWhereSchema2KeptIt) {
  Xapian::Document document;
  document.set_data("un article");

  EXPECT_EQ(get_record(document), "un article");
}

TEST(RecordSlot, BrokenBytesAreNoRecord) {
  Xapian::Document document;
  EXPECT_EQ(get_record(document), "");
  set_record(document, "un article, un deuxième article, un troisième article");
  const std::string whole = document.get_value(slot::kRecord);
  for (std::size_t size = 1; size < whole.size(); ++size) {
    document.add_value(slot::kRecord, whole.substr(0, size));
    EXPECT_EQ(get_record(document), "") << size;
  }
  // A frame that claims to hold more than there is memory for.
  document.add_value(slot::kRecord,
                     std::string("\x28\xB5\x2F\xFD\xE0", 5) + std::string(8, '\x7F'));
  EXPECT_EQ(get_record(document), "");
}

}  // namespace
}  // namespace kiosque::index
