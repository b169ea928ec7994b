#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

namespace kiosque::index {

/// Puts the record of an article (record.h) into its slot, compressed (zstd, RFC 8878). Not into
/// the document data: Xapian deflates those again and again while they are written, which takes
/// five times as long for one part in twenty less.
void set_record(Xapian::Document& document, std::string_view record);

/// The record of `document`; empty if it has none or its bytes are broken. Also one of an index
/// before schema 3, which kept it as document data: `indexer rebuild` takes articles from there.
[[nodiscard]] std::string get_record(const Xapian::Document& document);

}  // namespace kiosque::index
