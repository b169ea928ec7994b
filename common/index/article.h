#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date/date.h"

namespace kiosque::index {

/// What a piece of the body is. The letter is its sign in a record and in JSON ("structure").
enum class BlockKind : char {
  Paragraph = 'p',
  Subhead = 'h',
  Quote = 'q',
  ListItem = 'l',
};

/// One piece of an article's body: plain text, UTF-8, one line.
struct Block {
  BlockKind kind = BlockKind::Paragraph;
  std::string text;

  bool operator==(const Block&) const = default;
};

/// What is kept of a page or feed entry. All text is valid UTF-8 (NFC), without markup, references
/// or control characters; what is unknown is empty.
struct Article {
  std::string url;  ///< canonical (see canonical_url); the identity of the article
  std::string title;
  std::string standfirst;   ///< chapô: the lead paragraph set apart from the body
  std::vector<Block> body;  ///< without title and standfirst
  std::vector<std::string> authors;
  std::vector<std::string> tags;  ///< keywords and feed categories
  std::string section;            ///< rubrique, as written: "International"
  std::string language;           ///< ISO 639-1, lower case: "fr"
  std::string source;             ///< who publishes it; a site (rfi.fr) unless the input names it
  std::optional<date::Timestamp> published;
  std::optional<date::Timestamp> updated;
  bool paywalled = false;     ///< the page shows only a part of the article
  bool summary_only = false;  ///< made from a feed entry: the page, once read, wins over it

  bool operator==(const Article&) const = default;
};

/// The body as text: blocks separated by an empty line.
[[nodiscard]] std::string body_text(const Article& article);

/// True if a body or a standfirst says something; a title alone does not.
[[nodiscard]] bool has_text(const Article& article) noexcept;

/// The letters of its blocks' kinds, in order: "phpp".
[[nodiscard]] std::string body_structure(const Article& article);

/// Blocks of `text`, split at empty lines; all paragraphs unless `structure` has their letters.
[[nodiscard]] std::vector<Block> split_body(std::string_view text, std::string_view structure = {});

/// The identity of an article that names no address of its own: of a file its absolute path
/// ("file:///home/ana/press/a.txt"), so that the same file read again replaces it.
[[nodiscard]] std::string local_url(const std::filesystem::path& file);

/// The same for bytes without a name (standard input): "urn:xxh3:" and their hash in hex.
[[nodiscard]] std::string content_url(std::string_view bytes);

/// True for what these two make: identities that are no web address.
[[nodiscard]] bool is_local_url(std::string_view url);

}  // namespace kiosque::index
