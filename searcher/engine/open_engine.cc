#include <fmt/format.h>

#include <utility>

#include "common/base/files.h"
#include "searcher/engine/engine_impl.h"

namespace kiosque::engine {

Result<Engine> Engine::open(std::span<const std::filesystem::path> indexes,
                            const date::Clock& clock) {
  auto reader = index::IndexReader::open(indexes);
  if (reader) {
    auto impl = std::make_unique<Impl>(Impl{std::move(*reader), clock});
    load_variants(indexes, *impl);
    return Engine(std::move(impl));
  }
  if (indexes.size() < 2) return reader.error();

  // One of several failed: the others answer, and every page says so.
  std::vector<std::filesystem::path> usable;
  std::vector<query::Note> failures;
  for (const auto& index : indexes) {
    if (auto one = index::IndexReader::open(std::span(&index, 1)); one) {
      usable.push_back(index);
    } else {
      failures.push_back({query::Note::Kind::ShardFailed, index.string(), one.error().message});
    }
  }
  if (usable.empty()) return reader.error();
  reader = index::IndexReader::open(usable);
  if (!reader) return reader.error();
  auto impl = std::make_unique<Impl>(Impl{std::move(*reader), clock});
  impl->failures = std::move(failures);
  load_variants(usable, *impl);
  return Engine(std::move(impl));
}

void Engine::load_variants(std::span<const std::filesystem::path> indexes, Impl& impl) {
  constexpr std::size_t kLimitBytes = 1u << 20;
  impl.variants.add(text::built_in_variants(), impl.analyzer);
  for (const auto& index : indexes) {
    const auto file = index / "variants.txt";
    const auto table = read_file(file, kLimitBytes);
    if (!table) {
      if (table.error().code == ErrorCode::NotFound) continue;
      impl.failures.push_back(
          {query::Note::Kind::NamesUnread, file.string(), table.error().message});
      continue;
    }
    const auto lonely = impl.variants.add(*table, impl.analyzer);
    if (lonely.empty()) continue;
    // One note a file: a table in another format is wrong in every line.
    impl.failures.push_back({query::Note::Kind::NamesMisread,
                             fmt::format("{}:{}", file.string(), lonely[0]),
                             "a line is names separated by \" = \""});
  }
}

}  // namespace kiosque::engine
