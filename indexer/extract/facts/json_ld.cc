#include "indexer/extract/facts/json_ld.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>

#include "indexer/html/entities.h"

namespace kiosque::extract::facts {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxScriptBytes = 1u << 20;
constexpr int kMaxDepth = 32;
constexpr std::size_t kMaxValues = 10'000;  ///< objects and arrays looked through
constexpr std::size_t kMaxReferences = 10;  ///< to authors that are described elsewhere

constexpr std::string_view kArticleTypes[] = {"NewsArticle",
                                              "Article",
                                              "ReportageNewsArticle",
                                              "AnalysisNewsArticle",
                                              "BlogPosting",
                                              "OpinionNewsArticle",
                                              "BackgroundNewsArticle",
                                              "ReviewNewsArticle",
                                              "TechArticle",
                                              "ScholarlyArticle",
                                              "Report",
                                              "LiveBlogPosting",
                                              "AdvertiserContentArticle",
                                              "SatiricalArticle",
                                              "SocialMediaPosting",
                                              "MedicalScholarlyArticle"};

/// What is dated and signed as articles are.
constexpr std::string_view kOtherTypes[] = {
    "Recipe",      "HowTo",        "DiscussionForumPosting", "ImageGallery", "MediaGallery",
    "ClaimReview", "RadioEpisode", "PodcastEpisode",         "Review"};

/// True if brackets nest no deeper than kMaxDepth: the parser recurses.
bool is_shallow(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\') ++i;
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '[' || c == '{') ++depth;
    if (c == ']' || c == '}') --depth;
    if (depth > kMaxDepth) return false;
  }
  return true;
}

/// The JSON within a script: without CDATA and comment marks around it, raw line ends in strings
/// made spaces.
std::string clean(std::string_view script) {
  constexpr std::string_view kCdata = "<![CDATA[";
  if (const std::size_t mark = script.find(kCdata); mark < script.find('{')) {
    script.remove_prefix(mark + kCdata.size());
    script = script.substr(0, script.rfind("]]>"));
  }
  const std::size_t first = script.find_first_of("{[");
  const std::size_t last = script.find_last_of("}]");
  if (first == std::string_view::npos || last == std::string_view::npos || last < first) return {};
  std::string text(script.substr(first, last - first + 1));
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return text;
}

std::string string_at(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  if (found->is_array() && !found->empty() && found->front().is_string()) {
    return found->front().get<std::string>();
  }
  return {};
}

bool has_type(const json& object, std::string_view wanted) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  if (type->is_string()) return type->get_ref<const std::string&>() == wanted;
  return type->is_array() && std::any_of(type->begin(), type->end(), [&](const json& one) {
           return one.is_string() && one.get_ref<const std::string&>() == wanted;
         });
}

template <std::size_t N>
bool is_one_of(const json& object, const std::string_view (&types)[N]) {
  return std::any_of(std::begin(types), std::end(types),
                     [&](std::string_view type) { return has_type(object, type); });
}

/// Names out of a string, an object with a name, or a list of such.
void add_names(const json& value, std::vector<std::string>& names) {
  if (value.is_string()) {
    names.push_back(value.get<std::string>());
  } else if (value.is_object()) {
    const auto name = value.find("name");
    if (name == value.end()) return;
    if (name->is_string()) names.push_back(name->get<std::string>());
    if (name->is_array()) {
      for (const json& one : *name) {
        if (one.is_string()) names.push_back(one.get<std::string>());
      }
    }
  }
}

std::vector<std::string> names_at(const json& object, const char* key) {
  std::vector<std::string> names;
  const auto found = object.find(key);
  if (found == object.end()) return names;
  if (found->is_array()) {
    for (const json& one : *found) add_names(one, names);
  } else {
    add_names(*found, names);
  }
  return names;
}

/// What an object or its parts (hasPart) say: not free where one of them is not.
std::optional<bool> free_of(const json& object) {
  std::optional<bool> free;
  const auto ask = [&](const json& thing) {
    if (!thing.is_object()) return;
    const auto found = thing.find("isAccessibleForFree");
    if (found == thing.end() || free == false) return;
    if (found->is_boolean()) free = found->get<bool>();
    if (found->is_string()) {
      const auto& word = found->get_ref<const std::string&>();
      free = word != "False" && word != "false";
    }
  };
  ask(object);
  if (const auto parts = object.find("hasPart"); parts != object.end()) {
    ask(*parts);
    if (parts->is_array()) std::for_each(parts->begin(), parts->end(), ask);
  }
  return free;
}

std::string url_of(const json& object) {
  const auto page = object.find("mainEntityOfPage");
  if (page != object.end() && page->is_string()) return page->get<std::string>();
  if (page != object.end() && page->is_object()) {
    if (std::string id = string_at(*page, "@id"); !id.empty()) return id;
  }
  return string_at(object, "url");
}

void fill(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

/// The posts of a live blog in their order, a line for each headline and text.
std::string posts_of(const json& object) {
  std::string text;
  const auto posts = object.find("liveBlogUpdate");
  if (posts == object.end() || !posts->is_array()) return text;
  for (std::size_t i = 0; i < std::min(posts->size(), kMaxValues); ++i) {
    const json& post = (*posts)[i];
    if (!post.is_object()) continue;
    for (const char* key : {"headline", "articleBody"}) {
      if (const std::string part = string_at(post, key); !part.empty()) text += part + '\n';
    }
  }
  return text;
}

void take(const json& object, LinkedData& data) {
  fill(data.headline, string_at(object, "headline"));
  fill(data.headline, string_at(object, "name"));
  fill(data.description, string_at(object, "description"));
  fill(data.section, string_at(object, "articleSection"));
  fill(data.language, string_at(object, "inLanguage"));
  fill(data.published, string_at(object, "datePublished"));
  fill(data.modified, string_at(object, "dateModified"));
  fill(data.url, url_of(object));
  if (data.authors.empty()) data.authors = names_at(object, "author");
  if (data.authors.empty()) data.authors = names_at(object, "creator");
  if (data.keywords.empty()) data.keywords = names_at(object, "keywords");
  if (auto names = names_at(object, "publisher"); !names.empty()) fill(data.publisher, names[0]);
  if (!data.free) data.free = free_of(object);
  fill(data.body, string_at(object, "articleBody"));
  fill(data.body, posts_of(object));
}

/// The object of a document that has this @id and a name.
const json* named_by_id(const json& document, std::string_view id) {
  std::deque<const json*> queue{&document};
  for (std::size_t seen = 0; !queue.empty() && seen < kMaxValues; ++seen) {
    const json& value = *queue.front();
    queue.pop_front();
    if (value.is_object() && value.contains("name") && string_at(value, "@id") == id) return &value;
    for (const json& child : value) {
      if (child.is_structured()) queue.push_back(&child);
    }
  }
  return nullptr;
}

/// Authors that are given as a reference alone: {"@id": "…/#/schema/person/…"}.
void take_referenced_authors(const json& object, const json& document, LinkedData& data) {
  const auto author = object.find("author");
  if (!data.authors.empty() || author == object.end()) return;
  const auto take_one = [&](const json& reference) {
    if (!reference.is_object()) return;
    const json* person = named_by_id(document, string_at(reference, "@id"));
    if (person != nullptr) add_names(*person, data.authors);
  };
  if (author->is_array()) {
    for (std::size_t i = 0; i < std::min<std::size_t>(author->size(), kMaxReferences); ++i) {
      take_one((*author)[i]);
    }
  } else {
    take_one(*author);
  }
}

/// What the scripts of a page say, by how near it is to an article.
struct Findings {
  std::optional<LinkedData> article;
  std::optional<LinkedData> other;  ///< what is published as articles are
  std::optional<LinkedData> page;
};

/// True for keys whose values are other works than the one described.
bool leads_away(const std::string& key) {
  constexpr std::string_view kKeys[] = {
      "itemListElement", "mentions",       "isBasedOn",   "citation",        "isPartOf",
      "comment",         "liveBlogUpdate", "relatedLink", "suggestedAnswer", "review"};
  return std::find(std::begin(kKeys), std::end(kKeys), key) != std::end(kKeys);
}

LinkedData data_of(const json& object, const json& document) {
  LinkedData data;
  take(object, data);
  take_referenced_authors(object, document, data);
  return data;
}

/// Looks through a document, outer values first, for the first article and its like.
void search(const json& document, Findings& findings) {
  std::deque<const json*> queue{&document};
  for (std::size_t seen = 0; !queue.empty() && seen < kMaxValues; ++seen) {
    const json& value = *queue.front();
    queue.pop_front();
    if (value.is_array()) {
      for (const json& child : value) {
        if (child.is_structured()) queue.push_back(&child);
      }
      continue;
    }
    if (is_one_of(value, kArticleTypes)) {
      if (!findings.article) findings.article = data_of(value, document);
      return;
    }
    if (!findings.other && is_one_of(value, kOtherTypes) && value.contains("datePublished")) {
      findings.other = data_of(value, document);
    }
    if (!findings.page && has_type(value, "WebPage")) findings.page = data_of(value, document);
    for (const auto& [key, child] : value.items()) {
      if (child.is_structured() && !leads_away(key)) queue.push_back(&child);
    }
  }
}

/// Some sites write the quotes of their JSON as entities.
json parse(std::string_view script) {
  const std::string text = clean(script);
  json document = json::parse(text, nullptr, /*allow_exceptions=*/false);
  const bool escaped = text.find("&quot;") < 20 || text.find("&#34;") < 20;
  if (!document.is_discarded() || !escaped) return document;
  const std::string plain = html::decode_entities(text);
  return is_shallow(plain) ? json::parse(plain, nullptr, /*allow_exceptions=*/false) : document;
}

}  // namespace

LinkedData read_json_ld(const html::Dom& dom) {
  Findings findings;
  for (html::NodeId i = 0; i < dom.size() && !findings.article; ++i) {
    if (dom.tag(i) != html::Tag::Script || dom.node(i).end == i + 1) continue;
    const std::string_view script = dom.text(i + 1);
    if (script.size() > kMaxScriptBytes || !is_shallow(script)) continue;
    const json document = parse(script);
    if (!document.is_discarded()) search(document, findings);
  }
  LinkedData data = findings.article ? *std::move(findings.article)
                    : findings.other ? *std::move(findings.other)
                                     : LinkedData{};
  if (findings.page) {
    fill(data.published, std::move(findings.page->published));
    fill(data.modified, std::move(findings.page->modified));
    fill(data.language, std::move(findings.page->language));
  }
  return data;
}

}  // namespace kiosque::extract::facts
