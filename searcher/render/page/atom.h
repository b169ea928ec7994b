#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>

#include "common/date/date.h"

namespace kiosque::render::page {

/// One article an alert has found.
struct AtomEntry {
  std::string url;  ///< its address, and its id: stable
  std::string title;
  std::string summary;  ///< plain text
  std::string source;
  std::chrono::sys_seconds found{};
  std::optional<date::Timestamp> published = {};
};

/// An Atom feed (RFC 4287) of what an alert has found, newest first. Its id holds the name of the
/// alert alone, so that a reader knows the feed again.
[[nodiscard]] std::string render_atom(const std::string& name, std::span<const AtomEntry> entries,
                                      std::chrono::sys_seconds updated);

}  // namespace kiosque::render::page
