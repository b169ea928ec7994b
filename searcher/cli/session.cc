#include "searcher/cli/session.h"

#include <sys/stat.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "common/base/files.h"
#include "common/base/number.h"
#include "searcher/cli/problem.h"
#include "searcher/render/page/page.h"
#include "searcher/render/render.h"

namespace kiosque::cli {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMaxStateBytes = 4'000'000;

Result<fs::path> state_file() {
  TRY(const fs::path folder, user_folder("XDG_STATE_HOME", ".local/state"));
  return folder / "last-search.json";
}

/// Remembers a page of hits.
Status save_last_search(const std::vector<fs::path>& indexes, const engine::Page& page) {
  TRY(const fs::path file, state_file());
  nlohmann::json json{{"first_rank", page.offset + 1}};
  for (const fs::path& index : indexes) json["indexes"].push_back(fs::absolute(index).string());
  json["urls"] = nlohmann::json::array();
  for (const engine::Hit& hit : page.hits) json["urls"].push_back(hit.url);
  return write_file_atomically(file, json.dump() + "\n");
}

std::string render(const engine::Page& page, const engine::Request& request,
                   const OutputOptions& output) {
  const render::Context context{request, user_language()};
  switch (output.format) {
    case OutputFormat::Json:
      return render::to_json(request.query, page);
    case OutputFormat::JsonLines:
      return render::to_json_lines(page);
    case OutputFormat::Trec:
      return render::to_trec("1", page);
    case OutputFormat::Rss:
      return render::page::to_rss(page, context, {});
    case OutputFormat::Terminal:
      break;
  }
  return render::terminal::to_text(page, context, style_of_output(output));
}

}  // namespace

Result<engine::Engine> open_engine(const IndexOptions& options, const date::Clock& clock) {
  if (options.indexes.empty()) return error_of(Problem::NoIndex);
  return engine::Engine::open(options.indexes, clock);
}

Result<int> show(const engine::Page& page, const engine::Request& request,
                 const IndexOptions& indexes, const OutputOptions& output) {
  if (output.format == OutputFormat::Terminal && !page.hits.empty()) {
    // A home folder that cannot be written to is no reason to withhold the answer.
    (void)save_last_search(indexes.indexes, page);
  }
  TRY(print(render(page, request, output), output));
  return page.hits.empty() ? kExitNoHits : kExitOk;
}

Result<fs::path> user_folder(const char* variable, std::string_view fallback) {
  const char* base = std::getenv(variable);
  const char* home = std::getenv("HOME");
  fs::path folder;
  if (base != nullptr && *base == '/') {
    folder = base;
  } else if (home != nullptr && *home != '\0') {
    folder = fs::path(home) / fallback;
  } else {
    return error_of(Problem::NoHome, {variable});
  }
  folder /= "kiosque";
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return system_error("create", folder, error.value());
  ::chmod(folder.c_str(), S_IRWXU);
  return folder;
}

Result<LastSearch> load_last_search() {
  TRY(const fs::path file, state_file());
  const auto text = read_file(file, kMaxStateBytes);
  if (!text && text.error().code == ErrorCode::NotFound) return error_of(Problem::NoLastSearch);
  if (!text) return text.error();
  try {
    const auto json = nlohmann::json::parse(*text);
    LastSearch last;
    last.first_rank = json.at("first_rank").get<std::size_t>();
    last.urls = json.at("urls").get<std::vector<std::string>>();
    for (const auto& index : json.at("indexes"))
      last.indexes.emplace_back(index.get<std::string>());
    return last;
  } catch (const nlohmann::json::exception&) {
    return error_of(Problem::NoLastSearch);
  }
}

Result<std::string> address_of(const LastSearch& last, const std::string& what) {
  if (what.starts_with("http://") || what.starts_with("https://")) return what;
  const auto rank = parse_number<std::size_t>(what);
  if (!rank || *rank < last.first_rank || *rank >= last.first_rank + last.urls.size()) {
    if (last.urls.empty()) return error_of(Problem::NoLastSearch);
    return error_of(Problem::NoSuchHit, {what, std::to_string(last.first_rank),
                                         std::to_string(last.first_rank + last.urls.size() - 1)});
  }
  return last.urls[*rank - last.first_rank];
}

}  // namespace kiosque::cli
