#include <fstream>
#include <memory>

#include "common/base/files.h"
#include "searcher/cli/command.h"
#include "searcher/cli/output.h"
#include "searcher/cli/problem.h"
#include "searcher/cli/session.h"
#include "searcher/render/render.h"

namespace kiosque::cli {
namespace {

struct Args {
  IndexOptions indexes;
  OutputOptions output;
  engine::Request request;
  std::vector<std::string> words;
  std::string queries;
  std::vector<std::string> ranking;
};

/// The indexes the user named, ranked as the user asked for.
Result<engine::Engine> open_ranked(const Args& args, const date::Clock& clock) {
  rank::Options ranking;
  for (const std::string& assignment : args.ranking) {
    TRY(rank::set_option(ranking, assignment));
  }
  TRY(auto engine, open_engine(args.indexes, clock));
  engine.rank_by(ranking);
  return engine;
}

Result<int> search_once(Args& args) {
  const date::SystemClock clock;
  TRY(auto engine, open_ranked(args, clock));
  args.request.query = join_words(args.words);
  TRY(const auto page, engine.search(args.request));
  return show(page, args.request, args.indexes, args.output);
}

/// Runs the queries of a file, "id TAB query" a line, and prints one TREC run.
Result<int> search_many(Args& args) {
  const date::SystemClock clock;
  TRY(auto engine, open_ranked(args, clock));
  std::ifstream file(args.queries);
  if (!file) return system_error("open", args.queries, errno);
  args.request.with_snippets = false;
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) {
      return error_of(Problem::LineWithoutTab, {args.queries, line});
    }
    args.request.query = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    TRY(const auto page, engine.search(args.request));
    TRY(print(render::to_trec(line.substr(0, tab), page), args.output));
  }
  return kExitOk;
}

Result<int> run(Args& args) {
  if (args.queries.empty()) return search_once(args);
  if (args.output.format != OutputFormat::Trec || !args.words.empty()) {
    return error_of(Problem::QueriesNeedTrec);
  }
  args.output.pager = PagerChoice::Never;
  return search_many(args);
}

}  // namespace

void declare_search(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  add_index_options(app, args->indexes);
  add_page_options(app, args->request);
  add_query_options(app, args->request);
  add_output_options(app, args->output, Printed::Hits);
  app.add_flag("--facets", args->request.with_facets,
               "Count the hits by source, section, author, language and month");
  app.add_flag("--timeline", args->request.with_timeline, "Draw the hits over time");
  app.add_option("--queries", args->queries,
                 "Run the queries of a file (ID, tab, query) and print TREC runs")
      ->type_name("FILE");
  app.add_option("--ranking", args->ranking,
                 "Rank by another weight than the best known (see scripts/relevance)")
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
  app.add_option("words", args->words, "The query; see kiosque-query(7)")->type_name("WORDS");
  action = [args] { return run(*args); };
}

}  // namespace kiosque::cli
