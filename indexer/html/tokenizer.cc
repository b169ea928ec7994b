#include "indexer/html/tokenizer.h"

#include <algorithm>
#include <cstddef>

#include "common/base/ascii.h"
#include "indexer/html/text.h"

namespace kiosque::html {
namespace {

/// True if a tag, comment or the like begins at `text`, which begins with '<'.
bool is_markup(std::string_view text) {
  if (text.size() < 2) return false;
  return is_letter(text[1]) || text[1] == '/' || text[1] == '!' || text[1] == '?';
}

}  // namespace

bool Tokenizer::next(Token& token) {
  while (!rest_.empty()) {
    if (rest_[0] != '<' || !is_markup(rest_)) {
      std::size_t end = rest_.find('<', 1);
      while (end != std::string_view::npos && !is_markup(rest_.substr(end))) {
        end = rest_.find('<', end + 1);
      }
      token.kind = Token::Kind::Text;
      token.tag = Tag::Text;
      token.text = rest_.substr(0, end);
      rest_.remove_prefix(token.text.size());
      return true;
    }
    const bool end_tag = rest_[1] == '/' && rest_.size() > 2 && is_letter(rest_[2]);
    if (is_letter(rest_[1]) || end_tag) {
      token.kind = end_tag ? Token::Kind::EndTag : Token::Kind::StartTag;
      rest_.remove_prefix(end_tag ? 2 : 1);
      read_tag(token);
      return true;
    }
    skip_comment();
  }
  return false;
}

void Tokenizer::skip_comment() {
  std::size_t end = std::string_view::npos;
  std::size_t length = 1;
  if (rest_.substr(0, 4) == "<!--") {
    // "<!-->" and "<!--->" are whole comments.
    end = rest_.find("-->", 2);
    const std::size_t bang = rest_.substr(0, end).find("--!>", 4);
    length = 3;
    if (bang != std::string_view::npos) {
      end = bang;
      length = 4;
    }
  } else {
    end = rest_.find('>');
  }
  rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + length);
}

void Tokenizer::read_tag(Token& token) {
  const auto name_end = std::find_if(rest_.begin(), rest_.end(),
                                     [](char c) { return is_space(c) || c == '/' || c == '>'; });
  token.text = rest_.substr(0, static_cast<std::size_t>(name_end - rest_.begin()));
  token.tag = tag_of_name(token.text);
  token.self_closing = false;
  token.attributes.clear();
  rest_.remove_prefix(token.text.size());
  read_attributes(token);
}

void Tokenizer::read_attributes(Token& token) {
  while (true) {
    skip_space();
    if (rest_.empty()) return;
    if (rest_[0] == '>') {
      rest_.remove_prefix(1);
      return;
    }
    if (rest_[0] == '/') {
      token.self_closing = rest_.size() > 1 && rest_[1] == '>';
      rest_.remove_prefix(1);
      continue;
    }
    const auto end = std::find_if(rest_.begin() + 1, rest_.end(), [](char c) {
      return is_space(c) || c == '/' || c == '>' || c == '=';
    });
    const std::string_view name = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(name.size());
    skip_space();
    std::string_view value;
    if (!rest_.empty() && rest_[0] == '=') {
      rest_.remove_prefix(1);
      skip_space();
      value = read_value();
    }
    const Attr known = attr_of_name(name);
    if (known == Attr::None) continue;
    const bool repeated = std::any_of(token.attributes.begin(), token.attributes.end(),
                                      [&](const RawAttribute& a) { return a.name == known; });
    if (!repeated) token.attributes.push_back({known, value});
  }
}

std::string_view Tokenizer::read_value() {
  if (rest_.empty()) return {};
  const char quote = rest_[0];
  std::string_view value;
  if (quote == '"' || quote == '\'') {
    rest_.remove_prefix(1);
    value = rest_.substr(0, rest_.find(quote));
    rest_.remove_prefix(std::min(value.size() + 1, rest_.size()));
  } else {
    const auto end =
        std::find_if(rest_.begin(), rest_.end(), [](char c) { return is_space(c) || c == '>'; });
    value = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(value.size());
  }
  return value;
}

std::string_view Tokenizer::take_raw_text(std::string_view name) {
  std::size_t end = 0;
  while (true) {
    end = rest_.find("</", end);
    if (end == std::string_view::npos) break;
    const std::string_view after = rest_.substr(end + 2);
    if (starts_with_ignoring_case(after, name)) {
      const char next = after.size() > name.size() ? after[name.size()] : '>';
      if (is_space(next) || next == '/' || next == '>') break;
    }
    end += 2;
  }
  const std::string_view content = rest_.substr(0, end);
  rest_.remove_prefix(content.size());
  return content;
}

void Tokenizer::skip_space() {
  std::size_t count = 0;
  while (count < rest_.size() && is_space(rest_[count])) ++count;
  rest_.remove_prefix(count);
}

}  // namespace kiosque::html
