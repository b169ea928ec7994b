#include <algorithm>
#include <string_view>
#include <utility>

#include "common/base/ascii.h"
#include "common/date/date.h"
#include "indexer/archive/archive.h"
#include "indexer/archive/http_message.h"
#include "indexer/packed/packed.h"

namespace kiosque::archive {
namespace {

constexpr std::size_t kChunk = 64u << 10;
constexpr std::size_t kHeadLimit = 64u << 10;

struct RecordHead {
  std::string type;
  std::string url;
  std::string content_type;
  std::string date;
  std::string article_url;
  std::uint64_t length = 0;
};

std::optional<RecordHead> parse_record_head(std::string_view text) {
  if (!text.starts_with("WARC/1.")) return std::nullopt;
  const Fields fields = parse_fields(text);
  RecordHead head;
  head.type = value_of(fields, "warc-type");
  head.url = value_of(fields, "warc-target-uri");
  if (head.url.starts_with('<') && head.url.ends_with('>')) {  // WARC 1.0 as some tools read it
    head.url = head.url.substr(1, head.url.size() - 2);
  }
  head.content_type = value_of(fields, "content-type");
  head.date = value_of(fields, "warc-date");
  head.article_url = value_of(fields, lower(kArticleUrlField));
  const auto length = leading_number<std::uint64_t>(value_of(fields, "content-length"));
  if (!length) return std::nullopt;
  head.length = *length;
  return head;
}

bool is_readable_type(std::string_view content_type) {
  const std::string type = lower(content_type.substr(0, content_type.find(';')));
  return type.empty() || type.find("html") != std::string::npos ||
         type.find("xml") != std::string::npos || type.find("json") != std::string::npos ||
         type.find("text/plain") != std::string::npos;
}

}  // namespace

struct Reader::Impl {
  std::optional<RecordHead> read_head();
  std::optional<std::string> read_block(std::uint64_t length);
  std::optional<Page> page_of(const RecordHead& head, std::string block);
  bool read_more();

  Source source;
  std::size_t limit_bytes;
  std::string buffer = {};
  std::uint64_t unreadable = 0;
  bool within_record = false;
  bool ended = false;
};

bool Reader::Impl::read_more() {
  if (ended) return false;
  const auto got = source(buffer, kChunk);
  if (got && *got > 0) return true;
  // The end, within a record or where the file is damaged: counted once.
  if (!got || within_record || !buffer.empty()) ++unreadable;
  buffer.clear();
  ended = true;
  return false;
}

std::optional<RecordHead> Reader::Impl::read_head() {
  for (;;) {
    const auto begin = buffer.find_first_not_of("\r\n");
    buffer.erase(0, std::min(begin, buffer.size()));
    const auto end = buffer.find("\r\n\r\n");
    if (end != std::string::npos) {
      auto head = parse_record_head(std::string_view(buffer).substr(0, end + 2));
      if (!head) ++unreadable;
      buffer.erase(0, end + 4);
      return head;
    }
    if (buffer.size() > kHeadLimit || !read_more()) break;
  }
  return std::nullopt;
}

// The block of a record, or nothing if it is too large (and passed over) or cut.
std::optional<std::string> Reader::Impl::read_block(std::uint64_t length) {
  const bool too_large = length > limit_bytes;
  within_record = true;
  while (buffer.size() < length) {
    if (too_large) {
      length -= buffer.size();
      buffer.clear();
    }
    if (!read_more()) return std::nullopt;
  }
  within_record = false;
  std::string block = buffer.substr(0, length);
  buffer.erase(0, length);
  if (too_large) return std::nullopt;
  return block;
}

std::optional<Page> Reader::Impl::page_of(const RecordHead& head, std::string block) {
  Page page;
  page.url = head.url;
  page.article_url = head.article_url;
  if (const auto date = date::parse_timestamp(head.date)) page.fetched = date->utc;
  if (head.type == "resource") {
    page.content_type = head.content_type;
    page.body = std::move(block);
  } else {
    std::optional<HttpMessage> message = parse_http_message(block);
    if (!message || message->status != 200) return std::nullopt;
    page.content_type = value_of(message->headers, "content-type");
    auto body = decode_body(std::move(*message), limit_bytes);
    if (!body) {
      ++unreadable;
      return std::nullopt;
    }
    page.body = std::move(*body);
  }
  if (!is_readable_type(page.content_type)) return std::nullopt;
  return page;
}

Reader::Reader(Source source, std::size_t limit_bytes)
    : impl_(std::make_unique<Impl>(Impl{std::move(source), limit_bytes})) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Result<Reader> Reader::open(const std::filesystem::path& file, std::uint64_t offset) {
  TRY(auto stream, packed::ByteStream::open(file, offset));
  auto shared = std::make_shared<packed::ByteStream>(std::move(stream));
  return Reader([shared](std::string& out, std::size_t most) { return shared->read(out, most); });
}

std::optional<Page> Reader::next() {
  while (const auto head = impl_->read_head()) {
    auto block = impl_->read_block(head->length);
    if (!block) continue;
    const bool wanted = (head->type == "response" || head->type == "resource") &&
                        (head->url.starts_with("http:") || head->url.starts_with("https:"));
    if (!wanted) continue;
    if (auto page = impl_->page_of(*head, std::move(*block))) return page;
  }
  return std::nullopt;
}

std::uint64_t Reader::unreadable() const noexcept { return impl_->unreadable; }

}  // namespace kiosque::archive
