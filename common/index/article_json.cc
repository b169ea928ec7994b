#include "common/index/article_json.h"

#include <nlohmann/json.hpp>

#include <optional>

#include "common/date/date.h"

namespace kiosque::index {
namespace {

using Json = nlohmann::ordered_json;

/// Ill-formed UTF-8 becomes U+FFFD; `indent` -1 puts all on one line.
std::string dump(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string text_of(const std::optional<date::Timestamp>& time) {
  return time ? date::format_iso8601(*time) : std::string();
}

}  // namespace

std::string article_to_json(const Article& article) {
  Json json;
  const auto put = [&](const char* name, const auto& value) {
    if (!value.empty()) json[name] = value;
  };
  put("url", article.url);
  put("title", article.title);
  put("standfirst", article.standfirst);
  json["body"] = body_text(article);
  put("published", text_of(article.published));
  put("updated", text_of(article.updated));
  put("authors", article.authors);
  put("section", article.section);
  put("language", article.language);
  put("source", article.source);
  put("tags", article.tags);
  const std::string structure = body_structure(article);
  if (structure.find_first_not_of('p') != std::string::npos) json["structure"] = structure;
  if (article.paywalled) json["paywalled"] = true;
  if (article.summary_only) json["summary_only"] = true;
  return dump(json);
}

std::string article_to_indented_json(const Article& article) {
  Json json{{"url", article.url},
            {"title", article.title},
            {"standfirst", article.standfirst},
            {"body", body_text(article)},
            {"structure", body_structure(article)},
            {"authors", article.authors},
            {"tags", article.tags},
            {"section", article.section},
            {"language", article.language},
            {"source", article.source}};
  if (article.published) json["published"] = text_of(article.published);
  if (article.updated) json["updated"] = text_of(article.updated);
  if (article.paywalled) json["paywalled"] = true;
  if (article.summary_only) json["summary_only"] = true;
  return dump(json, 2) + "\n";
}

std::string extracted_to_json(const Article& article, std::string_view id,
                              const std::vector<std::string>& captions) {
  std::string body = article.standfirst;
  if (!body.empty() && !article.body.empty()) body += "\n\n";
  body += body_text(article);
  return dump({{"id", id},
               {"url", article.url},
               {"title", article.title},
               {"standfirst", article.standfirst},
               {"author", article.authors},
               {"date", text_of(article.published)},
               {"updated", text_of(article.updated)},
               {"language", article.language},
               {"section", article.section},
               {"tags", article.tags},
               {"paywalled", article.paywalled},
               {"structure", body_structure(article)},
               {"captions", captions},
               {"body", body}});
}

}  // namespace kiosque::index
