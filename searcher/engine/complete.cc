#include <algorithm>
#include <utility>

#include "searcher/engine/engine_impl.h"

namespace kiosque {
namespace {

constexpr std::size_t kShortestPrefix = 2;
constexpr std::size_t kTermsRead = 20'000;  // two letters can begin a tenth of all words

struct Completion {
  std::string ending;  ///< what is missing behind the typed letters
  Xapian::doccount frequency = 0;
};

std::vector<Completion> endings_of(const Xapian::Database& database, const std::string& prefix) {
  std::vector<Completion> endings;
  std::size_t read = 0;
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end && read < kTermsRead; ++term) {
    ++read;
    const std::string word = *term;
    if (word.size() > prefix.size()) {
      endings.push_back({word.substr(prefix.size()), term.get_termfreq()});
    }
  }
  return endings;
}

}  // namespace

std::vector<std::string> Engine::complete(std::string_view typed, std::size_t limit) {
  const std::vector<Token> tokens = impl_->analyzer.analyze(typed);
  if (tokens.empty() || tokens.back().end != typed.size()) return {};
  const std::string prefix = tokens.back().exact;
  if (prefix.size() < kShortestPrefix) return {};

  auto endings = impl_->reader.read(
      "complete a word", [&](Xapian::Database& database) { return endings_of(database, prefix); });
  if (!endings) return {};
  const auto kept = static_cast<std::ptrdiff_t>(std::min(limit, endings->size()));
  std::partial_sort(endings->begin(), endings->begin() + kept, endings->end(),
                    [](const Completion& a, const Completion& b) {
                      return std::pair(b.frequency, a.ending) < std::pair(a.frequency, b.ending);
                    });
  std::vector<std::string> completed;
  for (auto ending = endings->begin(); ending != endings->begin() + kept; ++ending) {
    // The typed letters keep their accents: "éle" + "ction".
    completed.push_back(std::string(typed) + ending->ending);
  }
  return completed;
}

}  // namespace kiosque
