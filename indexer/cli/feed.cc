#include <fmt/format.h>

#include <iostream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "common/base/ascii.h"
#include "common/base/escape.h"
#include "common/base/files.h"
#include "common/base/terminal.h"
#include "indexer/cli/cli.h"
#include "indexer/feed/feed.h"

namespace kiosque::cli {
namespace {

constexpr std::size_t kMaxFileBytes = 64u << 20;

struct Args {
  std::string file;
  std::string url;
  bool json = false;
  bool batch = false;
};

/// Sets what header `name` says of a feed's bytes; others are passed over.
void apply_header(feed::Context& context, std::string_view name, std::string_view value) {
  const auto is = [&](std::string_view wanted) { return equals_ignoring_case(name, wanted); };
  if (is("content-type")) context.content_type = trim(value);
  if (is("content-location")) context.content_location = trim(value);
  if (is("content-language")) context.content_language = trim(value);
}

/// Takes the status line and header fields off an HTTP response; the body is left.
std::string_view read_response(std::string_view response, feed::Context& context) {
  if (!response.starts_with("HTTP/")) return response;
  while (!response.empty()) {
    const std::size_t end = response.find('\n');
    std::string_view line = response.substr(0, end);
    response.remove_prefix(end == std::string_view::npos ? response.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos) {
      apply_header(context, line.substr(0, colon), line.substr(colon + 1));
    }
  }
  return response;
}

Result<feed::Feed> read_feed(const Args& args) {
  feed::Context context;
  context.url = args.url;
  if (args.file == "-") {
    const std::string input{std::istreambuf_iterator<char>(std::cin), {}};
    const std::string_view body = args.url.empty() ? input : read_response(input, context);
    return feed::parse(body, context);
  }
  TRY(const auto bytes, read_file(args.file, kMaxFileBytes));
  return feed::parse(bytes, context);
}

std::string day_of(const feed::Entry& entry) {
  const auto& time = entry.published ? entry.published : entry.updated;
  if (!time) return std::string(10, ' ');
  return date::format_iso8601(*time).substr(0, 10);
}

void print_links(std::string_view heading, const std::vector<feed::Link>& links) {
  if (links.empty()) return;
  std::cout << '\n' << heading << ":\n";
  for (const feed::Link& link : links) {
    std::string line = "  " + link.url;
    if (!link.title.empty()) line += "  " + link.title;
    if (!link.folder.empty()) line += "  (" + link.folder + ')';
    std::cout << safe_for_terminal(line) << '\n';
  }
}

void print_listing(const feed::Feed& feed) {
  const auto line = [](std::string_view name, const std::string& value) {
    if (!value.empty()) std::cout << fmt::format("{:<10}{}\n", name, safe_for_terminal(value));
  };
  line("format", std::string(feed::format_name(feed.format)));
  line("title", feed.title);
  line("link", feed.link);
  line("language", feed.language);
  if (!feed.entries.empty()) std::cout << '\n';
  for (const feed::Entry& entry : feed.entries) {
    const std::string& title = entry.title.empty() ? entry.id : entry.title;
    std::cout << safe_for_terminal(
                     fmt::format("{}  {}\n            {}", day_of(entry), title, entry.link))
              << '\n';
  }
  print_links("subscriptions", feed.subscriptions);
  print_links("sitemaps", feed.sitemaps);
  print_links("feeds offered", feed.alternates);
}

/// Answers one line of `--batch`: {"file":PATH,"url":URL,"headers":{…}} by one line of JSON.
std::string answer(const std::string& line) {
  const auto request = nlohmann::json::parse(line, nullptr, false);
  if (!request.is_object() || !request.value("file", nlohmann::json()).is_string()) {
    return R"({"error":"a request needs a \"file\""})";
  }
  feed::Context context;
  if (const auto url = request.find("url"); url != request.end() && url->is_string()) {
    context.url = url->get<std::string>();
  }
  if (const auto headers = request.find("headers");
      headers != request.end() && headers->is_object()) {
    for (const auto& [name, value] : headers->items()) {
      if (value.is_string()) apply_header(context, name, value.get<std::string>());
    }
  }
  const auto bytes = read_file(request["file"].get<std::string>(), kMaxFileBytes);
  if (bytes) return feed::to_json(feed::parse(*bytes, context));
  return nlohmann::json{{"error", bytes.error().message}}.dump(
      -1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<ExitStatus> run_batch() {
  std::string line;
  while (std::getline(std::cin, line)) std::cout << answer(line) << std::endl;
  return kExitOk;
}

Result<ExitStatus> run_feed(const Args& args) {
  if (args.batch) return run_batch();
  const auto feed = read_feed(args);
  if (!feed) {
    if (args.json) std::cout << nlohmann::json{{"error", feed.error().message}}.dump() << '\n';
    return feed.error();
  }
  if (args.json) {
    std::cout << feed::to_json(*feed) << '\n';
  } else if (feed->error.empty() || !feed->alternates.empty()) {
    print_listing(*feed);
  }
  if (feed->error.empty()) return kExitOk;
  const bool offers = !feed->alternates.empty();
  return Error{ErrorCode::Invalid, "'" + args.file + "' is no feed: " + feed->error,
               offers ? "try one of the feeds it offers" : ""};
}

}  // namespace

void declare_feed(CLI::App& app, Action& action) {
  const auto args = std::make_shared<Args>();
  CLI::App* command = app.add_subcommand("feed", "Shows what a feed file holds");
  command->add_option("file", args->file, "RSS, Atom, JSON Feed, OPML or sitemap; - for stdin");
  command->add_flag("--json", args->json, "Print all of it as one JSON object");
  command->add_option("--url", args->url,
                      "Where it was fetched from; stdin then starts with the HTTP header");
  command->add_flag("--batch", args->batch,
                    R"(Answer requests on stdin, one JSON object {"file":…,"url":…} a line)");
  command->callback([args, &action] {
    if (args->file.empty() && !args->batch) throw CLI::RequiredError("file");
    action = [args] { return run_feed(*args); };
  });
}

}  // namespace kiosque::cli
