#include "common/index/record.h"

#include <zstd.h>

#include <cstdint>
#include <memory>
#include <utility>

#include "common/index/schema.h"

namespace kiosque::index {
namespace {

constexpr char kRecordVersion = 1;

enum Flag : std::uint8_t {
  kHasPublished = 1,
  kHasUpdated = 2,
  kPaywalled = 4,
  kSummaryOnly = 8,
};

enum TimeFlag : std::uint8_t { kHasOffset = 1, kDateOnly = 2 };

class RecordWriter {
 public:
  void byte(std::uint8_t value) { data_ += static_cast<char>(value); }

  /// LEB128: seven bits a byte, low ones first.
  void number(std::uint64_t value) {
    while (value >= 0x80) {
      byte(static_cast<std::uint8_t>(value | 0x80));
      value >>= 7;
    }
    byte(static_cast<std::uint8_t>(value));
  }

  /// Zigzag, so that small negative numbers stay short.
  void signed_number(std::int64_t value) {
    number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
  }

  void text(std::string_view value) {
    number(value.size());
    data_ += value;
  }

  void list(const std::vector<std::string>& values) {
    number(values.size());
    for (const std::string& value : values) text(value);
  }

  void time(const date::Timestamp& time) {
    byte(static_cast<std::uint8_t>((time.offset ? kHasOffset : 0) |
                                   (time.date_only ? kDateOnly : 0)));
    signed_number(time.utc.time_since_epoch().count());
    if (time.offset) signed_number(time.offset->count());
  }

  std::string take() { return std::move(data_); }

 private:
  std::string data_;
};

/// Reads what RecordWriter wrote; after the first byte too few, everything is zero and `ok()`
/// false.
class RecordReader {
 public:
  explicit RecordReader(std::string_view data) : data_(data) {}

  [[nodiscard]] bool ok() const { return ok_; }

  std::uint8_t byte() {
    if (data_.empty()) {
      ok_ = false;
      return 0;
    }
    const auto value = static_cast<std::uint8_t>(data_.front());
    data_.remove_prefix(1);
    return value;
  }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint8_t next = byte();
      value |= static_cast<std::uint64_t>(next & 0x7F) << shift;
      if (next < 0x80) return value;
    }
    ok_ = false;
    return 0;
  }

  std::int64_t signed_number() {
    const std::uint64_t value = number();
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
  }

  std::string text() {
    const std::uint64_t length = number();
    if (length > data_.size()) {
      ok_ = false;
      return {};
    }
    std::string value(data_.substr(0, length));
    data_.remove_prefix(length);
    return value;
  }

  std::vector<std::string> list() {
    std::vector<std::string> values;
    for (std::uint64_t left = number(); left > 0 && ok_; --left) values.push_back(text());
    return values;
  }

  date::Timestamp time() {
    date::Timestamp time;
    const std::uint8_t flags = byte();
    time.utc = std::chrono::sys_seconds(std::chrono::seconds(signed_number()));
    if (flags & kHasOffset) time.offset = std::chrono::minutes(signed_number());
    time.date_only = (flags & kDateOnly) != 0;
    return time;
  }

 private:
  std::string_view data_;
  bool ok_ = true;
};

Article read_head(RecordReader& reader) {
  Article article;
  const std::uint8_t flags = reader.byte();
  article.paywalled = (flags & kPaywalled) != 0;
  article.summary_only = (flags & kSummaryOnly) != 0;
  if (flags & kHasPublished) article.published = reader.time();
  if (flags & kHasUpdated) article.updated = reader.time();
  article.url = reader.text();
  article.title = reader.text();
  article.source = reader.text();
  article.section = reader.text();
  article.language = reader.text();
  article.authors = reader.list();
  article.tags = reader.list();
  article.standfirst = reader.text();
  return article;
}

void read_body(RecordReader& reader, Article& article) {
  for (std::uint64_t left = reader.number(); left > 0 && reader.ok(); --left) {
    const auto kind = static_cast<BlockKind>(reader.byte());
    article.body.push_back({kind, reader.text()});
  }
}

Error corrupt_record() {
  return Error{ErrorCode::Corrupt, "a stored article is damaged",
               "run `indexer check`, then rebuild the index", ErrorKind::ArticleDamaged};
}

constexpr int kCompressionLevel = 1;

/// More than any article has: a broken length must not make us ask for all memory.
constexpr unsigned long long kLongestRecord = 256u << 20;

struct FreeContext {
  void operator()(ZSTD_CCtx* context) const noexcept { ZSTD_freeCCtx(context); }
};

}  // namespace

std::string encode_record(const Article& article) {
  RecordWriter writer;
  writer.byte(kRecordVersion);
  writer.byte(static_cast<std::uint8_t>(
      (article.published ? kHasPublished : 0) | (article.updated ? kHasUpdated : 0) |
      (article.paywalled ? kPaywalled : 0) | (article.summary_only ? kSummaryOnly : 0)));
  if (article.published) writer.time(*article.published);
  if (article.updated) writer.time(*article.updated);
  writer.text(article.url);
  writer.text(article.title);
  writer.text(article.source);
  writer.text(article.section);
  writer.text(article.language);
  writer.list(article.authors);
  writer.list(article.tags);
  writer.text(article.standfirst);
  writer.number(article.body.size());
  for (const Block& block : article.body) {
    writer.byte(static_cast<std::uint8_t>(block.kind));
    writer.text(block.text);
  }
  return writer.take();
}

Result<Article> decode_record_head(std::string_view data) {
  RecordReader reader(data);
  if (reader.byte() != kRecordVersion) return corrupt_record();
  Article article = read_head(reader);
  if (!reader.ok()) return corrupt_record();
  return article;
}

Result<Article> decode_record(std::string_view data) {
  RecordReader reader(data);
  if (reader.byte() != kRecordVersion) return corrupt_record();
  Article article = read_head(reader);
  read_body(reader, article);
  if (!reader.ok()) return corrupt_record();
  return article;
}

void set_record(Xapian::Document& document, std::string_view record) {
  // A context costs more than to compress an article with it.
  thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
  std::string frame(ZSTD_compressBound(record.size()), '\0');
  const std::size_t size = ZSTD_compressCCtx(context.get(), frame.data(), frame.size(),
                                             record.data(), record.size(), kCompressionLevel);
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
