#include "indexer/fetch/robots.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "common/base/ascii.h"
#include "common/base/escape.h"

namespace kiosque::fetch {
namespace {

constexpr std::size_t kLimitBytes = 500u << 10;  // RFC 9309, 2.5
constexpr double kLongestDelaySeconds = 86'400;

/// The product token at the start of a User-agent line: letters, "-" and "_" (RFC 9309, 2.2.1).
std::string_view token_of(std::string_view agent) {
  const auto end = std::find_if(agent.begin(), agent.end(),
                                [](char c) { return !is_letter(c) && c != '-' && c != '_'; });
  return agent.substr(0, static_cast<std::size_t>(end - agent.begin()));
}

/// Glob match of a whole prefix, in time pattern x path at worst (no recursion).
bool matches(std::string_view pattern, std::string_view path) {
  const bool anchored = pattern.ends_with('$');
  if (anchored) pattern.remove_suffix(1);
  std::size_t p = 0;
  std::size_t s = 0;
  std::size_t star = std::string_view::npos;
  std::size_t retry = 0;
  for (;;) {
    if (p == pattern.size() && (!anchored || s == path.size())) return true;
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      retry = s;
    } else if (p < pattern.size() && s < path.size() && pattern[p] == path[s]) {
      ++p;
      ++s;
    } else if (star != std::string_view::npos && retry < path.size()) {
      p = star + 1;
      s = ++retry;
    } else {
      return false;
    }
  }
}

}  // namespace

/// Collects the lines of the groups that name us, and those for everybody.
class RobotsParser {
 public:
  explicit RobotsParser(std::string_view product_token) : product_(product_token) {}

  void read_line(std::string_view line) {
    line = trim(line.substr(0, line.find('#')));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::string_view key = trim(line.substr(0, colon));
    const std::string_view value = trim(line.substr(colon + 1));
    if (equals_ignoring_case(key, "user-agent")) return read_agent(value);
    if (equals_ignoring_case(key, "allow")) return add_rule(value, true);
    if (equals_ignoring_case(key, "disallow")) return add_rule(value, false);
    if (equals_ignoring_case(key, "crawl-delay")) return read_delay(value);
  }

  RobotsRules take() { return std::move(ours_seen_ ? ours_ : everybodys_); }

 private:
  void read_agent(std::string_view value) {
    if (!in_agents_) {
      in_agents_ = true;
      for_us_ = for_all_ = false;
    }
    if (value == "*") for_all_ = true;
    if (equals_ignoring_case(token_of(value), product_)) for_us_ = ours_seen_ = true;
  }

  void add_rule(std::string_view path, bool allow) {
    in_agents_ = false;
    if (path.empty()) return;
    const RobotsRules::Rule rule{normalise_escapes(path), allow};
    if (for_us_) ours_.rules_.push_back(rule);
    if (for_all_) everybodys_.rules_.push_back(rule);
  }

  void read_delay(std::string_view value) {
    in_agents_ = false;
    double seconds = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    if (error != std::errc{} || !std::isfinite(seconds) || seconds < 0) return;
    const auto delay = std::chrono::milliseconds(
        static_cast<std::int64_t>(std::min(seconds, kLongestDelaySeconds) * 1000));
    if (for_us_) ours_.delay_ = delay;
    if (for_all_) everybodys_.delay_ = delay;
  }

  std::string_view product_;
  bool in_agents_ = false;
  bool for_us_ = false;
  bool for_all_ = false;
  bool ours_seen_ = false;
  RobotsRules ours_;
  RobotsRules everybodys_;
};

RobotsRules RobotsRules::parse(std::string_view robots_txt, std::string_view product_token) {
  robots_txt = robots_txt.substr(0, kLimitBytes);
  if (robots_txt.starts_with("\xEF\xBB\xBF")) robots_txt.remove_prefix(3);
  RobotsParser parser(product_token);
  while (!robots_txt.empty()) {
    const auto end = std::min(robots_txt.find_first_of("\r\n"), robots_txt.size());
    parser.read_line(robots_txt.substr(0, end));
    robots_txt.remove_prefix(std::min(end + 1, robots_txt.size()));
  }
  return parser.take();
}

bool RobotsRules::allows(std::string_view path) const {
  if (path == "/robots.txt") return true;
  // One spelling of path and pattern, so that octets compare (RFC 9309, 2.2.2).
  const std::string wanted = normalise_escapes(path);
  std::size_t longest = 0;
  bool allowed = true;
  for (const Rule& rule : rules_) {
    const std::size_t length = rule.pattern.size();
    if (length < longest || (length == longest && !rule.allow)) continue;
    if (!matches(rule.pattern, wanted)) continue;
    longest = length;
    allowed = rule.allow;
  }
  return allowed;
}

}  // namespace kiosque::fetch
