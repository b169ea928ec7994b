// How often the snippet shows the sentence that answers, beside Xapian's own MSet::snippet().
#include <gtest/gtest.h>
#include <xapian.h>

#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "common/base/utf8.h"
#include "common/index/terms.h"
#include "searcher/meaning/meaning.h"
#include "searcher/passage/passage.h"
#include "searcher/passage/sentences.h"
#include "searcher/query/query.h"
#include "tests/support/temp_dir.h"

namespace kiosque::passage {
namespace {

constexpr std::size_t kLength = 160;

struct Case {
  index::Article article;
  std::string query;
  std::string right;
};

std::vector<Case> read_cases() {
  std::ifstream file(test::source_path("tests/data/snippets.txt"));
  std::vector<Case> cases;
  index::Article article;
  for (std::string line; std::getline(file, line);) {
    if (line.size() < 2 || line.front() == '#') continue;
    std::string text = line.substr(2);
    switch (line.front()) {
      case 'T':
        article = {.title = std::move(text)};
        break;
      case 'P':
        article.body.push_back({.text = std::move(text)});
        break;
      default: {
        const auto tab = text.find('\t');
        cases.push_back({article, text.substr(0, tab), text.substr(tab + 1)});
      }
    }
  }
  return cases;
}

/// Every article once, so that words have frequencies.
Xapian::WritableDatabase index_of(const std::vector<Case>& cases, text::Analyzer& analyzer) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  std::string last;
  for (const Case& one : cases) {
    if (one.article.title == last) continue;
    last = one.article.title;
    Xapian::Document document;
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("french"));
    generator.set_document(document);
    generator.index_text(index::body_text(one.article));
    for (const text::Token& token : analyzer.analyze(index::body_text(one.article))) {
      document.add_term(index::stem_term(token));
    }
    database.add_document(document);
  }
  return database;
}

std::string xapian_snippet(const Xapian::Database& database, const Case& one) {
  Xapian::QueryParser parser;
  parser.set_stemmer(Xapian::Stem("french"));
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  Xapian::Enquire enquire(database);
  enquire.set_query(parser.parse_query(one.query));
  return enquire.get_mset(0, 10).snippet(
      index::body_text(one.article), kLength, Xapian::Stem("french"),
      Xapian::MSet::SNIPPET_BACKGROUND_MODEL | Xapian::MSet::SNIPPET_EXHAUSTIVE, "\x02", "\x03",
      "…");
}

std::string without_marks(std::string text) {
  std::erase_if(text, [](char c) { return c == '\x02' || c == '\x03'; });
  return text;
}

/// The sentence of the article that holds the right words.
std::string right_sentence(const Case& one) {
  for (const index::Block& block : one.article.body) {
    for (const Span& span : split_sentences(block.text)) {
      std::string sentence = block.text.substr(span.begin, span.end - span.begin);
      if (sentence.find(one.right) != std::string::npos) return sentence;
    }
  }
  return {};
}

/// How many snippets show the right words, and how many the whole sentence they stand in.
struct Score {
  std::size_t words = 0;
  std::size_t sentences = 0;

  void count(const std::string& snippet, const Case& one) {
    words += snippet.find(one.right) != std::string::npos;
    sentences += snippet.find(right_sentence(one)) != std::string::npos;
  }
};

std::ostream& operator<<(std::ostream& out, const Score& score) {
  return out << score.words << " (whole sentence " << score.sentences << ')';
}

TEST(SnippetChoice, ShowsTheRightSentenceMoreOftenThanXapian) {
  text::Analyzer analyzer;
  const std::vector<Case> cases = read_cases();
  const Xapian::WritableDatabase database = index_of(cases, analyzer);
  const meaning::IndexVocabulary vocabulary(database, index::WordForms({database}));

  Score ours;
  Score theirs;
  for (const Case& one : cases) {
    const auto meaning = meaning::understand(
        meaning::analyse(query::parse_query(one.query, {}), analyzer), vocabulary);
    const std::string text = make_snippet(one.article, meaning.words, analyzer, kLength).text;
    EXPECT_LE(character_count(text), kLength);
    ours.count(text, one);
    theirs.count(without_marks(xapian_snippet(database, one)), one);
  }

  std::cout << "right passages of " << cases.size() << ": " << ours << ", Xapian " << theirs
            << '\n';
  ASSERT_GE(cases.size(), 40U);
  EXPECT_GE(ours.words * 100, cases.size() * 95);
  EXPECT_GT(ours.words, theirs.words);
  EXPECT_GT(ours.sentences, theirs.sentences);
}

}  // namespace
}  // namespace kiosque::passage
