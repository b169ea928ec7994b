#pragma once
// Reads a query as it was typed.
//
// In: text in the language of kiosque-query(7), and the moment that "hier" is counted from. Out:
// an Ast, whatever was typed, with notes on what made no sense.
// Main types: Ast, Node, Note.
// Also open to other rooms: searcher/query/note.h (what readers are told),
// searcher/query/plain_word.h (words as tables of keywords hold them).
//
// Example (tests/unit/searcher/query/example_test.cc):
//   const Ast ast = parse_query("armes -Kiev depuis:mai", now);
//   EXPECT_EQ(to_s_expression(ast.root), "(any armes (not Kiev) (filter (date 2024-05-01 *)))");
//   EXPECT_TRUE(ast.notes.empty());  // all of it made sense

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/note.h"

namespace kiosque::query {

/// Half-open stretch of time [from, to); an absent end is open.
struct TimeRange {
  std::optional<std::chrono::sys_seconds> from;
  std::optional<std::chrono::sys_seconds> to;

  bool operator==(const TimeRange&) const = default;
};

/// What a clause asks of a hit, inside an Any.
enum class Role {
  Optional,  ///< raises the rank; if nothing is Must, one of the optional ones is needed
  Must,      ///< needed, and counts for the rank
  Filter,    ///< needed, and counts only if there is nothing else to rank by
  Not,       ///< forbidden
};

/// A query, or a part of it: plain data, made by parse_query().
struct Node {
  enum class Kind {
    All,       ///< every article
    Word,      ///< `text` as typed, one or several tokens (d'armes, États-Unis)
    Exact,     ///< `text` in this very form: =armes
    Prefix,    ///< words that begin with `text`: arm*
    Phrase,    ///< the words of `text` in this order, side by side
    Near,      ///< `children` (Word, Exact, Phrase) within `distance` words of each other
    Field,     ///< the child, sought in the words of field `text`
    Value,     ///< articles whose field `text` has the value of the child (a Word)
    Date,      ///< articles published within `range`
    Any,       ///< words side by side: `children` with their roles
    And,       ///< all `children`
    Or,        ///< one of the `children`
    Not,       ///< every article but those of the child
    Variants,  ///< the first child, or at a lower weight the others: other names of the same
  };

  Kind kind = Kind::All;
  std::string text = {};
  std::vector<Node> children = {};
  Role role = Role::Optional;
  unsigned distance = 0;
  TimeRange range = {};
  std::uint32_t begin = 0;  ///< where a leaf stands in Ast::query: bytes [begin, end)
  std::uint32_t end = 0;
  std::uint32_t leaf = 0;  ///< number of what is known of its words, see meaning::Leaf; 0: nothing

  bool operator==(const Node&) const = default;
};

/// A query as it was read.
struct Ast {
  std::string query;  ///< what was read: valid UTF-8, cut to kMaxQueryBytes
  Node root;          ///< Kind::All for a query without words
  std::vector<Note> notes;
};

inline constexpr std::size_t kMaxQueryBytes = 1024;
inline constexpr std::size_t kMaxQueryWords = 128;  ///< operands; what follows is cut
inline constexpr std::size_t kMaxQueryDepth = 16;   ///< parentheses within parentheses
inline constexpr std::size_t kMinPrefix = 3;        ///< letters before a `*`
inline constexpr unsigned kMaxDistance = 50;        ///< of NEAR

/// Reads a query in the language of kiosque-query(7). Never fails: what makes no sense as syntax is
/// read as words, and a note says so. Time, memory and the size of the result are bounded.
///
/// `now` is what "hier" and "7j" are counted from.
[[nodiscard]] Ast parse_query(std::string_view query, std::chrono::sys_seconds now);

/// The clause `field:"value"`, whatever characters the value holds: how a program asks for the
/// value of a facet. Nothing if there is no such field, or its value is no date.
[[nodiscard]] std::optional<Node> field_clause(std::string_view field, std::string_view value,
                                               std::chrono::sys_seconds now);

/// The query as an s-expression, on one line: for --explain and for tests.
///
///   restrictions armes -Kiev        ->  (any restrictions armes (not Kiev))
///   titre:armes depuis:2024-05      ->  (any (filter (title armes)) (filter (date 2024-05-01 *)))
///
/// Words that are no plain atoms are quoted; days and hours are those of Paris.
[[nodiscard]] std::string to_s_expression(const Node& node);

}  // namespace kiosque::query
