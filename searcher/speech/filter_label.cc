#include "searcher/speech/filter_label.h"

#include <charconv>

#include "common/date/date.h"
#include "searcher/speech/typography.h"

namespace kiosque::speech {
namespace {

/// "du … au …", either end open; as it is if an end is no day.
std::string period_label(const std::string& from, const std::string& to, Language language) {
  const auto first = date::parse_timestamp(from);
  const auto last = date::parse_timestamp(to);
  if ((!first && !from.empty()) || (!last && !to.empty())) return from + " – " + to;
  if (!first && !last) return {};
  if (!last) return format(Message::Since, language, {format_day(*first, language)});
  if (!first) return format(Message::Until, language, {format_day(*last, language)});
  return format(Message::Between, language,
                {format_day(*first, language), format_day(*last, language)});
}

}  // namespace

std::string filter_label(const engine::Filter& filter, Language language) {
  if (filter.field == "language") return language_name(filter.value, language);
  if (filter.field != "date") return filter.value;
  const std::size_t dots = filter.value.find("..");
  if (dots != std::string::npos) {
    return period_label(filter.value.substr(0, dots), filter.value.substr(dots + 2), language);
  }
  int year = 0;
  unsigned month = 0;
  const char* end = filter.value.data() + filter.value.size();
  const auto [dash, bad_year] = std::from_chars(filter.value.data(), end, year);
  if (bad_year != std::errc{} || dash == end || *dash != '-') return filter.value;
  const auto [rest, bad_month] = std::from_chars(dash + 1, end, month);
  if (bad_month != std::errc{} || rest != end || month < 1 || month > 12) return filter.value;
  return format_month(year, month, language);
}

}  // namespace kiosque::speech
