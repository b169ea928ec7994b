#pragma once

#include <cstdint>
#include <memory>

#include "indexer/pipeline/pipeline.h"

namespace kiosque::cli {

/// A line on standard error that shows how far a run is, rewritten a few times a second; nothing
/// where standard error is no terminal. Gone from the screen when destroyed.
class ProgressLine {
 public:
  /// `progress` must outlive the line; `total_bytes` (0: unknown) tells the time left.
  ProgressLine(const pipeline::Progress& progress, std::uint64_t total_bytes);
  ~ProgressLine();

  /// Prints an error above the line.
  void report(const Error& error);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// "1 234 567": digits in groups of three.
[[nodiscard]] std::string grouped(std::uint64_t number);

/// "8 s", "3 min 20 s", "2 h 05 min".
[[nodiscard]] std::string readable_duration(double seconds);

/// "312 bytes", "4.1 MB" (decimal units).
[[nodiscard]] std::string readable_size(std::uint64_t bytes);

}  // namespace kiosque::cli
