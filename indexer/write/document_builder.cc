#include "indexer/write/document_builder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/hash.h"
#include "common/base/url.h"
#include "common/index/record.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/text/acronyms.h"
#include "common/text/text.h"
#include "indexer/write/form_recorder.h"
#include "indexer/write/term_counts.h"

namespace kiosque::write {
namespace {

/// How much one occurrence of a word counts, by where it stands. Quarters, as Xapian counts whole:
/// a word of the body 1, of the lead 1.5, of the title 3 times; measured in scripts/relevance. Stop
/// words count for the length of an article only, and little, because they would otherwise be half
/// of it.
constexpr Xapian::termcount kBodyWeight = 4;
constexpr Xapian::termcount kLeadWeight = 6;
constexpr Xapian::termcount kTitleWeight = 12;
constexpr Xapian::termcount kStopWordWeight = 1;

/// Sentences of the body that count as its lead.
constexpr int kLeadSentences = 4;

/// Below this many words of body, title and standfirst count in the sketch too.
constexpr std::size_t kShortBody = 40;

/// Positions between two fields, so that no phrase begins in one and ends in the other.
constexpr Xapian::termpos kFieldGap = 100;

/// True if a sentence ends in the text between two words.
bool ends_sentence(std::string_view between) {
  for (std::size_t i = 0; i < between.size(); ++i) {
    const char c = between[i];
    if (c == '!' || c == '?' || c == '\n') return true;
    if (c == '.' && i + 1 < between.size()) return true;
    if (between.substr(i).starts_with("…")) return true;
  }
  return false;
}

/// Of an article that has no web address: the path of its file, or what else identifies it.
std::string local_path(const std::string& identity) {
  constexpr std::string_view kFile = "file://";
  return identity.starts_with(kFile) ? identity.substr(kFile.size()) : identity;
}

}  // namespace

struct DocumentBuilder::Impl {
  text::Analyzer analyzer;
  std::vector<text::Token> tokens;
  TermCounts terms;
  std::string forms;                 ///< of its words
  std::vector<std::uint64_t> words;  ///< a hash of each word's stem
  std::string name;                  ///< of a term being made, to save allocations

  /// A word at the beginning of a sentence that may be a name: the rest of the article tells.
  struct Undecided {
    text::Token token;
    Xapian::termcount weight;
    Xapian::termpos position;
    bool in_title;
  };
  std::vector<Undecided> undecided;
  bool in_title = false;
  Xapian::termpos position = 0;   ///< of the last word
  Xapian::termpos title_end = 0;  ///< of the last word of the title

  void count(std::string_view prefix, std::string_view word, Xapian::termcount weight) {
    name.assign(prefix).append(word);
    terms.add(name, weight);
  }

  void add_word(const text::Token& token, Xapian::termcount weight) {
    name.assign(index::prefix::kStem).append(token.stem);
    const TermCounts::Word word{name, index::position_hash(name)};
    words.push_back(word.hash);
    ++position;
    if (token.stop_word) {
      terms.add_position(word, kStopWordWeight, position);
    } else if (!token.also.empty()) {
      undecided.push_back({token, weight, position, in_title});
    } else {
      add_certain_word(token, word, weight, position);
    }
  }

  void add_certain_word(const text::Token& token, const TermCounts::Word& word,
                        Xapian::termcount weight, Xapian::termpos at) {
    const bool new_form = terms.add(word, weight, at, index::form_code(token));
    if (new_form && index::has_forms(token)) append_form(forms, token.exact, token.stem);
  }

  /// One sense a discourse (Gale, Church, Yarowsky, 1992): what is oftener a name within sentences
  /// is a name at their beginning.
  void decide() {
    for (Undecided& word : undecided) {
      const auto weight_of = [&](const std::string& stem) {
        name.assign(index::prefix::kStem).append(stem);
        return terms.weight_of({name, index::position_hash(name)});
      };
      if (weight_of(word.token.also) > weight_of(word.token.stem)) {
        word.token.stem = word.token.also;
      }
    }
    // Only now: none of them is a witness for another.
    for (const Undecided& word : undecided) {
      name.assign(index::prefix::kStem).append(word.token.stem);
      add_certain_word(word.token, {name, index::position_hash(name)}, word.weight, word.position);
      if (word.in_title) count(index::prefix::kTitle, word.token.stem, 0);
    }
  }

  void add_text(std::string_view text, Xapian::termcount weight) {
    analyzer.analyze(text, tokens);
    for (const text::Token& token : tokens) add_word(token, weight);
    add_acronyms(text);
    position += kFieldGap;
  }

  /// The acronyms that a text explains; `tokens` are those of the text.
  void add_acronyms(std::string_view text) {
    for (const auto& [acronym, full_name] : text::find_acronyms(text, tokens)) {
      terms.add(index::acronym_term(acronym, full_name), 0);
    }
  }

  void add_title(std::string_view title) {
    in_title = true;
    add_text(title, kTitleWeight);
    in_title = false;
    for (const text::Token& token : tokens) {
      if (token.also.empty()) count(index::prefix::kTitle, token.stem, 0);
    }
    title_end = static_cast<Xapian::termpos>(tokens.size());
  }

  void add_body(const std::vector<index::Block>& body) {
    int sentence = 0;
    for (const index::Block& block : body) {
      analyzer.analyze(block.text, tokens);
      std::size_t end = 0;
      for (const text::Token& token : tokens) {
        if (sentence < kLeadSentences && end > 0 &&
            ends_sentence(std::string_view(block.text).substr(end, token.begin - end))) {
          ++sentence;
        }
        end = token.end;
        add_word(token, sentence < kLeadSentences ? kLeadWeight : kBodyWeight);
      }
      add_acronyms(block.text);
      sentence += tokens.empty() ? 0 : 1;
    }
  }

  void add_authors(const std::vector<std::string>& authors) {
    Xapian::termpos at = 0;
    for (const std::string& author : authors) {
      analyzer.analyze(author, tokens);
      for (const text::Token& token : tokens) {
        name.assign(index::prefix::kAuthor).append(token.exact);
        terms.add({name, index::position_hash(name)}, 0, ++at, 0);
      }
      at += kFieldGap;
    }
  }

  /// lemonde.fr and every domain above it but the last label.
  void add_site(std::string_view site) {
    while (!site.empty()) {
      count(index::prefix::kSite, site, 0);
      const std::size_t dot = site.find('.');
      if (dot == std::string_view::npos || site.find('.', dot + 1) == std::string_view::npos)
        return;
      site.remove_prefix(dot + 1);
    }
  }

  void add_value_term(std::string_view prefix, std::string_view value) {
    if (!value.empty()) terms.add(index::value_term(prefix, value), 0);
  }

  void add_fields(const index::Article& article) {
    terms.add(index::unique_term(article.url), 0);
    add_authors(article.authors);
    const auto url = Url::parse(article.url);
    add_site(url ? url->site() : std::string());
    add_value_term(index::prefix::kSource, article.source);
    add_value_term(index::prefix::kSection, article.section);
    add_value_term(index::prefix::kLanguage, article.language);
    for (const std::string& tag : article.tags) add_value_term(index::prefix::kTag, tag);
    analyzer.analyze(url ? url->target() : local_path(article.url), tokens);
    for (const text::Token& token : tokens) count(index::prefix::kUrlWord, token.exact, 0);
  }
};

namespace {

std::string content_hash(std::string_view record) {
  XXH64_canonical_t canonical;
  XXH64_canonicalFromHash(&canonical, hash64(record));
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

void add_values(Xapian::Document& document, const index::Article& article) {
  const auto set = [&](unsigned slot, const std::string& value) {
    if (!value.empty()) document.add_value(slot, value);
  };
  if (article.published) set(index::slot::kPublished, index::encode_time(article.published->utc));
  set(index::slot::kSource, article.source);
  set(index::slot::kSection, article.section);
  set(index::slot::kLanguage, article.language);
  set(index::slot::kAuthors, fmt::to_string(fmt::join(article.authors, "\x1F")));
}

}  // namespace

DocumentBuilder::DocumentBuilder() : impl_(std::make_unique<Impl>()) {}
DocumentBuilder::~DocumentBuilder() = default;
DocumentBuilder::DocumentBuilder(DocumentBuilder&&) noexcept = default;
DocumentBuilder& DocumentBuilder::operator=(DocumentBuilder&&) noexcept = default;

PreparedArticle DocumentBuilder::build(const index::Article& article) {
  PreparedArticle prepared;
  prepared.unique_term = index::unique_term(article.url);
  prepared.summary_only = article.summary_only;
  prepared.text_bytes = article.title.size() + article.standfirst.size();
  for (const index::Block& block : article.body) prepared.text_bytes += block.text.size();
  impl_->forms.clear();
  impl_->words.clear();
  impl_->undecided.clear();
  impl_->position = 0;
  impl_->title_end = 0;
  if (!article.title.empty()) impl_->add_title(article.title);
  if (!article.standfirst.empty()) impl_->add_text(article.standfirst, kLeadWeight);
  const std::size_t before_body = impl_->words.size();
  impl_->add_body(article.body);
  impl_->decide();
  const std::span<const std::uint64_t> words = impl_->words;
  const auto body = words.subspan(before_body);
  prepared.sketch = stories::sketch_of(body.size() < kShortBody ? words : body);
  impl_->add_fields(article);
  impl_->terms.move_to(prepared.document, impl_->title_end);
  add_values(prepared.document, article);
  const std::string record = index::encode_record(article);
  index::set_record(prepared.document, record);
  prepared.forms = impl_->forms;
  prepared.content_hash = content_hash(record);
  return prepared;
}

}  // namespace kiosque::write
