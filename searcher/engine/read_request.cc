#include "searcher/engine/read_request.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"
#include "searcher/query/parser.h"

namespace kiosque {

std::vector<Node*> optional_words(Ast& ast, Analyzer& analyzer) {
  std::vector<Node*> words;
  if (ast.root.kind != Node::Kind::Any) return words;
  for (Node& clause : ast.root.children) {
    const bool stop_words = clause.kind == Node::Kind::Word &&
                            std::ranges::all_of(analyzer.analyze(clause.text), &Token::stop_word);
    if (clause.role == Role::Optional && !stop_words) words.push_back(&clause);
  }
  return words;
}

Ast read_request(const Request& request, Analyzer& analyzer, std::chrono::sys_seconds now) {
  Ast ast = parse(request.query, now);
  if (request.all_words) {
    for (Node* word : optional_words(ast, analyzer)) word->role = Role::Must;
  }
  if (request.filters.empty()) return ast;
  Node all{.kind = Node::Kind::Any};
  if (ast.root.kind != Node::Kind::All) {
    ast.root.role = Role::Must;
    all.children.push_back(std::move(ast.root));
  }
  for (const Filter& filter : request.filters) {
    auto clause = field_clause(filter.field, filter.value, now);
    if (!clause) {
      // A field that there is refuses nothing but dates.
      ast.notes.push_back(find_field(filter.field) == nullptr
                              ? Note{Note::Kind::UnknownField, filter.field}
                              : Note{Note::Kind::BadDate, filter.value});
      continue;
    }
    clause->role = Role::Filter;
    all.children.push_back(std::move(*clause));
  }
  ast.root = std::move(all);
  return ast;
}

bool relax_phrases(Ast& ast) {
  bool relaxed = false;
  for (Node& clause : ast.root.children) {
    if (clause.kind != Node::Kind::Phrase || clause.role != Role::Must) continue;
    const bool explicit_plus = clause.begin > 0 && ast.query[clause.begin - 1] == '+';
    if (explicit_plus) continue;
    clause.role = Role::Optional;
    ast.notes.push_back({Note::Kind::OptionalPhrase, clause.text});
    relaxed = true;
  }
  return relaxed;
}

}  // namespace kiosque
