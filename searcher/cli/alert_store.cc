#include "searcher/cli/alert_store.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "searcher/cli/problem.h"
#include "searcher/cli/session.h"

namespace kiosque::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMaxStoreBytes = 64'000'000;

Json to_json(const render::page::AtomEntry& entry) {
  Json json{{"url", entry.url},
            {"title", entry.title},
            {"summary", entry.summary},
            {"source", entry.source},
            {"found", entry.found.time_since_epoch().count()}};
  if (entry.published) json["published"] = date::format_iso8601(*entry.published);
  return json;
}

render::page::AtomEntry entry_from(const Json& json) {
  render::page::AtomEntry entry{
      json.at("url").get<std::string>(), json.at("title").get<std::string>(),
      json.at("summary").get<std::string>(), json.at("source").get<std::string>()};
  entry.found =
      std::chrono::sys_seconds(std::chrono::seconds(json.at("found").get<std::int64_t>()));
  if (json.contains("published")) {
    entry.published = date::parse_timestamp(json["published"].get<std::string>());
  }
  return entry;
}

Json to_json(const Alert& alert) {
  Json json{{"name", alert.name}, {"query", alert.query}, {"indexes", Json::array()}};
  for (const auto& index : alert.indexes) json["indexes"].push_back(index.string());
  json["seen"] = alert.seen;
  Json& announced = json["announced"] = Json::array();
  for (const render::page::AtomEntry& entry : alert.announced) announced.push_back(to_json(entry));
  return json;
}

Alert alert_from(const Json& json) {
  Alert alert{json.at("name").get<std::string>(), json.at("query").get<std::string>(), {}, {}, {}};
  for (const Json& index : json.at("indexes")) alert.indexes.emplace_back(index.get<std::string>());
  alert.seen = json.at("seen").get<std::vector<std::string>>();
  for (const Json& entry : json.at("announced")) alert.announced.push_back(entry_from(entry));
  return alert;
}

}  // namespace

Result<AlertStore> AlertStore::open() {
  TRY(const auto folder, user_folder("XDG_DATA_HOME", ".local/share"));
  TRY(auto lock, FileLock::take(folder / "alerts.lock"));
  AlertStore store(folder / "alerts.json", std::move(lock));
  const auto text = read_file(store.file_, kMaxStoreBytes);
  if (!text && text.error().code == ErrorCode::NotFound) return store;
  if (!text) return text.error();
  try {
    const Json json = Json::parse(*text);  // named: a loop does not keep what it ranges over alive
    for (const Json& alert : json.at("alerts")) store.alerts_.push_back(alert_from(alert));
  } catch (const Json::exception&) {
    return error_of(Problem::AlertsDamaged, {store.file_.string()});
  }
  return store;
}

Alert* AlertStore::find(const std::string& name) {
  const auto found = std::ranges::find(alerts_, name, &Alert::name);
  return found == alerts_.end() ? nullptr : &*found;
}

Status AlertStore::save() const {
  Json json{{"alerts", Json::array()}};
  for (const Alert& alert : alerts_) json["alerts"].push_back(to_json(alert));
  return write_file_atomically(file_, json.dump(1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace kiosque::cli
