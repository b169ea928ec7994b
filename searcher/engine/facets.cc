#include "searcher/engine/facets.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/base/ascii.h"
#include "common/date/date.h"
#include "common/index/schema.h"

namespace kiosque::engine {
namespace {

using namespace std::chrono;

/// A year and month that no article can have: bounds the timeline against a mistaken date.
constexpr year kFirstYear{1900};
constexpr int kMostBars = 12 * 250;

using ValueCounts = std::unordered_map<std::string, std::size_t>;

void count(ValueCounts& counts, const std::string& value) {
  if (!value.empty()) ++counts[value];
}

Facet most_frequent(std::string_view field, const ValueCounts& counts) {
  std::vector<FacetValue> values;
  values.reserve(counts.size());
  for (const auto& [value, number] : counts) values.push_back({value, number});
  const auto before = [](const FacetValue& a, const FacetValue& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  };
  const std::size_t kept = std::min(values.size(), kMaxFacetValues);
  std::partial_sort(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(kept),
                    values.end(), before);
  values.resize(kept);
  return {.field = std::string(field), .values = std::move(values)};
}

year_month month_of(sys_seconds time) {
  const year_month_day day{floor<days>(date::paris_time(time))};
  return day.year() / day.month();
}

std::string name_of(year_month month) {
  return fmt::format("{:04}-{:02}", static_cast<int>(month.year()),
                     static_cast<unsigned>(month.month()));
}

}  // namespace

struct FacetSpy::Counts {
  ValueCounts sources, sections, authors, languages;
  std::map<year_month, std::size_t> months;
  std::unordered_set<std::string> stories;
  std::size_t articles = 0;
  std::size_t without_story = 0;
};

FacetSpy::FacetSpy(bool with_values)
    : with_values_(with_values), counts_(std::make_unique<Counts>()) {}
FacetSpy::~FacetSpy() = default;

void FacetSpy::operator()(const Xapian::Document& document, double /*weight*/) {
  ++counts_->articles;
  std::string story = document.get_value(index::slot::kStory);
  if (story.empty()) {
    ++counts_->without_story;
  } else {
    counts_->stories.insert(std::move(story));
  }
  if (!with_values_) return;
  count(counts_->sources, document.get_value(index::slot::kSource));
  count(counts_->sections, document.get_value(index::slot::kSection));
  count(counts_->languages, document.get_value(index::slot::kLanguage));
  const std::string authors = document.get_value(index::slot::kAuthors);
  if (!authors.empty()) {
    for (const auto author : split(authors, '\x1F')) count(counts_->authors, std::string(author));
  }
  if (const auto published = index::decode_time(document.get_value(index::slot::kPublished))) {
    const year_month month = month_of(*published);
    if (month.year() >= kFirstYear) ++counts_->months[month];
  }
}

void FacetSpy::clear() { *counts_ = {}; }

std::size_t FacetSpy::articles() const { return counts_->articles; }

std::size_t FacetSpy::stories() const { return counts_->stories.size() + counts_->without_story; }

std::vector<Facet> FacetSpy::facets() const {
  ValueCounts months;
  for (const auto& [month, number] : counts_->months) months[name_of(month)] = number;
  return {most_frequent("source", counts_->sources), most_frequent("section", counts_->sections),
          most_frequent("author", counts_->authors), most_frequent("language", counts_->languages),
          most_frequent("month", months)};
}

std::vector<TimelineBar> FacetSpy::timeline() const {
  std::vector<TimelineBar> bars;
  if (counts_->months.empty()) return bars;
  const year_month last = counts_->months.rbegin()->first;
  for (year_month month = counts_->months.begin()->first;
       month <= last && bars.size() < static_cast<std::size_t>(kMostBars); month += months{1}) {
    const auto found = counts_->months.find(month);
    bars.push_back({.year = static_cast<int>(month.year()),
                    .month = static_cast<unsigned>(month.month()),
                    .count = found == counts_->months.end() ? 0U : found->second});
  }
  return bars;
}

}  // namespace kiosque::engine
