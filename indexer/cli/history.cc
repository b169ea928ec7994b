#include <array>
#include <iostream>
#include <memory>
#include <string>

#include "common/base/escape.h"
#include "common/base/terminal.h"
#include "common/base/url.h"
#include "common/date/date.h"
#include "common/index/record.h"
#include "indexer/cli/cli.h"
#include "indexer/cli/options.h"
#include "indexer/crawl/memory.h"
#include "indexer/write/stored_article.h"

namespace kiosque::cli {
namespace {

struct Args {
  std::string index;
  std::string url;
};

void print_article(const index::Article& article, const std::string& heading) {
  std::cout << "== " << heading << '\n' << safe_for_terminal(article.title) << "\n\n";
  if (!article.standfirst.empty()) std::cout << safe_for_terminal(article.standfirst) << "\n\n";
  std::cout << safe_for_terminal(index::body_text(article)) << "\n\n";
}

Result<ExitStatus> run_history(const Args& args) {
  const std::string url = canonical_url(args.url).value_or(args.url);
  TRY(auto memory, crawl::Memory::open(args.index));
  TRY(const auto versions, memory.pages.versions(url));
  TRY(auto reader, index::Reader::open(std::array{std::filesystem::path(args.index)}));
  TRY(const auto current, write::find_article(reader, url));
  for (const crawl::Version& version : versions) {
    TRY(const auto article, index::decode_record(version.record));
    print_article(article, "until " + date::format_iso8601({.utc = version.replaced}));
  }
  if (current) print_article(*current, "now");
  if (current || !versions.empty()) return kExitOk;
  return Error{ErrorCode::NotFound, "'" + args.url + "' is not in the index"};
}

}  // namespace

void declare_history(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  CLI::App* history =
      app.add_subcommand("history", "Prints an article's earlier versions and the present one");
  add_index_option(*history, args->index);
  history->add_option("URL", args->url, "Address of the article")->required();
  history->callback([args, &action] { action = [args] { return run_history(*args); }; });
}

}  // namespace kiosque::cli
