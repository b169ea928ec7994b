#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/index/article.h"

namespace kiosque::index {

/// Article -> record. A compact binary record; SCHEMA.md has the layout. Fields a result
/// list shows come first, so that they are read without the body.
[[nodiscard]] std::string encode_record(const Article& article);

/// Record -> Article. Corrupt if the bytes are no record.
[[nodiscard]] Result<Article> decode_record(std::string_view data);

/// The same without body (empty): what a list of titles needs.
[[nodiscard]] Result<Article> decode_record_head(std::string_view data);

/// Puts the record of an article into its slot, compressed (zstd, RFC 8878). Not into
/// the document data: Xapian deflates those again and again while they are written, which takes
/// five times as long for one part in twenty less.
void set_record(Xapian::Document& document, std::string_view record);

/// The record of `document`; empty if it has none or its bytes are broken. Also one of an index
/// before schema 3, which kept it as document data: `indexer rebuild` takes articles from there.
[[nodiscard]] std::string get_record(const Xapian::Document& document);

}  // namespace kiosque::index
