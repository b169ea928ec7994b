#include "common/index/article_json.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/url.h"
#include "common/base/utf8.h"

namespace kiosque::index {
namespace {

Error invalid(std::string message) { return {ErrorCode::Invalid, std::move(message)}; }

namespace dom = simdjson::dom;

/// Fields of one object, the first wrong one remembered.
class FieldReader {
 public:
  explicit FieldReader(dom::object object) : object_(object) {}

  std::string text(const char* name) {
    const auto value = find(name);
    if (!value) return {};
    std::string_view text;
    if (value->get_string().get(text)) return wrong<std::string>(name, "a string");
    return std::string(text);
  }

  std::vector<std::string> list(const char* name) {
    const auto value = find(name);
    if (!value) return {};
    std::string_view text;
    if (!value->get_string().get(text)) return {std::string(text)};
    dom::array array;
    std::vector<std::string> texts;
    if (value->get_array().get(array))
      return wrong<std::vector<std::string>>(name, "a list of strings");
    for (const dom::element item : array) {
      if (item.get_string().get(text))
        return wrong<std::vector<std::string>>(name, "a list of strings");
      texts.emplace_back(text);
    }
    return texts;
  }

  bool flag(const char* name) {
    const auto value = find(name);
    bool flag = false;
    if (value && value->get_bool().get(flag)) return wrong<bool>(name, "true or false");
    return flag;
  }

  std::optional<date::Timestamp> time(const char* name) {
    const std::string value = text(name);
    if (value.empty()) return std::nullopt;
    auto time = date::parse_timestamp(value);
    if (!time) return wrong<std::optional<date::Timestamp>>(name, "a date");
    return time;
  }

  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  std::optional<dom::element> find(const char* name) {
    std::optional<dom::element> found;
    for (const dom::key_value_pair field : object_) {
      if (field.key == name) found = field.value;  // of several the last, as other readers do
    }
    return found && found->is_null() ? std::nullopt : found;
  }

  template <class T>
  T wrong(const char* name, const char* expected) {
    if (error_.empty()) error_ = fmt::format("\"{}\" is not {}", name, expected);
    return {};
  }

  dom::object object_;
  std::string error_;
};

/// `text` on one line: control characters and runs of spaces become one space, none at the ends.
std::string one_line(std::string text) {
  const auto visible = [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != 0x7F; };
  // Nearly always nothing is to be changed.
  std::size_t length = 0;
  while (length < text.size() && (visible(text[length]) ||
                                  (text[length] == ' ' && length > 0 && text[length - 1] != ' '))) {
    ++length;
  }
  for (std::size_t i = length; i < text.size(); ++i) {
    if (visible(text[i])) {
      text[length++] = text[i];
    } else if (length > 0 && text[length - 1] != ' ') {
      text[length++] = ' ';
    }
  }
  if (length > 0 && text[length - 1] == ' ') --length;
  text.resize(length);
  return text;
}

std::vector<std::string> one_line_each(std::vector<std::string> texts) {
  for (std::string& text : texts) text = one_line(std::move(text));
  std::erase(texts, std::string());
  return texts;
}

/// Blocks of a body; lines are its paragraphs where no empty line separates any.
std::vector<Block> read_body(std::string text, std::string_view structure) {
  std::erase(text, '\r');
  if (text.find("\n\n") == std::string::npos) {
    for (std::size_t pos = 0; (pos = text.find('\n', pos)) != std::string::npos; pos += 2) {
      text.insert(pos, 1, '\n');
    }
  }
  std::vector<Block> blocks = split_body(text, structure);
  for (Block& block : blocks) block.text = one_line(std::move(block.text));
  std::erase_if(blocks, [](const Block& block) { return block.text.empty(); });
  return blocks;
}

Article read_fields(FieldReader& fields) {
  Article article;
  article.url = fields.text("url");
  article.title = one_line(fields.text("title"));
  article.standfirst = one_line(fields.text("standfirst"));
  article.body = read_body(fields.text("body"), fields.text("structure"));
  article.authors = one_line_each(fields.list("authors"));
  article.tags = one_line_each(fields.list("tags"));
  article.section = one_line(fields.text("section"));
  article.language = one_line(fields.text("language"));
  article.source = one_line(fields.text("source"));
  article.published = fields.time("published");
  article.updated = fields.time("updated");
  article.paywalled = fields.flag("paywalled");
  article.summary_only = fields.flag("summary_only");
  return article;
}

std::string reason(simdjson::error_code error) {
  switch (error) {
    case simdjson::NUMBER_ERROR:
      return "is not valid JSON: a number is malformed or needs more than 64 bits";
    case simdjson::DEPTH_ERROR:
      return "is not valid JSON: it is nested too deeply";
    default:
      return "is not valid JSON";
  }
}

}  // namespace

Result<Article> article_from_json(std::string_view line) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  thread_local dom::parser parser;
  dom::element root;
  auto error = parser.parse(line.data(), line.size()).get(root);
  if (error == simdjson::UTF8_ERROR) error = parser.parse(to_valid_utf8(line)).get(root);
  if (error) return invalid(reason(error));
  dom::object object;
  if (root.get_object().get(object)) return invalid("is not a JSON object");
  FieldReader fields(object);
  Article article = read_fields(fields);
  if (!fields.error().empty()) return invalid(fields.error());
  if (article.url.empty()) return invalid("has no \"url\"");
  if (auto canonical = canonical_url(article.url)) {
    article.url = *std::move(canonical);
  } else if (!is_local_url(article.url)) {
    return invalid(fmt::format("\"url\" is not an http or https address: {}", article.url));
  }
  if (article.body.empty() && article.title.empty() && article.standfirst.empty()) {
    return invalid("has no \"body\"");
  }
  if (article.source.empty()) article.source = site_of(article.url);
  return article;
}

}  // namespace kiosque::index
