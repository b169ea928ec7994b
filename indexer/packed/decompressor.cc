#include "indexer/packed/decompressor.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>

namespace kiosque::packed {
namespace {

constexpr std::string_view kGzipMagic = "\x1f\x8b";          // RFC 1952
constexpr std::string_view kZstdMagic = "\x28\xb5\x2f\xfd";  // RFC 8878

class Gzip final : public Decompressor {
 public:
  Gzip() = default;
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;
  ~Gzip() override {
    if (within_member_) inflateEnd(&stream_);
  }

  std::optional<std::size_t> step(std::string_view& input, std::span<char> out) override {
    constexpr std::size_t kMost = std::numeric_limits<uInt>::max();
    std::size_t made = 0;
    while (made == 0 && !input.empty()) {
      if (!within_member_ && !begin_member()) return std::nullopt;
      const auto given = static_cast<uInt>(std::min(input.size(), kMost));
      const auto room = static_cast<uInt>(std::min(out.size(), kMost));
      stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));  // only read
      stream_.avail_in = given;
      stream_.next_out = reinterpret_cast<Bytef*>(out.data());
      stream_.avail_out = room;
      const int result = inflate(&stream_, Z_NO_FLUSH);
      input.remove_prefix(given - stream_.avail_in);
      made = room - stream_.avail_out;
      if (result == Z_STREAM_END) {
        inflateEnd(&stream_);
        within_member_ = false;
        break;
      }
      if (result != Z_OK && result != Z_BUF_ERROR) return std::nullopt;
    }
    return made;
  }

  [[nodiscard]] bool between_members() const noexcept override { return !within_member_; }
  [[nodiscard]] std::string_view format() const noexcept override { return "gzip"; }

 private:
  bool begin_member() {
    constexpr int kGzipOnly = 16;
    stream_ = {};
    within_member_ = inflateInit2(&stream_, MAX_WBITS + kGzipOnly) == Z_OK;
    return within_member_;
  }

  z_stream stream_{};
  bool within_member_ = false;
};

class Zstd final : public Decompressor {
 public:
  std::optional<std::size_t> step(std::string_view& input, std::span<char> out) override {
    ZSTD_outBuffer output{out.data(), out.size(), 0};
    do {
      ZSTD_inBuffer source{input.data(), input.size(), 0};
      const std::size_t result = ZSTD_decompressStream(stream_.get(), &output, &source);
      input.remove_prefix(source.pos);
      if (ZSTD_isError(result)) return std::nullopt;
      within_frame_ = result != 0;
    } while (output.pos == 0 && !input.empty());
    return output.pos;
  }

  [[nodiscard]] bool between_members() const noexcept override { return !within_frame_; }
  [[nodiscard]] std::string_view format() const noexcept override { return "zstd"; }

 private:
  struct Free {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };
  std::unique_ptr<ZSTD_DStream, Free> stream_{ZSTD_createDStream()};
  bool within_frame_ = false;
};

}  // namespace

std::unique_ptr<Decompressor> make_gzip_decompressor() { return std::make_unique<Gzip>(); }

std::unique_ptr<Decompressor> decompressor_for(std::string_view head) {
  if (head.starts_with(kGzipMagic)) return make_gzip_decompressor();
  if (head.starts_with(kZstdMagic)) return std::make_unique<Zstd>();
  return nullptr;
}

}  // namespace kiosque::packed
