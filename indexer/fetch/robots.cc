#include "indexer/fetch/robots.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace kiosque::fetch {
namespace {

constexpr std::size_t kLimitBytes = 500u << 10;  // RFC 9309, 2.5
constexpr double kLongestDelaySeconds = 86'400;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const auto begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

/// The product token at the start of a User-agent line: letters, "-" and "_" (RFC 9309, 2.2.1).
std::string_view token_of(std::string_view agent) {
  const auto end = std::find_if(agent.begin(), agent.end(), [](char c) {
    const char l = lower(c);
    return !((l >= 'a' && l <= 'z') || c == '-' || c == '_');
  });
  return agent.substr(0, static_cast<std::size_t>(end - agent.begin()));
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char l = lower(c);
  return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

bool is_unreserved(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

/// One spelling of a path or pattern, so that octets compare (RFC 9309, 2.2.2): unreserved
/// characters plain, everything else beyond ASCII as %XX in upper case.
std::string normalised(std::string_view path) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  const auto escape = [&](unsigned char c) { (((out += '%') += kHex[c >> 4]) += kHex[c & 15]); };
  for (std::size_t i = 0; i < path.size(); ++i) {
    const auto c = static_cast<unsigned char>(path[i]);
    if (c == '%' && i + 2 < path.size() && hex_value(path[i + 1]) >= 0 &&
        hex_value(path[i + 2]) >= 0) {
      const auto octet =
          static_cast<unsigned char>(hex_value(path[i + 1]) * 16 + hex_value(path[i + 2]));
      if (is_unreserved(octet)) {
        out += static_cast<char>(octet);
      } else {
        escape(octet);
      }
      i += 2;
    } else if (c <= 0x20 || c >= 0x7F) {
      escape(c);
    } else {
      out += static_cast<char>(c);
    }
  }
  return out;
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
    line = trimmed(line.substr(0, line.find('#')));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::string_view key = trimmed(line.substr(0, colon));
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (same_word(key, "user-agent")) return read_agent(value);
    if (same_word(key, "allow")) return add_rule(value, true);
    if (same_word(key, "disallow")) return add_rule(value, false);
    if (same_word(key, "crawl-delay")) return read_delay(value);
  }

  RobotsRules take() { return std::move(ours_seen_ ? ours_ : everybodys_); }

 private:
  void read_agent(std::string_view value) {
    if (!in_agents_) {
      in_agents_ = true;
      for_us_ = for_all_ = false;
    }
    if (value == "*") for_all_ = true;
    if (same_word(token_of(value), product_)) for_us_ = ours_seen_ = true;
  }

  void add_rule(std::string_view path, bool allow) {
    in_agents_ = false;
    if (path.empty()) return;
    const RobotsRules::Rule rule{normalised(path), allow};
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

RobotsRules RobotsRules::deny_all() {
  RobotsRules rules;
  rules.rules_.push_back({"/", false});
  return rules;
}

bool RobotsRules::allows(std::string_view path) const {
  if (path == "/robots.txt") return true;
  const std::string wanted = normalised(path);
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
