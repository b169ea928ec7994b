#include "searcher/meaning/analysed.h"

#include <utility>

namespace kiosque::meaning {
namespace {

using Kind = query::Node::Kind;

bool has_words(const query::Node& node) {
  return node.kind == Kind::Word || node.kind == Kind::Exact || node.kind == Kind::Prefix ||
         node.kind == Kind::Phrase;
}

/// `query_bytes`: of the whole query, which a word may begin.
void analyse(query::Node& node, std::size_t query_bytes, std::vector<Leaf>& leaves,
             text::Analyzer& analyzer) {
  if (has_words(node)) {
    const bool begins = leaves.size() == 1 && node.end < query_bytes;
    node.leaf = add_leaf(leaves, analyzer.analyze_query(node.text, begins));
  }
  for (query::Node& child : node.children) analyse(child, query_bytes, leaves, analyzer);
}

}  // namespace

Analysed analyse(query::Ast ast, text::Analyzer& analyzer) {
  Analysed query{.ast = std::move(ast)};
  analyse(query.ast.root, query.ast.query.size(), query.leaves, analyzer);
  query.typed = analyzer.analyze_query(query.ast.query, true);
  return query;
}

std::uint32_t add_leaf(std::vector<Leaf>& leaves, std::vector<text::Token> tokens) {
  leaves.push_back({.tokens = std::move(tokens)});
  return static_cast<std::uint32_t>(leaves.size() - 1);
}

void for_each_leaf(const query::Node& node, const std::function<void(const query::Node&)>& use) {
  if (node.leaf != 0) use(node);
  if (node.kind == Kind::Value) return;
  for (const query::Node& child : node.children) for_each_leaf(child, use);
}

}  // namespace kiosque::meaning
