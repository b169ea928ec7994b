#pragma once

#include <kainjow/mustache.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/address/address.h"
#include "searcher/render/page/page.h"

/// What to_html hands to the templates, made of one concern in each file. Internal to render.
namespace kiosque::render::page {

using Data = kainjow::mustache::data;
using List = kainjow::mustache::list;

/// Where a link of this page leads to: another request, in the language the visitor chose.
struct View {
  const engine::Page& page;
  const Context& context;
  std::optional<speech::Language> chosen;

  [[nodiscard]] speech::Language language() const { return context.language; }
  [[nodiscard]] std::string href(const engine::Request& request) const {
    return address::to_href({request, chosen});
  }
};

/// Sets `name` to `value` unless it is empty: to a template an empty text would be a true one.
void set_text(Data& data, const std::string& name, const std::string& value);

/// Sets `name` to `items` and, for templates, `has_<name>` to whether there are any.
void set_list(Data& data, const std::string& name, const List& items);

[[nodiscard]] List hits(const View& view);
[[nodiscard]] List notes(const View& view);
void add_facets(Data& data, const View& view);
void add_timeline(Data& data, const View& view);

}  // namespace kiosque::render::page
