#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "common/base/files.h"
#include "common/base/result.h"
#include "searcher/render/page/page.h"

namespace kiosque::cli {

/// A saved search and what it has told its owner.
struct Alert {
  std::string name;
  std::string query;
  std::vector<std::filesystem::path> indexes;      ///< absolute
  std::vector<std::string> seen;                   ///< addresses, newest last; at most kMostSeen
  std::vector<render::page::AtomEntry> announced;  ///< newest first; at most kMostAnnounced
};

/// The alerts of this user, in $XDG_DATA_HOME/kiosque/alerts.json (~/.local/share/kiosque). Locked
/// while it is held, so that a cron job and a person do not lose each other's changes.
class AlertStore {
 public:
  static constexpr std::size_t kMostSeen = 5000;
  static constexpr std::size_t kMostAnnounced = 100;

  /// Errors: Locked, Corrupt (the file is named), Denied.
  [[nodiscard]] static Result<AlertStore> open();

  [[nodiscard]] std::vector<Alert>& alerts() noexcept { return alerts_; }

  /// The alert of a name, or nullptr.
  [[nodiscard]] Alert* find(const std::string& name);

  /// Writes everything, atomically.
  [[nodiscard]] Status save() const;

 private:
  AlertStore(std::filesystem::path file, FileLock lock)
      : file_(std::move(file)), lock_(std::move(lock)) {}

  std::filesystem::path file_;
  FileLock lock_;
  std::vector<Alert> alerts_;
};

}  // namespace kiosque::cli
