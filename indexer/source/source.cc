#include "indexer/source/source.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <system_error>
#include <utility>

#include "common/base/files.h"

namespace kiosque::source {
namespace fs = std::filesystem;
namespace {

/// Lines handed over at a time: enough to make the hand-over cheap, little enough for two workers
/// to share a small file.
constexpr std::size_t kLinesBytes = 128u << 10;

Error too_large(const std::string& name, std::string_view what) {
  return {
      ErrorCode::Limit,
      fmt::format("'{}': {} is larger than {} MB", name, what, kMaxDocumentBytes >> 20),
      "no article is that large: leave it out, or split it into one article a line (JSON Lines)"};
}

/// Adds what `directory` holds. No recursion: a deep tree must not exhaust the stack.
void list_directory(const fs::path& directory, FileList& list) {
  std::vector<fs::directory_entry> stack{fs::directory_entry(directory)};
  while (!stack.empty()) {
    const fs::directory_entry entry = std::move(stack.back());
    stack.pop_back();
    std::error_code failure;
    if (!entry.is_directory(failure)) {
      if (entry.is_regular_file(failure)) {
        list.files.push_back({entry.path(), entry.file_size(failure), false});
      }
      continue;
    }
    std::vector<fs::directory_entry> children;
    fs::directory_iterator child(entry.path(), failure);
    for (; !failure && child != fs::directory_iterator(); child.increment(failure)) {
      const bool hidden = child->path().filename().native().starts_with('.');
      const bool loop = child->is_symlink() && child->is_directory();
      if (!hidden && !loop) children.push_back(*child);
    }
    if (failure) {
      list.errors.push_back(system_error("read the directory", entry.path(), failure.value()));
    }
    std::ranges::sort(children, std::greater(), &fs::directory_entry::path);
    std::ranges::move(children, std::back_inserter(stack));
  }
}

}  // namespace

FileList list_files(const std::vector<std::string>& paths) {
  FileList list;
  for (const std::string& path : paths) {
    std::error_code failure;
    if (path == "-") {
      list.files.push_back({path, 0, true});
    } else if (const auto status = fs::status(path, failure); fs::is_directory(status)) {
      list_directory(path, list);
    } else if (fs::exists(status)) {
      const auto size = fs::file_size(path, failure);
      list.files.push_back({path, failure ? 0 : size, true});
    } else {
      list.errors.push_back(system_error("open", path, failure ? failure.value() : ENOENT));
    }
  }
  return list;
}

Reader::Reader(std::vector<File> files) : files_(std::move(files)) {}

std::optional<Result<Input>> Reader::next() {
  while (true) {
    if (archive_) {
      if (auto page = next_page()) return page;
      close();
    }
    if (stream_) {
      auto lines = next_lines();
      if (lines && *lines) return lines;
      close();
      if (lines) return lines;
    }
    if (next_file_ == files_.size()) return std::nullopt;
    auto input = open_next();
    if (!input) {
      close();
      return input;
    }
    if (input->kind == ContentKind::JsonLines) {
      lines_ = std::move(*input);
      continue;
    }
    if (input->kind == ContentKind::Warc) {
      open_archive(*input);
      continue;
    }
    close();
    return input;
  }
}

/// Opens the next file and reads it whole, unless it is of JSON Lines: that stays open.
Result<Input> Reader::open_next() {
  const File& file = files_[next_file_++];
  Input input;
  const bool standard_input = file.path == "-";
  input.name = standard_input ? "standard input" : file.path.string();
  input.path = standard_input ? "" : file.path.string();
  input.named_by_user = file.named_by_user;
  TRY(stream_, packed::ByteStream::open(file.path));
  TRY(fill(kSniffBytes));
  input.kind = sniff(buffer_);
  switch (input.kind) {
    case ContentKind::JsonLines:
    case ContentKind::Warc:
    case ContentKind::Empty:
    case ContentKind::Other:
      return input;
    default:
      return read_whole(std::move(input));
  }
}

Result<Input> Reader::read_whole(Input input) {
  while (buffer_.size() <= kMaxDocumentBytes) {
    TRY(const std::size_t got, fill(1u << 20));
    if (got == 0) {
      input.bytes = std::exchange(buffer_, {});
      return input;
    }
  }
  return too_large(input.name, "the document");
}

std::optional<Result<Input>> Reader::next_lines() {
  TRY(const std::size_t end, find_end_of_lines());
  if (end == 0) {
    if (damage_) return *std::exchange(damage_, std::nullopt);
    return std::nullopt;
  }
  Input input = lines_;
  input.bytes = buffer_.substr(0, end);
  buffer_.erase(0, end);
  lines_.first_line += static_cast<std::size_t>(std::ranges::count(input.bytes, '\n'));
  return input;
}

/// Begins to read a web archive, whose head is in the buffer.
void Reader::open_archive(const Input& archive) {
  lines_ = archive;
  archive_.emplace([this](std::string& out, std::size_t most) -> Result<std::size_t> {
    if (buffer_.empty()) {
      TRY(fill(most));
    }
    out += buffer_;
    return std::exchange(buffer_, {}).size();
  });
}

/// The next page or feed of the archive; a damaged end is told once, after what came before it.
std::optional<Result<Input>> Reader::next_page() {
  if (auto page = archive_->next()) {
    Input input;
    input.kind = sniff(page->body);
    input.name = page->url;
    input.bytes = std::move(page->body);
    input.url = std::move(page->url);
    input.content_type = std::move(page->content_type);
    input.fetched = page->fetched;
    return input;
  }
  if (archive_->unreadable() == 0) return std::nullopt;
  const std::uint64_t lost = archive_->unreadable();
  close();
  return Error{ErrorCode::Corrupt,
               fmt::format("'{}': {} records could not be read", lines_.name, lost)};
}

/// Fills the buffer with enough lines; returns where the last whole one ends, 0 at the end of the
/// file. A file damaged somewhere gives the lines before that place first.
Result<std::size_t> Reader::find_end_of_lines() {
  std::size_t searched = 0;
  while (true) {
    if (buffer_.size() >= kLinesBytes || damage_) {
      const std::size_t newline = std::string_view(buffer_).substr(searched).rfind('\n');
      if (newline != std::string::npos) return searched + newline + 1;
      if (damage_) return std::size_t{0};
      searched = buffer_.size();
    }
    if (buffer_.size() > kMaxDocumentBytes) {
      close();
      return too_large(lines_.name, fmt::format("line {}", lines_.first_line));
    }
    auto got = fill(kLinesBytes);
    if (!got) {
      damage_ = got.error();
    } else if (*got == 0) {
      return buffer_.size();
    }
  }
}

Result<std::size_t> Reader::fill(std::size_t limit) {
  auto got = stream_->read(buffer_, limit);
  raw_bytes_ = finished_bytes_ + stream_->raw_bytes();
  return got;
}

void Reader::close() {
  if (stream_) finished_bytes_ += stream_->raw_bytes();
  archive_.reset();
  stream_.reset();
  buffer_.clear();
}

}  // namespace kiosque::source
