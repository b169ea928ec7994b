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

}  // namespace kiosque::cli
