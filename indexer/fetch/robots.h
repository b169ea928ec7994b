#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::fetch {

/// The rules of a robots.txt that hold for one robot (RFC 9309). A value; safe from any thread.
class RobotsRules {
 public:
  /// Reads the groups for `product_token` ("kiosque"), else those for "*". Never fails: what cannot
  /// be read is skipped; at most 500 KiB are read.
  [[nodiscard]] static RobotsRules parse(std::string_view robots_txt,
                                         std::string_view product_token);
  [[nodiscard]] static RobotsRules allow_all() { return {}; }

  /// True if `path` (with its query, from "/") may be fetched: the longest rule decides, Allow wins
  /// a tie, no rule allows; "*" stands for any characters, "$" for the end.
  [[nodiscard]] bool allows(std::string_view path) const;

  /// Crawl-delay: not in the RFC, but many French sites state it.
  [[nodiscard]] std::optional<std::chrono::milliseconds> delay() const noexcept { return delay_; }

 private:
  struct Rule {
    std::string pattern;
    bool allow;
  };
  std::vector<Rule> rules_;
  std::optional<std::chrono::milliseconds> delay_;

  friend class RobotsParser;
};

}  // namespace kiosque::fetch
