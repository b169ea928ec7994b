#include "indexer/archive/warc_reader.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "common/date/date.h"
#include "indexer/archive/http_message.h"
#include "indexer/packed/byte_stream.h"

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
  const HeaderBlock headers = parse_headers(text);
  RecordHead head;
  head.type = headers.value("warc-type");
  head.url = headers.value("warc-target-uri");
  if (head.url.starts_with('<') && head.url.ends_with('>')) {  // WARC 1.0 as some tools read it
    head.url = head.url.substr(1, head.url.size() - 2);
  }
  head.content_type = headers.value("content-type");
  head.date = headers.value("warc-date");
  head.article_url = headers.value(lower_ascii(kArticleUrlField));
  const std::string length = headers.value("content-length");
  const auto [end, error] =
      std::from_chars(length.data(), length.data() + length.size(), head.length);
  if (error != std::errc{}) return std::nullopt;
  return head;
}

bool is_readable_type(std::string_view content_type) {
  const std::string type = lower_ascii(content_type.substr(0, content_type.find(';')));
  return type.empty() || type.find("html") != std::string::npos ||
         type.find("xml") != std::string::npos || type.find("json") != std::string::npos ||
         type.find("text/plain") != std::string::npos;
}

}  // namespace

struct WarcReader::Impl {
  std::optional<RecordHead> read_head();
  std::optional<std::string> read_block(std::uint64_t length);
  std::optional<WarcPage> page_of(const RecordHead& head, std::string block);
  bool read_more();

  Source source;
  std::size_t limit_bytes;
  std::string buffer = {};
  WarcCounts counts = {};
  bool within_record = false;
  bool ended = false;
};

bool WarcReader::Impl::read_more() {
  if (ended) return false;
  const auto got = source(buffer, kChunk);
  if (got && *got > 0) return true;
  // The end, within a record or where the file is damaged: told once.
  if (!got || within_record || !buffer.empty()) ++counts.unreadable;
  buffer.clear();
  ended = true;
  return false;
}

std::optional<RecordHead> WarcReader::Impl::read_head() {
  for (;;) {
    const auto begin = buffer.find_first_not_of("\r\n");
    buffer.erase(0, std::min(begin, buffer.size()));
    const auto end = buffer.find("\r\n\r\n");
    if (end != std::string::npos) {
      auto head = parse_record_head(std::string_view(buffer).substr(0, end + 2));
      if (!head) ++counts.unreadable;
      buffer.erase(0, end + 4);
      return head;
    }
    if (buffer.size() > kHeadLimit || !read_more()) break;
  }
  return std::nullopt;
}

// The block of a record, or nothing if it is too large (and passed over) or cut.
std::optional<std::string> WarcReader::Impl::read_block(std::uint64_t length) {
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
  if (too_large) {
    ++counts.other;
    return std::nullopt;
  }
  return block;
}

std::optional<WarcPage> WarcReader::Impl::page_of(const RecordHead& head, std::string block) {
  WarcPage page;
  page.url = head.url;
  page.article_url = head.article_url;
  if (const auto date = date::parse_timestamp(head.date)) page.fetched = date->utc;
  if (head.type == "resource") {
    page.content_type = head.content_type;
    page.body = std::move(block);
  } else {
    std::optional<HttpMessage> message = parse_http_message(block);
    if (!message || message->status != 200) {
      ++counts.other;
      return std::nullopt;
    }
    page.content_type = message->headers.value("content-type");
    auto body = decode_body(std::move(*message), limit_bytes);
    if (!body) {
      ++counts.unreadable;
      return std::nullopt;
    }
    page.body = std::move(*body);
  }
  if (!is_readable_type(page.content_type)) {
    ++counts.other;
    return std::nullopt;
  }
  ++counts.pages;
  return page;
}

WarcReader::WarcReader(Source source, std::size_t limit_bytes)
    : impl_(std::make_unique<Impl>(Impl{std::move(source), limit_bytes})) {}
WarcReader::WarcReader(WarcReader&&) noexcept = default;
WarcReader& WarcReader::operator=(WarcReader&&) noexcept = default;
WarcReader::~WarcReader() = default;

Result<WarcReader> WarcReader::open(const std::filesystem::path& file, std::uint64_t offset) {
  auto stream = packed::ByteStream::open(file, offset);
  if (!stream) return stream.error();
  auto shared = std::make_shared<packed::ByteStream>(std::move(*stream));
  return WarcReader(
      [shared](std::string& out, std::size_t most) { return shared->read(out, most); });
}

std::optional<WarcPage> WarcReader::next() {
  while (const auto head = impl_->read_head()) {
    auto block = impl_->read_block(head->length);
    if (!block) continue;
    const bool wanted = (head->type == "response" || head->type == "resource") &&
                        (head->url.starts_with("http:") || head->url.starts_with("https:"));
    if (!wanted) {
      ++impl_->counts.other;
      continue;
    }
    if (auto page = impl_->page_of(*head, std::move(*block))) return page;
  }
  return std::nullopt;
}

const WarcCounts& WarcReader::counts() const noexcept { return impl_->counts; }

}  // namespace kiosque::archive
