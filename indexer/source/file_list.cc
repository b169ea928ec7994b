#include "indexer/source/file_list.h"

#include <algorithm>

#include "common/base/files.h"

namespace kiosque::source {
namespace fs = std::filesystem;
namespace {

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

}  // namespace kiosque::source
