#include <zlib.h>

#include <array>

#include "indexer/packed/decompressor.h"
#include "indexer/packed/packed.h"

namespace kiosque::packed {

bool is_gzip(std::string_view bytes) noexcept {
  return bytes.size() > 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b' && bytes[2] == 8;
}

Result<std::string> gunzip(std::string_view bytes, std::size_t limit_bytes) {
  const auto decompressor = make_gzip_decompressor();
  std::string out;
  std::array<char, 64u << 10> chunk;
  do {  // bytes behind the last member are ignored: many servers send padding
    const auto made = decompressor->step(bytes, chunk);
    const bool cut = made == 0 && bytes.empty() && !decompressor->between_members();
    if (!made || cut) return Error{ErrorCode::Corrupt, "gzip data is damaged or cut"};
    out.append(chunk.data(), *made);
    if (out.size() > limit_bytes) return Error{ErrorCode::Limit, "gzip data unpacks to too much"};
  } while (!decompressor->between_members() || is_gzip(bytes));
  return out;
}

std::string gzip(std::string_view bytes) {
  constexpr int kGzipWindow = 15 + 16;  // zlib: 15 bits of window, 16 asks for the gzip wrapper
  z_stream stream{};
  std::string out;
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipWindow, 8,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    return out;
  }
  out.resize(deflateBound(&stream, bytes.size()));
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // only read
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace kiosque::packed
