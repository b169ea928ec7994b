#include "indexer/crawl/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace kiosque {
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

std::string to_text(const RunReport& report) {
  std::string text = fmt::format(
      "articles: {} new, {} changed, {} unchanged\n"
      "feeds:    {} checked, {} of them unchanged, {} failed, {} put off\n"
      "pages:    {} fetched, {} unchanged, {} failed, {} put off\n",
      report.articles_new, report.articles_changed, report.articles_unchanged, report.feeds_checked,
      report.feeds_unchanged, report.failing_feeds.size(), report.feeds_later, report.pages_fetched,
      report.pages_unchanged, report.pages_failed, report.pages_later);
  if (!report.stopped_by.empty()) {
    text += fmt::format("stopped early ({}); the next run goes on from here\n", report.stopped_by);
  }
  std::vector<std::pair<std::string, std::uint64_t>> causes(report.failures.begin(),
                                                            report.failures.end());
  std::stable_sort(causes.begin(), causes.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  add_list(text, "failures by cause", causes,
           [](const auto& cause) { return fmt::format("{:>6}  {}", cause.second, cause.first); });
  add_list(text, "failing feeds", report.failing_feeds,
           [](const auto& feed) { return feed.url + "  " + feed.error; });
  add_list(text, "feeds that moved", report.moved_feeds,
           [](const auto& move) { return move.from + " -> " + move.to; });
  add_list(text, "slowest hosts, seconds a request", report.hosts, [](const auto& host) {
    const auto requests = static_cast<double>(std::max<std::uint64_t>(host.requests, 1));
    return fmt::format("{:>6.2f}  {}", static_cast<double>(host.total.count()) / 1000 / requests,
                       host.host);
  });
  add_list(text, "feeds silent for 30 days", report.silent_feeds,
           [](const std::string& url) { return url; });
  return text;
}

}  // namespace kiosque
