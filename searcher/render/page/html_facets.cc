#include <algorithm>
#include <array>
#include <map>

#include "searcher/render/page/html_view.h"
#include "searcher/speech/speech.h"
#include "searcher/speech/typography.h"

namespace kiosque::render::page {
namespace {

constexpr std::size_t kValuesShown = 8;
constexpr std::size_t kMonthsShown = 14;  // more months than this are offered by year

struct FacetName {
  std::string_view field;
  speech::Message name;
};

constexpr std::array kFacets{
    FacetName{"source", speech::Message::FieldSource},
    FacetName{"section", speech::Message::FieldSection},
    FacetName{"date", speech::Message::FieldPeriod},
    FacetName{"author", speech::Message::FieldAuthor},
    FacetName{"language", speech::Message::FieldLanguage},
};

const engine::Filter* active_filter(const engine::Request& request, std::string_view field) {
  const auto found = std::ranges::find(request.filters, field, &engine::Filter::field);
  return found == request.filters.end() ? nullptr : &*found;
}

Data value_data(const View& view, const engine::Filter& filter, std::size_t count) {
  Data item{Data::type::object};
  item["label"] = speech::filter_label(filter, view.language());
  item["count"] = speech::format_count(count, view.language());
  item["href"] = view.href(address::with_filter(view.context.request, filter));
  return item;
}

std::vector<engine::FacetValue> values_of(const engine::Page& page, std::string_view field) {
  for (const engine::Facet& facet : page.facets) {
    if (facet.field == field) return facet.values;
  }
  return {};
}

/// Months that have hits, newest first, or years if there are many.
std::vector<engine::FacetValue> periods(const engine::Page& page) {
  std::map<std::string, std::size_t, std::greater<>> counts;
  const bool by_year = page.timeline.size() > kMonthsShown;
  for (const engine::TimelineBar& bar : page.timeline) {
    if (bar.count == 0) continue;
    std::string period = std::to_string(bar.year);
    if (!by_year) period += (bar.month < 10 ? "-0" : "-") + std::to_string(bar.month);
    counts[period] += bar.count;
  }
  std::vector<engine::FacetValue> values;
  values.reserve(counts.size());
  for (const auto& [period, count] : counts) values.push_back({period, count});
  return values;
}

List facet_list(const View& view) {
  List facets;
  for (const FacetName& name : kFacets) {
    const bool is_period = name.field == "date";
    if (!is_period && active_filter(view.context.request, name.field) != nullptr) continue;
    auto values = is_period ? periods(view.page) : values_of(view.page, name.field);
    std::erase_if(values, [](const engine::FacetValue& value) { return value.value.empty(); });
    if (values.size() < 2) continue;
    if (!is_period && values.size() > kValuesShown) values.resize(kValuesShown);
    List items;
    for (const engine::FacetValue& value : values) {
      items.push_back(value_data(view, {std::string(name.field), value.value}, value.count));
    }
    Data facet{Data::type::object};
    facet["name"] = std::string(speech::text(name.name, view.language()));
    facet["id"] = "facette-" + std::string(name.field);
    facet["values"] = Data{items};
    facets.push_back(std::move(facet));
  }
  return facets;
}

List active_list(const View& view) {
  List active;
  for (const engine::Filter& filter : view.context.request.filters) {
    const std::string label = speech::filter_label(filter, view.language());
    Data item{Data::type::object};
    item["label"] = label;
    item["remove"] = speech::format(speech::Message::RemoveFilter, view.language(), {label});
    item["href"] = view.href(address::without_filter(view.context.request, filter.field));
    active.push_back(std::move(item));
  }
  return active;
}

/// What the form with the two dates sends along: all of the request but its dates.
List hidden_fields(const View& view) {
  List fields;
  const engine::Request undated = address::without_filter(view.context.request, "date");
  for (const auto& [name, value] : address::parameters_of({undated, view.chosen})) {
    Data field{Data::type::object};
    field["name"] = std::string(name);
    field["value"] = value;
    fields.push_back(std::move(field));
  }
  return fields;
}

}  // namespace

void add_facets(Data& data, const View& view) {
  set_list(data, "facets", facet_list(view));
  set_list(data, "active", active_list(view));
  data["hidden"] = Data{hidden_fields(view)};
  const engine::Filter* date = active_filter(view.context.request, "date");
  const std::size_t dots = date == nullptr ? std::string::npos : date->value.find("..");
  if (dots == std::string::npos) return;
  set_text(data, "from", date->value.substr(0, dots));
  set_text(data, "to", date->value.substr(dots + 2));
}

}  // namespace kiosque::render::page
