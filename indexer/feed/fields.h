#pragma once

#include <pugixml.hpp>
#include <span>
#include <string_view>

#include "indexer/feed/draft.h"
#include "indexer/feed/namespaces.h"
#include "indexer/feed/xml_tree.h"

namespace kiosque::feed {

/// An element to read, and what holds for it.
struct Source {
  pugi::xml_node element;
  Scope scope;
  int rank;       ///< kOwn, or kForeign for an element of the other format
  bool is_entry;  ///< else it describes the feed
};

/// Which element fills which field: one row an element.
struct FieldReader {
  Ns ns;
  std::string_view name;  ///< local name in lower case
  void (*read)(Draft& draft, const Source& source);
};

[[nodiscard]] std::span<const FieldReader> atom_fields();
[[nodiscard]] std::span<const FieldReader> rss_fields();
[[nodiscard]] std::span<const FieldReader> module_fields();

/// Which of the two formats a document is.
enum class Dialect { Rss, Atom };

/// Reads one child of a feed or entry by the row that names it; others are passed over.
void read_field(Draft& draft, pugi::xml_node element, const Scope& outer, Dialect dialect,
                bool is_entry);

}  // namespace kiosque::feed
