#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/text/text.h"
#include "searcher/match/match.h"
#include "searcher/query/query.h"

namespace {

using kiosque::query::Node;

/// A vocabulary without articles: whatever is asked for is not there.
class NoWords final : public kiosque::meaning::Vocabulary {
 public:
  std::size_t articles() const override { return 0; }
  std::size_t frequency(const std::string&) const override { return 0; }
  Expansion expand(const std::string& prefix, std::size_t) const override {
    return {.terms = {prefix + "a", prefix + "b"}};
  }
  std::vector<std::string> stems(const std::string& form) const override { return {form + "e"}; }
  FormExpansion expand_forms(const std::string& letters, std::size_t) const override {
    return {.words = {{letters, {letters + "s"}, true}, {"a", {letters + "es", letters}}}};
  }
};

std::size_t depth_of(const Node& node) {
  std::size_t deepest = 0;
  for (const Node& child : node.children) deepest = std::max(deepest, depth_of(child));
  return deepest + 1;
}

}  // namespace

/// Any bytes: the query can be read, printed and compiled, and what was read is bounded.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static kiosque::text::Analyzer analyzer;
  const std::string_view query(reinterpret_cast<const char*>(data), size);
  const auto now = std::chrono::sys_seconds{std::chrono::seconds{1'718'000'000}};
  const kiosque::query::Ast ast = kiosque::query::parse_query(query, now);
  constexpr std::size_t kLevelsPerParenthesis = 4;
  if (depth_of(ast.root) > (kiosque::query::kMaxQueryDepth + 2) * kLevelsPerParenthesis)
    std::abort();
  if (kiosque::query::to_s_expression(ast.root).empty()) std::abort();
  const auto meaning =
      kiosque::meaning::understand(kiosque::meaning::analyse(ast, analyzer), NoWords());
  const auto compiled = kiosque::match::compile(meaning, NoWords(), .8);
  if (compiled.get_description().empty()) std::abort();
  return 0;
}
