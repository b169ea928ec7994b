#include "indexer/crawl/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

namespace kiosque::crawl {
namespace {

using Json = nlohmann::ordered_json;

struct Count {
  const char* name;
  std::uint64_t RunReport::*field;
};

constexpr Count kCounts[] = {
    {"feeds_checked", &RunReport::feeds_checked},
    {"feeds_unchanged", &RunReport::feeds_unchanged},
    {"feeds_later", &RunReport::feeds_later},
    {"pages_fetched", &RunReport::pages_fetched},
    {"pages_unchanged", &RunReport::pages_unchanged},
    {"pages_later", &RunReport::pages_later},
    {"pages_failed", &RunReport::pages_failed},
    {"articles_new", &RunReport::articles_new},
    {"articles_changed", &RunReport::articles_changed},
    {"articles_unchanged", &RunReport::articles_unchanged},
    {"bytes", &RunReport::bytes},
};

constexpr std::size_t kListed = 10;
constexpr double kSlowSeconds = 0.25;

std::int64_t seconds_of(Moment moment) { return moment.time_since_epoch().count(); }

template <class List, class Line>
void add_list(std::string& text, const char* title, const List& list, Line line) {
  if (list.empty()) return;
  text += fmt::format("{}:\n", title);
  std::size_t shown = 0;
  for (const auto& item : list) {
    if (shown++ == kListed) break;
    text += "  " + line(item) + "\n";
  }
  if (list.size() > kListed) text += fmt::format("  and {} more\n", list.size() - kListed);
}

void mention(std::string& text, std::uint64_t count, const char* what) {
  if (count > 0) text += fmt::format(", {} {}", count, what);
}

double seconds_each(const RunReport::HostTime& host) {
  return static_cast<double>(host.total.count()) / 1000 /
         static_cast<double>(std::max<std::uint64_t>(host.requests, 1));
}

std::string why_stopped(const std::string& stopped_by) {
  const char* why = stopped_by == "network" ? "the network seems to be away"
                    : stopped_by == "time"  ? "its time was up"
                                            : "it was told to stop";
  return fmt::format("left early: {}; the next run goes on from here\n", why);
}

/// A cause in words; the word of the JSON report stays beside them.
std::string in_words(const std::string& cause) {
  static const std::map<std::string, const char*> kWords{
      {"dns", "the host has no address"},
      {"connect", "nobody answers there"},
      {"tls", "the certificate or the encryption is not in order"},
      {"timeout", "too slow"},
      {"too-large", "too large"},
      {"redirect", "redirected in circles, or to where we do not go"},
      {"private-address", "leads into a private network"},
      {"robots", "forbidden by robots.txt"},
      {"network", "the answer broke off"},
      {"no-feed", "not a feed"},
      {"no-page", "neither a page nor text"},
      {"no-article", "a page without an article"},
      {"http-401", "only with a password"},
      {"http-403", "refused"},
      {"http-404", "not found"},
      {"http-410", "gone"},
      {"http-429", "asked too often"}};
  const auto found = kWords.find(cause);
  if (found != kWords.end()) return fmt::format("{} ({})", found->second, cause);
  if (cause.starts_with("http-5")) return fmt::format("trouble of the server ({})", cause);
  return cause;
}

void add_failures(std::string& text, const RunReport& report) {
  std::vector<std::pair<std::string, std::uint64_t>> causes(report.failures.begin(),
                                                            report.failures.end());
  std::ranges::stable_sort(causes, std::greater(), [](const auto& cause) { return cause.second; });
  add_list(text, "failures by cause", causes, [](const auto& cause) {
    return fmt::format("{:>6}  {}", cause.second, in_words(cause.first));
  });
  add_list(text, "failing feeds", report.failing_feeds,
           [](const auto& feed) { return feed.url + "  " + feed.error; });
  std::vector<std::pair<std::uint64_t, std::string>> pages;
  for (const auto& [host, by_cause] : report.failing_pages) {
    for (const auto& [cause, count] : by_cause)
      pages.emplace_back(count, fmt::format("{}  {}", host, cause));
  }
  std::ranges::stable_sort(pages, std::greater(), [](const auto& page) { return page.first; });
  add_list(text, "failing pages, by host", pages,
           [](const auto& page) { return fmt::format("{:>6}  {}", page.first, page.second); });
}

}  // namespace

std::string to_json(const RunReport& report) {
  Json json;
  json["started"] = seconds_of(report.started);
  json["ended"] = seconds_of(report.ended);
  json["stopped_by"] = report.stopped_by;
  for (const Count& count : kCounts) json[count.name] = report.*count.field;
  json["failures"] = report.failures;
  json["failing_feeds"] = Json::array();
  for (const auto& feed : report.failing_feeds) {
    json["failing_feeds"].push_back({{"url", feed.url}, {"error", feed.error}});
  }
  json["failing_pages"] = report.failing_pages;
  json["moved_feeds"] = Json::array();
  for (const auto& move : report.moved_feeds) {
    json["moved_feeds"].push_back({{"from", move.from}, {"to", move.to}});
  }
  json["slowest_hosts"] = Json::array();
  for (const auto& host : report.hosts) {
    json["slowest_hosts"].push_back(
        {{"host", host.host}, {"requests", host.requests}, {"total_ms", host.total.count()}});
  }
  json["silent_feeds"] = report.silent_feeds;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

RunReport report_from_json(const std::string& text) {
  RunReport report;
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return report;
  report.started = Moment(std::chrono::seconds(json.value("started", std::int64_t{0})));
  report.ended = Moment(std::chrono::seconds(json.value("ended", std::int64_t{0})));
  report.stopped_by = json.value("stopped_by", "");
  for (const Count& count : kCounts) report.*count.field = json.value(count.name, std::uint64_t{0});
  report.failures = json.value("failures", decltype(report.failures){});
  for (const Json& feed : json.value("failing_feeds", Json::array())) {
    report.failing_feeds.push_back({feed.value("url", ""), feed.value("error", "")});
  }
  report.failing_pages = json.value("failing_pages", decltype(report.failing_pages){});
  for (const Json& move : json.value("moved_feeds", Json::array())) {
    report.moved_feeds.push_back({move.value("from", ""), move.value("to", "")});
  }
  for (const Json& host : json.value("slowest_hosts", Json::array())) {
    report.hosts.push_back({host.value("host", ""), host.value("requests", std::uint64_t{0}),
                            std::chrono::milliseconds(host.value("total_ms", std::int64_t{0}))});
  }
  report.silent_feeds = json.value("silent_feeds", std::vector<std::string>{});
  return report;
}

bool RunReport::is_empty() const {
  return feeds_checked + feeds_later + pages_fetched + pages_unchanged + pages_later +
                 pages_failed + articles_new + failing_feeds.size() ==
             0 &&
         stopped_by.empty();
}

std::string to_text(const RunReport& report) {
  if (report.is_empty()) return "nothing was due\n";
  std::string text =
      fmt::format("articles: {} new, {} changed, {} unchanged\n", report.articles_new,
                  report.articles_changed, report.articles_unchanged);
  text += fmt::format("feeds:    {} checked", report.feeds_checked);
  mention(text, report.feeds_unchanged, "of them unchanged");
  mention(text, report.failing_feeds.size(), "failed");
  mention(text, report.feeds_later, "put off: their host asked for a pause");
  text += fmt::format("\npages:    {} fetched", report.pages_fetched);
  mention(text, report.pages_unchanged, "unchanged");
  mention(text, report.pages_failed, "failed");
  mention(text, report.pages_later, "put off: their host asked for a pause");
  text += '\n';
  if (!report.stopped_by.empty()) text += why_stopped(report.stopped_by);
  add_failures(text, report);
  add_list(text, "feeds that moved", report.moved_feeds,
           [](const auto& move) { return move.from + " -> " + move.to; });
  std::vector<RunReport::HostTime> slow = report.hosts;
  std::erase_if(slow, [](const auto& host) { return seconds_each(host) < kSlowSeconds; });
  add_list(text, "slowest hosts, seconds a request", slow, [](const auto& host) {
    return fmt::format("{:>6.1f}  {}", seconds_each(host), host.host);
  });
  add_list(text, "feeds silent for 30 days", report.silent_feeds,
           [](const std::string& url) { return url; });
  return text;
}

}  // namespace kiosque::crawl
