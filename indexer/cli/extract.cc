#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/base/terminal.h"
#include "common/date/date.h"
#include "common/index/article_json.h"
#include "indexer/cli/cli.h"
#include "indexer/cli/print_article.h"
#include "indexer/extract/extract.h"
#include "indexer/source/source.h"

namespace kiosque::cli {
namespace {

struct Args {
  std::vector<std::string> paths;
  std::string format = "json";
  std::string url;
  bool explain = false;
};

using Urls = std::unordered_map<std::string, std::string>;

/// The addresses of files: lines "path TAB address" in the file that EXTRACT_URLS names.
Urls read_urls() {
  Urls urls;
  const char* path = std::getenv("EXTRACT_URLS");
  if (path == nullptr) return urls;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) urls[line.substr(0, tab)] = line.substr(tab + 1);
  }
  return urls;
}

extract::Judgement judge(const source::Input& input, const std::string& url,
                         const date::Clock& clock) {
  const auto fetched = input.fetched.value_or(clock.now());
  if (input.kind == source::ContentKind::PlainText) {
    extract::Judgement judgement;
    judgement.article = extract::from_plain_text(input.bytes, fetched);
    judgement.article.url = url;
    for (const index::Block& block : judgement.article.body) {
      judgement.blocks.push_back({block, true, "body"});
    }
    return judgement;
  }
  return extract::judge(input.bytes, {url.empty() ? input.url : url, input.content_type, fetched});
}

void print(const extract::Judgement& judgement, const source::Input& input, const Args& args) {
  if (args.explain) {
    std::cout << explain_as_text(judgement);
  } else if (args.format == "text") {
    std::cout << article_as_text(judgement.article);
  } else if (args.format == "html") {
    std::cout << article_as_html(judgement.article);
  } else {
    std::cout << index::extracted_to_json(judgement.article, input.path.empty() ? "-" : input.path,
                                          judgement.captions)
              << '\n';
  }
}

Result<ExitStatus> run_extract(const Args& args) {
  const date::SystemClock clock;
  const Urls urls = read_urls();
  source::FileList list = source::list_files(args.paths);
  std::size_t errors = list.errors.size();
  for (const Error& error : list.errors) report_error("indexer", error);
  std::size_t pages = 0;
  source::Reader reader(std::move(list.files));
  while (auto input = reader.next()) {
    if (!*input) {
      ++errors;
      report_error("indexer", input->error());
      continue;
    }
    const auto known = urls.find((*input)->path);
    const std::string url = !args.url.empty()     ? args.url
                            : known != urls.end() ? known->second
                                                  : std::string();
    if (pages > 0 && (args.explain || args.format == "text")) std::cout << '\n';
    print(judge(**input, url, clock), **input, args);
    ++pages;
  }
  if (errors == 0) return kExitOk;
  return pages > 0 ? kExitPartial : kExitError;
}

}  // namespace

void declare_extract(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  CLI::App* extract = app.add_subcommand("extract", "Shows what is read from pages and text");
  extract->add_option("FILE", args->paths, "Files, directories, or - for standard input")
      ->required();
  extract->add_option("--format", args->format, "How to print it: json, text or html")
      ->check(CLI::IsMember({"json", "text", "html"}))
      ->capture_default_str();
  extract->add_option("--url", args->url, "Address of the page")->type_name("URL");
  extract->add_flag("--explain", args->explain, "Says of each block why it was kept or dropped");
  extract->callback([args, &action] { action = [args] { return run_extract(*args); }; });
}

}  // namespace kiosque::cli
