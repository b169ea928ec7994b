#pragma once
// An answer as text: here for programs, in page/ for browsers, in terminal/ for people.
//
// In: an engine::Page. Out: text, printed by whoever asked for it: nothing here does I/O or reads a
// clock.
// Main types: Context.
// Also open to other rooms: the front doors searcher/render/page/page.h and
// searcher/render/terminal/terminal.h.
//
// Example (tests/unit/searcher/render/example_test.cc):
//   engine::Page page;
//   page.hits.push_back({.rank = 1, .score = 2.5, .url = "https://gazette.example/kyiv"});
//   EXPECT_EQ(to_trec("7", page), "7 Q0 https://gazette.example/kyiv 1 2.500000 kiosque\n");

#include <string>
#include <string_view>

#include "searcher/engine/page.h"
#include "searcher/engine/request.h"
#include "searcher/speech/speech.h"

namespace kiosque::render {

/// What those that write for readers are told beside the page.
struct Context {
  engine::Request request;  ///< what the page answers
  speech::Language language = speech::Language::French;
};

/// Version of the JSON below; docs/searcher-json.md describes it. Fields may be added within a
/// version, never renamed or removed.
inline constexpr int kJsonSchema = 1;

/// A page as one JSON object, with a newline at the end.
[[nodiscard]] std::string to_json(std::string_view query, const engine::Page& page);

/// The hits alone, one JSON object a line (JSON Lines).
[[nodiscard]] std::string to_json_lines(const engine::Page& page);

/// The hits as lines of a TREC run, for trec_eval: "qid Q0 docno rank score tag", docno = the URL.
[[nodiscard]] std::string to_trec(std::string_view query_id, const engine::Page& page);

}  // namespace kiosque::render
