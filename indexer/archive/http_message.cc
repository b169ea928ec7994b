#include "indexer/archive/http_message.h"

#include <algorithm>

#include "common/base/ascii.h"
#include "indexer/packed/packed.h"

namespace kiosque::archive {
namespace {

/// The size line of a chunk: its value and where the data begins.
struct ChunkSize {
  std::size_t size;
  std::size_t data;
};

std::optional<ChunkSize> read_chunk_size(std::string_view body, std::size_t pos) {
  const auto end = body.find("\r\n", pos);
  if (end == std::string_view::npos || end - pos > 200) return std::nullopt;
  const std::string_view line = body.substr(pos, end - pos);
  const auto size = parse_number<std::size_t>(line.substr(0, line.find_first_of("; ")), 16);
  if (!size) return std::nullopt;
  return ChunkSize{*size, end + 2};
}

/// The body without chunk sizes, or as it is if it is not in chunks.
std::string dechunked(const std::string& body) {
  std::string out;
  std::size_t pos = 0;
  while (pos < body.size()) {
    const auto chunk = read_chunk_size(body, pos);
    if (!chunk) return out.empty() ? body : out;
    if (chunk->size == 0) return out;
    out += std::string_view(body).substr(chunk->data, chunk->size);
    if (chunk->size > body.size() - chunk->data) return out;
    pos = chunk->data + chunk->size + 2;
  }
  return out;
}

bool is_markup(std::string_view body) {
  const std::string_view start = trim(body.substr(0, 1024));
  return start.starts_with('<') || start.starts_with('{') || start.starts_with("\xEF\xBB\xBF");
}

}  // namespace

std::string value_of(const Fields& fields, std::string_view name) {
  const auto found =
      std::ranges::find_if(fields, [&](const auto& field) { return field.first == name; });
  return found == fields.end() ? std::string() : found->second;
}

Fields parse_fields(std::string_view text) {
  Fields fields;
  std::size_t pos = text.find('\n');
  while (pos != std::string_view::npos && pos + 1 < text.size()) {
    const std::size_t end = text.find('\n', pos + 1);
    const std::string_view line = text.substr(pos + 1, end - pos - 1);
    pos = end;
    if (line.starts_with(' ') || line.starts_with('\t')) {
      if (!fields.empty()) (fields.back().second += ' ') += trim(line);
      continue;
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    fields.emplace_back(lower(trim(line.substr(0, colon))), trim(line.substr(colon + 1)));
  }
  return fields;
}

std::optional<HttpMessage> parse_http_message(std::string_view bytes) {
  if (!bytes.starts_with("HTTP/")) return std::nullopt;
  const auto space = bytes.find(' ');
  if (space == std::string_view::npos || space > 10) return std::nullopt;
  const auto status = leading_number<int>(bytes.substr(space + 1));
  if (!status) return std::nullopt;
  std::size_t head = bytes.find("\r\n\r\n");
  std::size_t gap = 4;
  if (head == std::string_view::npos) {
    head = bytes.find("\n\n");
    gap = 2;
  }
  if (head == std::string_view::npos) return std::nullopt;
  return HttpMessage{*status, parse_fields(bytes.substr(0, head + 1)),
                     std::string(bytes.substr(head + gap))};
}

std::optional<std::string> decode_body(HttpMessage message, std::size_t limit_bytes) {
  std::string body = std::move(message.body);
  if (lower(value_of(message.headers, "transfer-encoding")).find("chunked") != std::string::npos) {
    body = dechunked(body);
  }
  if (packed::is_gzip(body)) {
    auto unpacked = packed::gunzip(body, limit_bytes);
    if (!unpacked) return std::nullopt;
    return std::move(*unpacked);
  }
  const std::string coding = lower(value_of(message.headers, "content-encoding"));
  const bool coded = !coding.empty() && coding != "identity" && coding != "gzip";
  if (coded && !is_markup(body)) return std::nullopt;
  return body;
}

}  // namespace kiosque::archive
