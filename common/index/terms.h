#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/positional_index.h"
#include "common/text/text.h"

namespace kiosque::index {

/// The term of a stem (text::Token::stem), which every form of the word has in the index; where it
/// stands is known (common/index/positional_index.h).
[[nodiscard]] std::string stem_term(std::string_view stem);
[[nodiscard]] std::string stem_term(const text::Token& token);

/// The terms of both readings of a query's word: one or two.
[[nodiscard]] std::vector<std::string> stem_terms(const text::Token& token);

/// Tells this form of the word, accents and case aside, from others of its stem term.
[[nodiscard]] FormCode form_code(const text::Token& token) noexcept;

/// False for stop words and numbers, which have one form only.
[[nodiscard]] bool has_forms(const text::Token& token) noexcept;

/// The term that only the article of `canonical_url` has: "Q" + 32 hex digits (XXH3, 128 bits).
[[nodiscard]] std::string unique_term(std::string_view canonical_url);

/// The term of an acronym and a full name that an article gives it: "XAonu", U+001F, the name as
/// written. Without a name: what all terms of the acronym begin with.
[[nodiscard]] std::string acronym_term(std::string_view folded_acronym, std::string_view name);

/// `value` as one term of a field that is not analysed: prefix, then the folded value in lower case
/// with runs of spaces as one, cut to Xapian's 245 bytes.
[[nodiscard]] std::string value_term(std::string_view prefix, std::string_view value);

}  // namespace kiosque::index
