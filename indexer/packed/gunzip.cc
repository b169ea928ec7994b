#include "indexer/packed/gunzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace kiosque::packed {
namespace {

constexpr int kGzipWindow = 15 + 16;  // zlib: 15 bits of window, 16 asks for the gzip wrapper

Bytef* input(std::string_view bytes) {
  return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib only reads it
}

}  // namespace

bool is_gzip(std::string_view bytes) noexcept {
  return bytes.size() > 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b' && bytes[2] == 8;
}

Result<std::string> gunzip(std::string_view bytes, std::size_t limit_bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, kGzipWindow) != Z_OK) return Error{ErrorCode::Bug, "zlib: no memory"};
  stream.next_in = input(bytes);
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  std::array<char, 64u << 10> chunk;
  int status = Z_OK;
  while (status == Z_OK && out.size() <= limit_bytes) {
    stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
    stream.avail_out = chunk.size();
    status = inflate(&stream, Z_NO_FLUSH);
    out.append(chunk.data(), chunk.size() - stream.avail_out);
    const bool more = stream.avail_in > 2 && stream.next_in[0] == 0x1f && stream.next_in[1] == 0x8b;
    if (status == Z_STREAM_END && more) status = inflateReset(&stream);
  }
  inflateEnd(&stream);
  if (out.size() > limit_bytes) return Error{ErrorCode::Limit, "gzip data unpacks to too much"};
  if (status != Z_STREAM_END) return Error{ErrorCode::Corrupt, "gzip data is damaged or cut"};
  return out;
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  std::string out;
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipWindow, 8,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    return out;
  }
  out.resize(deflateBound(&stream, bytes.size()));
  stream.next_in = input(bytes);
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace kiosque::packed
