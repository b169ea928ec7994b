#include "common/index/record_slot.h"

#include <zstd.h>

#include <memory>

#include "common/index/schema.h"

namespace kiosque::index {
namespace {

constexpr int kLevel = 1;

/// More than any article has: a broken length must not make us ask for all memory.
constexpr unsigned long long kLongestRecord = 256u << 20;

struct FreeContext {
  void operator()(ZSTD_CCtx* context) const noexcept { ZSTD_freeCCtx(context); }
};

}  // namespace

void set_record(Xapian::Document& document, std::string_view record) {
  // A context costs more than to compress an article with it.
  thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
  std::string frame(ZSTD_compressBound(record.size()), '\0');
  const std::size_t size = ZSTD_compressCCtx(context.get(), frame.data(), frame.size(),
                                             record.data(), record.size(), kLevel);
  frame.resize(ZSTD_isError(size) ? 0 : size);
  document.add_value(slot::kRecord, frame);
}

std::string get_record(const Xapian::Document& document) {
  const std::string frame = document.get_value(slot::kRecord);
  if (frame.empty()) return document.get_data();
  const auto size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  // The codes for "unknown" and "broken" are larger still.
  if (size > kLongestRecord) return {};
  std::string record(size, '\0');
  const std::size_t got = ZSTD_decompress(record.data(), record.size(), frame.data(), frame.size());
  if (ZSTD_isError(got) || got != size) return {};
  return record;
}

}  // namespace kiosque::index
