#include "searcher/engine/read_request.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"
#include "searcher/query/query.h"

namespace kiosque::engine {

std::vector<query::Node*> optional_words(query::Ast& ast, text::Analyzer& analyzer) {
  std::vector<query::Node*> words;
  if (ast.root.kind != query::Node::Kind::Any) return words;
  for (query::Node& clause : ast.root.children) {
    const bool stop_words =
        clause.kind == query::Node::Kind::Word &&
        std::ranges::all_of(analyzer.analyze(clause.text), &text::Token::stop_word);
    if (clause.role == query::Role::Optional && !stop_words) words.push_back(&clause);
  }
  return words;
}

query::Ast read_request(const Request& request, text::Analyzer& analyzer,
                        std::chrono::sys_seconds now) {
  query::Ast ast = query::parse_query(request.query, now);
  if (request.all_words) {
    for (query::Node* word : optional_words(ast, analyzer)) word->role = query::Role::Must;
  }
  if (request.filters.empty()) return ast;
  query::Node all{.kind = query::Node::Kind::Any};
  if (ast.root.kind != query::Node::Kind::All) {
    ast.root.role = query::Role::Must;
    all.children.push_back(std::move(ast.root));
  }
  for (const Filter& filter : request.filters) {
    auto clause = query::field_clause(filter.field, filter.value, now);
    if (!clause) {
      // A field that there is refuses nothing but dates.
      ast.notes.push_back(index::find_field(filter.field) == nullptr
                              ? query::Note{query::Note::Kind::UnknownField, filter.field}
                              : query::Note{query::Note::Kind::BadDate, filter.value});
      continue;
    }
    clause->role = query::Role::Filter;
    all.children.push_back(std::move(*clause));
  }
  ast.root = std::move(all);
  return ast;
}

bool relax_phrases(query::Ast& ast) {
  bool relaxed = false;
  for (query::Node& clause : ast.root.children) {
    if (clause.kind != query::Node::Kind::Phrase || clause.role != query::Role::Must) continue;
    const bool explicit_plus = clause.begin > 0 && ast.query[clause.begin - 1] == '+';
    if (explicit_plus) continue;
    clause.role = query::Role::Optional;
    ast.notes.push_back({query::Note::Kind::OptionalPhrase, clause.text});
    relaxed = true;
  }
  return relaxed;
}

}  // namespace kiosque::engine
