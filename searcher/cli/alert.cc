#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

#include "common/base/escape.h"
#include "searcher/cli/alert_store.h"
#include "searcher/cli/command.h"
#include "searcher/cli/options.h"
#include "searcher/cli/output.h"
#include "searcher/cli/problem.h"
#include "searcher/cli/session.h"
#include "searcher/render/render.h"
#include "searcher/speech/typography.h"

namespace kiosque::cli {
namespace {

/// Matches looked at in one run: more new articles than this since the last run are told next time.
constexpr std::size_t kMatchesPerRun = 500;

enum class NewsFormat { Text, Json, Atom };

const std::map<std::string, NewsFormat> kFormats{
    {"text", NewsFormat::Text}, {"json", NewsFormat::Json}, {"atom", NewsFormat::Atom}};

struct AddArgs {
  IndexOptions indexes;
  std::string name;
  std::vector<std::string> words;
};

struct RunArgs {
  std::string name;
  NewsFormat format = NewsFormat::Text;
  std::string file;
};

Result<engine::Page> newest_matches(const Alert& alert, const date::Clock& clock) {
  TRY(auto engine, open_engine({alert.indexes}, clock));
  engine::Request request;
  request.query = alert.query;
  request.sort = engine::Sort::Date;
  request.all_words = true;  // an article with one of them would be news that nobody asked for
  request.limit = kMatchesPerRun;
  return engine.search(request);
}

/// Takes out of `page` what the alert has seen before, and remembers the rest.
std::vector<engine::Hit> take_new(Alert& alert, const engine::Page& page) {
  std::vector<engine::Hit> fresh;
  for (const engine::Hit& hit : page.hits) {
    if (std::ranges::find(alert.seen, hit.url) == alert.seen.end()) fresh.push_back(hit);
  }
  for (const engine::Hit& hit : fresh) alert.seen.push_back(hit.url);
  if (alert.seen.size() > AlertStore::kMostSeen) {
    const auto surplus = static_cast<std::ptrdiff_t>(alert.seen.size() - AlertStore::kMostSeen);
    alert.seen.erase(alert.seen.begin(), alert.seen.begin() + surplus);
  }
  return fresh;
}

void announce(Alert& alert, const std::vector<engine::Hit>& fresh, std::chrono::sys_seconds now) {
  std::vector<render::page::AtomEntry> entries;
  entries.reserve(fresh.size());
  for (const engine::Hit& hit : fresh) {
    entries.push_back({hit.url, hit.title.text, hit.snippet.text, hit.source, now, hit.published});
  }
  alert.announced.insert(alert.announced.begin(), entries.begin(), entries.end());
  if (alert.announced.size() > AlertStore::kMostAnnounced) {
    alert.announced.resize(AlertStore::kMostAnnounced);
  }
}

Result<int> add(const AddArgs& args) {
  const date::SystemClock clock;
  TRY(auto store, AlertStore::open());
  if (store.find(args.name) != nullptr) {
    return error_of(Problem::AlertExists, {args.name});
  }
  Alert alert{args.name, join_words(args.words), {}, {}, {}};
  for (const auto& index : args.indexes.indexes) {
    alert.indexes.push_back(std::filesystem::absolute(index));
  }
  TRY(const auto page, newest_matches(alert, clock));
  take_new(alert, page);
  store.alerts().push_back(std::move(alert));
  TRY(store.save());
  TRY(print(speech::plural(speech::Message::AlertAdded, user_language(), page.total,
                           {safe_for_terminal(args.name)}) +
                "\n",
            {}));
  return kExitOk;
}

Result<int> list() {
  TRY(auto store, AlertStore::open());
  std::string text;
  for (const Alert& alert : store.alerts()) {
    text += fmt::format("{}\t{}\n", safe_for_terminal(alert.name), safe_for_terminal(alert.query));
  }
  TRY(print(text, {}));
  return kExitOk;
}

Result<int> remove(const std::string& name) {
  TRY(auto store, AlertStore::open());
  if (store.find(name) == nullptr) return error_of(Problem::NoSuchAlert, {name});
  std::erase_if(store.alerts(), [&](const Alert& alert) { return alert.name == name; });
  TRY(store.save());
  return kExitOk;
}

std::string render(const Alert& alert, const engine::Page& page, NewsFormat format,
                   std::chrono::sys_seconds now) {
  if (format == NewsFormat::Atom) {
    // A feed in which nothing is new is the feed it was.
    const auto updated = alert.announced.empty() ? now : alert.announced.front().found;
    return render::page::to_atom(alert.name, alert.announced, updated);
  }
  if (format == NewsFormat::Json) return render::to_json(alert.query, page);
  if (page.hits.empty()) return {};
  engine::Request request;
  request.query = alert.query;
  return fmt::format("{}\n", safe_for_terminal(alert.name)) +
         render::terminal::to_text(page, {request, user_language()}, style_of_output({}));
}

/// Writes what is new where the user wants it. The store is saved only behind that: news that could
/// not be told is told again.
Status tell(const RunArgs& args, const std::string& text) {
  if (!args.file.empty()) return write_file_atomically(args.file, text);
  if (const Status printed = print(text, {.pager = PagerChoice::Never}); !printed) {
    report(printed.error());
    return error_of(Problem::NewsUnwritten);
  }
  return Ok{};
}

Result<bool> run_one(Alert& alert, const RunArgs& args, const date::Clock& clock) {
  TRY(auto page, newest_matches(alert, clock));
  page.hits = take_new(alert, page);
  page.total = page.hits.size();
  for (std::size_t i = 0; i < page.hits.size(); ++i) page.hits[i].rank = i + 1;
  announce(alert, page.hits, clock.now());
  TRY(tell(args, render(alert, page, args.format, clock.now())));
  return !page.hits.empty();
}

Result<int> run(const RunArgs& args) {
  const date::SystemClock clock;
  TRY(auto store, AlertStore::open());
  if (!args.name.empty() && store.find(args.name) == nullptr) {
    return error_of(Problem::NoSuchAlert, {args.name});
  }
  if (args.name.empty() && !args.file.empty()) {
    return error_of(Problem::NoAlertForFile);
  }
  bool any_new = false;
  int status = kExitOk;
  for (Alert& alert : store.alerts()) {
    if (!args.name.empty() && alert.name != args.name) continue;
    auto found = run_one(alert, args, clock);
    if (!found) {
      status = report(found.error());
      continue;
    }
    any_new = any_new || *found;
    TRY(store.save());
  }
  if (status != kExitOk) return status;
  return any_new ? kExitOk : kExitNoHits;
}

void declare_alert_add(CLI::App& alerts, Action& action) {
  auto args = std::make_shared<AddArgs>();
  CLI::App* command = alerts.add_subcommand("add", "Save a search; what matches now is not news");
  add_index_options(*command, args->indexes);
  command->add_option("name", args->name, "Name of the alert")->required()->type_name("NAME");
  command->add_option("words", args->words, "The query")->required()->type_name("WORDS");
  command->callback([args, &action] { action = [args] { return add(*args); }; });
}

void declare_alert_run(CLI::App& alerts, Action& action) {
  auto args = std::make_shared<RunArgs>();
  CLI::App* command = alerts.add_subcommand("run", "Print what is new since the last run");
  command->add_option("name", args->name, "Alert to run (default: all)")->type_name("NAME");
  add_choice(*command, "--format", args->format, kFormats, "What to print (default: text)");
  command->add_option("-o,--output", args->file, "File to replace, such as a feed for a reader")
      ->type_name("FILE");
  command->callback([args, &action] { action = [args] { return run(*args); }; });
}

}  // namespace

void declare_alert(CLI::App& app, Action& action) {
  CLI::App* alerts = app.add_subcommand("alert", "Saved searches that tell what is new");
  alerts->require_subcommand(1);
  declare_alert_add(*alerts, action);
  alerts->add_subcommand("list", "List the alerts")->callback([&action] { action = list; });
  auto name = std::make_shared<std::string>();
  CLI::App* command = alerts->add_subcommand("remove", "Forget an alert");
  command->add_option("name", *name, "Name of the alert")->required()->type_name("NAME");
  command->callback([name, &action] { action = [name] { return remove(*name); }; });
  declare_alert_run(*alerts, action);
}

}  // namespace kiosque::cli
