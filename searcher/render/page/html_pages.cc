#include <algorithm>

#include "searcher/render/page/html_view.h"
#include "searcher/speech/typography.h"

namespace kiosque::render::page {
namespace {

constexpr std::size_t kNeighbours = 2;  // pages named on either side of the current one

Data page_data(const View& view, std::size_t number, std::size_t current) {
  Data item{Data::type::object};
  item["number"] = std::to_string(number);
  item["label"] =
      speech::format(speech::Message::PageNumber, view.language(), {std::to_string(number)});
  item["current"] = Data{number == current};
  item["href"] = view.href(address::on_page(view.context.request, number));
  return item;
}

}  // namespace

void add_pagination(Data& data, const View& view) {
  const std::size_t current = address::page_of(view.context.request);
  const std::size_t needed = (view.page.total + address::kHitsPerPage - 1) / address::kHitsPerPage;
  const std::size_t last = std::min(std::max(needed, current), address::kLastPage);
  if (last < 2) return;
  Data pagination{Data::type::object};
  if (current > 1) {
    pagination["previous"] = view.href(address::on_page(view.context.request, current - 1));
  }
  if (current < last)
    pagination["next"] = view.href(address::on_page(view.context.request, current + 1));
  List pages;
  const std::size_t first_named = current > kNeighbours ? current - kNeighbours : 1;
  const std::size_t last_named = std::min(current + kNeighbours, last);
  if (first_named > 1) pages.push_back(page_data(view, 1, current));
  if (first_named > 2) pages.emplace_back(Data{"gap", Data{true}});
  for (std::size_t number = first_named; number <= last_named; ++number) {
    pages.push_back(page_data(view, number, current));
  }
  pagination["pages"] = Data{pages};
  data["pagination"] = std::move(pagination);
}

}  // namespace kiosque::render::page
