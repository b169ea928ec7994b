#include "searcher/rank/options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string>
#include <variant>
#include <vector>

#include "common/base/number.h"

namespace kiosque::rank {
namespace {

constexpr double kLargest = 1000;

/// A weight may be 0, which takes its step out; a decay divides.
struct Decay {
  double Options::*member;
};
using Member = std::variant<double Options::*, Decay, std::size_t Options::*>;

struct Key {
  std::string_view name;
  Member member;
};

const std::array kKeys{
    Key{"k1", &Options::k1},
    Key{"idf-power", &Options::idf_power},
    Key{"exact", &Options::exact},
    Key{"all-exact", &Options::all_exact},
    Key{"first", &Options::first},
    Key{"first-decay", Decay{&Options::first_decay}},
    Key{"early", &Options::early},
    Key{"near", &Options::near},
    Key{"near-decay", Decay{&Options::near_decay}},
    Key{"in-order", &Options::in_order},
    Key{"stop-word", &Options::stop_word},
    Key{"variant", &Options::variant},
    Key{"recency", &Options::recency},
    Key{"recency-half-life", Decay{&Options::recency_half_life}},
    Key{"depth", &Options::depth},
    Key{"longest-query", &Options::longest_query},
};

/// False if `value` is nothing this member can be.
bool assign(Options& options, const Member& member, double value) {
  if (const auto* weight = std::get_if<double Options::*>(&member)) {
    options.** weight = value;
    return true;
  }
  if (const auto* decay = std::get_if<Decay>(&member)) {
    options.*(decay->member) = value;
    return value > 0;
  }
  options.*std::get<std::size_t Options::*>(member) = static_cast<std::size_t>(value);
  return value == std::floor(value);
}

}  // namespace

Status set_option(Options& options, std::string_view assignment) {
  const std::string_view name = assignment.substr(0, assignment.find('='));
  const std::string_view text = assignment.substr(std::min(name.size() + 1, assignment.size()));
  const auto* key =
      std::find_if(kKeys.begin(), kKeys.end(), [&](const Key& k) { return k.name == name; });
  if (key == kKeys.end()) {
    std::vector<std::string_view> known;
    std::ranges::transform(kKeys, std::back_inserter(known), &Key::name);
    const std::string names = fmt::format("{}", fmt::join(known, ", "));
    return Error{ErrorCode::Invalid,
                 fmt::format("there is no ranking option '{}'", name),
                 "use KEY=VALUE, KEY being one of " + names,
                 ErrorKind::NoSuchRankingOption,
                 {std::string(name), names}};
  }
  const auto value = parse_number<double>(text);
  Options changed = options;
  if (!value || !(*value >= 0 && *value <= kLargest) || !assign(changed, key->member, *value)) {
    return Error{ErrorCode::Invalid,
                 fmt::format("'{}' is no value of the ranking option {}", text, name),
                 "give a number from 0 to 1000: whole for depth and longest-query, above 0 for "
                 "first-decay, near-decay and recency-half-life",
                 ErrorKind::NotARankingOptionValue,
                 {std::string(text), std::string(name)}};
  }
  options = changed;
  return Ok{};
}

}  // namespace kiosque::rank
