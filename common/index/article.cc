#include "common/index/article.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/base/escape.h"
#include "common/base/hash.h"

namespace kiosque::index {
namespace {

BlockKind kind_of(char letter) {
  switch (letter) {
    case 'h':
      return BlockKind::Subhead;
    case 'q':
      return BlockKind::Quote;
    case 'l':
      return BlockKind::ListItem;
    default:
      return BlockKind::Paragraph;
  }
}

}  // namespace

std::string body_text(const Article& article) {
  std::string text;
  for (const Block& block : article.body) {
    if (!text.empty()) text += "\n\n";
    text += block.text;
  }
  return text;
}

bool has_text(const Article& article) noexcept {
  return !article.body.empty() || !article.standfirst.empty();
}

std::string body_structure(const Article& article) {
  std::string letters;
  for (const Block& block : article.body) letters += static_cast<char>(block.kind);
  return letters;
}

std::vector<Block> split_body(std::string_view text, std::string_view structure) {
  std::vector<Block> blocks;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    if (const std::string_view paragraph = text.substr(0, end);
        paragraph.find_first_not_of(" \t\r\n") != std::string_view::npos) {
      const std::size_t index = blocks.size();
      blocks.push_back({index < structure.size() ? kind_of(structure[index]) : BlockKind::Paragraph,
                        std::string(paragraph)});
    }
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return blocks;
}

std::string local_url(const std::filesystem::path& file) {
  std::error_code ignored;
  const auto absolute = std::filesystem::weakly_canonical(file, ignored);
  std::string url = "file://";
  for (const auto& part : ignored ? file : absolute) {
    if (part == "/") continue;
    url += '/';
    url += escape_url(part.string());
  }
  return url;
}

std::string content_url(std::string_view bytes) {
  return fmt::format("urn:xxh3:{:016x}", hash64(bytes));
}

bool is_local_url(std::string_view url) {
  return url.starts_with("file:///") || url.starts_with("urn:xxh3:");
}

}  // namespace kiosque::index
