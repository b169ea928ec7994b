#include "indexer/archive/http_message.h"

#include <algorithm>
#include <charconv>

#include "indexer/packed/gunzip.h"

namespace kiosque::archive {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

/// The size line of a chunk: its value and where the data begins.
struct ChunkSize {
  std::size_t size;
  std::size_t data;
};

std::optional<ChunkSize> read_chunk_size(std::string_view body, std::size_t pos) {
  const auto end = body.find("\r\n", pos);
  if (end == std::string_view::npos || end - pos > 200) return std::nullopt;
  ChunkSize chunk{0, end + 2};
  const auto [stop, error] = std::from_chars(body.data() + pos, body.data() + end, chunk.size, 16);
  if (error != std::errc{} || stop == body.data() + pos) return std::nullopt;
  if (stop != body.data() + end && *stop != ';' && *stop != ' ') return std::nullopt;
  return chunk;
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
  const std::string_view start = trimmed(body.substr(0, 1024));
  return start.starts_with('<') || start.starts_with('{') || start.starts_with("\xEF\xBB\xBF");
}

}  // namespace

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

std::string HeaderBlock::value(std::string_view name) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const auto& field) { return field.first == name; });
  return found == fields.end() ? std::string() : found->second;
}

HeaderBlock parse_headers(std::string_view text) {
  HeaderBlock block;
  std::size_t pos = text.find('\n');
  while (pos != std::string_view::npos && pos + 1 < text.size()) {
    const std::size_t end = text.find('\n', pos + 1);
    const std::string_view line = text.substr(pos + 1, end - pos - 1);
    pos = end;
    if (line.starts_with(' ') || line.starts_with('\t')) {
      if (!block.fields.empty()) (block.fields.back().second += ' ') += trimmed(line);
      continue;
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    block.fields.emplace_back(lower_ascii(trimmed(line.substr(0, colon))),
                              trimmed(line.substr(colon + 1)));
  }
  return block;
}

std::optional<HttpMessage> parse_http_message(std::string_view bytes) {
  if (!bytes.starts_with("HTTP/")) return std::nullopt;
  const auto space = bytes.find(' ');
  if (space == std::string_view::npos || space > 10) return std::nullopt;
  HttpMessage message;
  const char* number = bytes.data() + space + 1;
  const auto [end, error] = std::from_chars(number, bytes.data() + bytes.size(), message.status);
  if (error != std::errc{}) return std::nullopt;
  std::size_t head = bytes.find("\r\n\r\n");
  std::size_t gap = 4;
  if (head == std::string_view::npos) {
    head = bytes.find("\n\n");
    gap = 2;
  }
  if (head == std::string_view::npos) return std::nullopt;
  message.headers = parse_headers(bytes.substr(0, head + 1));
  message.body = bytes.substr(head + gap);
  return message;
}

std::optional<std::string> decode_body(HttpMessage message, std::size_t limit_bytes) {
  std::string body = std::move(message.body);
  if (lower_ascii(message.headers.value("transfer-encoding")).find("chunked") !=
      std::string::npos) {
    body = dechunked(body);
  }
  if (packed::is_gzip(body)) {
    auto unpacked = packed::gunzip(body, limit_bytes);
    if (!unpacked) return std::nullopt;
    return std::move(*unpacked);
  }
  const std::string coding = lower_ascii(message.headers.value("content-encoding"));
  const bool coded = !coding.empty() && coding != "identity" && coding != "gzip";
  if (coded && !is_markup(body)) return std::nullopt;
  return body;
}

}  // namespace kiosque::archive
