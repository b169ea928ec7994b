#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <random>
#include <string_view>
#include <utility>

#include "common/base/files.h"
#include "common/date/date.h"
#include "indexer/archive/archive.h"
#include "indexer/archive/http_message.h"
#include "indexer/packed/packed.h"

namespace kiosque::archive {
namespace {

using std::chrono::sys_seconds;

/// A random UUID (RFC 9562, version 4) as a record identifier.
std::string make_record_id(std::mt19937_64& random) {
  const std::uint64_t high = (random() & ~0xF000ULL) | 0x4000ULL;
  const std::uint64_t low = (random() & ~(3ULL << 62)) | (2ULL << 62);
  return fmt::format("<urn:uuid:{:08x}-{:04x}-{:04x}-{:04x}-{:012x}>", high >> 32,
                     high >> 16 & 0xFFFF, high & 0xFFFF, low >> 48, low & 0xFFFF'FFFF'FFFFULL);
}

std::string utc(sys_seconds time) {
  date::Timestamp stamp;
  stamp.utc = time;
  stamp.offset = std::chrono::minutes(0);
  std::string text = date::format_iso8601(stamp);
  if (const auto zone = text.find("+00:00"); zone != std::string::npos) text.replace(zone, 6, "Z");
  return text;
}

/// Header lines end where a CR or LF stands: what a server sent must not forge others.
std::string_view one_line(std::string_view text) {
  return text.substr(0, text.find_first_of("\r\n"));
}

std::string http_block(const Response& response) {
  std::string block = fmt::format("HTTP/1.1 {} -\r\n", response.status);
  for (const auto& [name, value] : response.headers) {
    const bool coding =
        name == "content-encoding" || name == "transfer-encoding" || name == "content-length";
    block += fmt::format("{}{}: {}\r\n", coding ? "X-Archive-Orig-" : "", one_line(name),
                         one_line(value));
  }
  block += fmt::format("Content-Length: {}\r\n\r\n", response.body.size());
  return block.append(response.body);
}

std::string record(std::string_view head, std::string_view block) {
  return packed::gzip(
      fmt::format("WARC/1.1\r\n{}Content-Length: {}\r\n\r\n{}\r\n\r\n", head, block.size(), block));
}

}  // namespace

struct Writer::Impl {
  explicit Impl(WriterOptions chosen) : options(std::move(chosen)), random(seed()) {}
  ~Impl() { close(); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  static std::mt19937_64 seed() {
    std::random_device device;
    std::seed_seq sequence{device(), device(), device(), device()};
    return std::mt19937_64(sequence);
  }
  void close() {
    if (descriptor >= 0) ::close(descriptor);
    descriptor = -1;
  }
  [[nodiscard]] std::filesystem::path path() const { return options.directory / name; }
  [[nodiscard]] Status begin_file(sys_seconds now);
  [[nodiscard]] Status sync_file() const;
  [[nodiscard]] Status append(std::string_view bytes);

  WriterOptions options;
  std::mt19937_64 random;
  std::string name;
  int descriptor = -1;
  std::uint64_t size = 0;
  bool is_named_for_good = true;  ///< the folder was synced since its last file was made
};

Status Writer::Impl::sync_file() const {
  if (descriptor >= 0 && ::fdatasync(descriptor) != 0) return system_error("write", path(), errno);
  return Ok{};
}

// Files are named by time, and sort so; O_EXCL and a counter keep two of one second apart. The file
// before is synced here: nobody comes back to it.
Status Writer::Impl::begin_file(sys_seconds now) {
  TRY(sync_file());
  close();
  std::string stamp = utc(now);
  std::erase_if(stamp, [](char c) { return c == '-' || c == ':' || c == 'T' || c == 'Z'; });
  for (int serial = 0; descriptor < 0; ++serial) {
    name = fmt::format("kiosque-{}-{:05}.warc.gz", stamp, serial);
    descriptor = ::open(path().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (descriptor < 0 && errno != EEXIST) return system_error("create", path(), errno);
  }
  size = 0;
  is_named_for_good = false;
  const std::string info =
      fmt::format("software: {}\r\nformat: WARC File Format 1.1\r\n", options.software);
  return append(record(fmt::format("WARC-Type: warcinfo\r\nWARC-Record-ID: {}\r\nWARC-Date: {}\r\n"
                                   "WARC-Filename: {}\r\nContent-Type: application/warc-fields\r\n",
                                   make_record_id(random), utc(now), name),
                       info));
}

// A record that fits only in part is taken back, so that the file stays whole on a full disk.
Status Writer::Impl::append(std::string_view bytes) {
  const std::uint64_t whole = size;
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      const int failure = errno;
      if (::ftruncate(descriptor, static_cast<off_t>(whole)) == 0) {
        ::lseek(descriptor, static_cast<off_t>(whole), SEEK_SET);
        size = whole;
      }
      return system_error("write", path(), failure);
    }
    size += static_cast<std::uint64_t>(written);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return Ok{};
}

Writer::Writer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;

Result<Writer> Writer::open(WriterOptions options) {
  std::error_code error;
  const bool is_new = std::filesystem::create_directories(options.directory, error);
  if (error) return system_error("create", options.directory, error.value());
  if (is_new) {
    TRY(sync_folder(options.directory.parent_path()));
  }
  return Writer(std::make_unique<Impl>(std::move(options)));
}

Result<Place> Writer::add(const Response& response, sys_seconds fetched,
                          std::string_view article_url) {
  if (impl_->descriptor < 0 || impl_->size >= impl_->options.rotate_bytes) {
    TRY(impl_->begin_file(fetched));
  }
  std::string head = fmt::format(
      "WARC-Type: response\r\nWARC-Record-ID: {}\r\nWARC-Date: {}\r\nWARC-Target-URI: {}\r\n"
      "Content-Type: application/http; msgtype=response\r\n",
      make_record_id(impl_->random), utc(fetched), one_line(response.url));
  if (!response.address.empty()) {
    head += fmt::format("WARC-IP-Address: {}\r\n", one_line(response.address));
  }
  if (!article_url.empty()) {
    head += fmt::format("{}: {}\r\n", kArticleUrlField, one_line(article_url));
  }
  const Place place{impl_->name, impl_->size};
  TRY(impl_->append(record(head, http_block(response))));
  return place;
}

Status Writer::sync() {
  TRY(impl_->sync_file());
  if (impl_->is_named_for_good) return Ok{};
  Status named = sync_folder(impl_->options.directory);
  impl_->is_named_for_good = named.has_value();
  return named;
}

}  // namespace kiosque::archive
