#include "indexer/cli/print_article.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/base/escape.h"
#include "common/base/utf8.h"
#include "common/date/date.h"

namespace kiosque::cli {
namespace {

/// Characters of a block that are shown in an explanation.
constexpr std::size_t kShownCharacters = 80;

std::string date_of(const std::optional<date::Timestamp>& time) {
  return time ? date::format_iso8601(*time) : std::string();
}

/// The start of a text, cut between characters.
std::string beginning(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size() && count < kShownCharacters; ++count) {
    static_cast<void>(next_character(text, end));
  }
  return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

std::string_view element_of(index::BlockKind kind) {
  switch (kind) {
    case index::BlockKind::Subhead:
      return "h2";
    case index::BlockKind::Quote:
      return "blockquote";
    case index::BlockKind::ListItem:
      return "li";
    case index::BlockKind::Paragraph:
      break;
  }
  return "p";
}

std::string_view name_of(index::BlockKind kind) {
  switch (kind) {
    case index::BlockKind::Subhead:
      return "subhead";
    case index::BlockKind::Quote:
      return "quote";
    case index::BlockKind::ListItem:
      return "item";
    case index::BlockKind::Paragraph:
      break;
  }
  return "paragraph";
}

}  // namespace

std::string article_as_text(const index::Article& article) {
  std::string out = article.title.empty() ? "(no title)" : article.title;
  out += '\n';
  const auto fact = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) out += fmt::format("{:<9} {}\n", name, value);
  };
  fact("url", article.url);
  fact("date", date_of(article.published));
  fact("authors", fmt::format("{}", fmt::join(article.authors, ", ")));
  fact("section", article.section);
  fact("language", article.language);
  if (article.paywalled) fact("paywall", "only a part is free");
  if (!article.standfirst.empty()) out += "\n" + article.standfirst + "\n";
  for (const index::Block& block : article.body) {
    const std::string_view sign = block.kind == index::BlockKind::Subhead    ? "## "
                                  : block.kind == index::BlockKind::Quote    ? "> "
                                  : block.kind == index::BlockKind::ListItem ? "- "
                                                                             : "";
    out += fmt::format("\n{}{}\n", sign, block.text);
  }
  return safe_for_terminal(out);
}

std::string article_as_html(const index::Article& article) {
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<meta "
      "charset=\"utf-8\">\n<title>{}</title>\n<h1>{}</h1>\n",
      escape_html(article.language), escape_html(article.title), escape_html(article.title));
  if (!article.authors.empty()) {
    out += fmt::format("<p class=\"byline\">{}</p>\n",
                       escape_html(fmt::format("{}", fmt::join(article.authors, ", "))));
  }
  if (article.published) {
    const std::string date = date_of(article.published);
    out += fmt::format("<time datetime=\"{}\">{}</time>\n", date, date);
  }
  if (!article.standfirst.empty()) {
    out += fmt::format("<p class=\"standfirst\">{}</p>\n", escape_html(article.standfirst));
  }
  bool in_list = false;
  for (const index::Block& block : article.body) {
    const bool item = block.kind == index::BlockKind::ListItem;
    if (item != in_list) out += item ? "<ul>\n" : "</ul>\n";
    in_list = item;
    const std::string_view element = element_of(block.kind);
    out += fmt::format("<{}>{}</{}>\n", element, escape_html(block.text), element);
  }
  return out + (in_list ? "</ul>\n" : "");
}

std::string explain_as_text(const extract::Judgement& judgement) {
  const index::Article& article = judgement.article;
  const auto kept = std::ranges::count_if(judgement.blocks, &extract::JudgedBlock::kept);
  std::string out = fmt::format(
      "{}\n{} of {} blocks kept (+), the others dropped (-), with kind and reason\n",
      article.title.empty() ? "(no title)" : article.title, kept, judgement.blocks.size());
  for (const extract::JudgedBlock& judged : judgement.blocks) {
    out += fmt::format("{} {:<9} {:<26} {}\n", judged.kept ? '+' : '-', name_of(judged.block.kind),
                       judged.reason, beginning(judged.block.text));
  }
  return safe_for_terminal(out);
}

}  // namespace kiosque::cli
