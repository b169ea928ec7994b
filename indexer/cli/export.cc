#include <array>
#include <iostream>
#include <memory>
#include <string>

#include "common/base/terminal.h"
#include "common/index/article_json.h"
#include "common/index/index.h"
#include "common/index/record.h"
#include "indexer/cli/cli.h"
#include "indexer/cli/options.h"

namespace kiosque::cli {
namespace {

/// Prints the article of `id` if there is one. One read an article: a writer may be at work, and a
/// read that has to be done again must not print twice.
Status export_article(index::Reader& reader, Xapian::docid id) {
  TRY(const std::string data,
      reader.read("read the index", [id](const Xapian::Database& database) -> Result<std::string> {
        try {
          return index::get_record(database.get_document(id));
        } catch (const Xapian::DocNotFoundError&) {
          return std::string();  // removed: numbers have gaps
        }
      }));
  if (data.empty()) return Ok{};
  TRY(const auto article, index::decode_record(data));
  std::cout << index::article_to_json(article) << '\n';
  return Ok{};
}

Result<ExitStatus> run_export(const std::string& index) {
  std::ios::sync_with_stdio(false);
  TRY(auto reader, index::Reader::open(std::array{std::filesystem::path(index)}));
  const Xapian::docid last = reader.database().get_lastdocid();
  for (Xapian::docid id = 1; id <= last && std::cout; ++id) {
    TRY(export_article(reader, id));
  }
  std::cout.flush();
  return kExitOk;
}

}  // namespace

void declare_export(CLI::App& app, Action& action) {
  auto index = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand(
      "export", "Prints every article as a line of JSON, which `add` reads back");
  add_index_option(*command, *index);
  command->callback([index, &action] { action = [index] { return run_export(*index); }; });
}

}  // namespace kiosque::cli
