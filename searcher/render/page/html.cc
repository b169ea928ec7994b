#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "common/base/escape.h"
#include "common/base/hash.h"
#include "searcher/render/page/html_view.h"
#include "searcher/speech/typography.h"

namespace kiosque::render::page {

namespace {

constexpr std::size_t kNeighbours = 2;  // pages named on either side of the current one

/// The texts without arguments, by the name templates use: "search_label".
Data labels(speech::Language language) {
  static constexpr std::array kLabels{
      std::pair{"search_label", speech::Message::SearchLabel},
      std::pair{"search_button", speech::Message::SearchButton},
      std::pair{"skip_to_results", speech::Message::SkipToResults},
      std::pair{"sort_label", speech::Message::SortLabel},
      std::pair{"date_from", speech::Message::DateFrom},
      std::pair{"date_to", speech::Message::DateTo},
      std::pair{"date_apply", speech::Message::DateApply},
      std::pair{"filters", speech::Message::Filters},
      std::pair{"active_filters", speech::Message::ActiveFilters},
      std::pair{"dates", speech::Message::DatesTitle},
      std::pair{"pagination", speech::Message::Pagination},
      std::pair{"previous_page", speech::Message::PreviousPage},
      std::pair{"next_page", speech::Message::NextPage},
      std::pair{"timeline_title", speech::Message::TimelineTitle},
      std::pair{"feed_link", speech::Message::FeedLink},
      std::pair{"json_link", speech::Message::JsonLink},
      std::pair{"other_language", speech::Message::OtherLanguage},
      std::pair{"did_you_mean", speech::Message::DidYouMean},
      std::pair{"paywalled", speech::Message::Paywalled},
      std::pair{"also_in", speech::Message::AlsoIn},
      std::pair{"tagline", speech::Message::Tagline},
      std::pair{"help_title", speech::Message::HelpTitle},
      std::pair{"no_result_spelling", speech::Message::NoResultSpelling},
      std::pair{"no_result_fewer", speech::Message::NoResultFewer},
      std::pair{"no_result_filters", speech::Message::NoResultFilters},
      std::pair{"no_result_corrected", speech::Message::NoResultCorrected},
      std::pair{"back_to_search", speech::Message::BackToSearch},
  };
  Data data{Data::type::object};
  for (const auto& [name, message] : kLabels)
    data[name] = std::string(speech::text(message, language));
  return data;
}

List sorts(const View& view) {
  static constexpr std::array kSorts{
      std::pair{engine::Sort::Relevance, speech::Message::SortRelevance},
      std::pair{engine::Sort::Date, speech::Message::SortDate},
      std::pair{engine::Sort::DateOldest, speech::Message::SortDateOldest},
  };
  List list;
  for (const auto& [sort, label] : kSorts) {
    engine::Request sorted = address::on_page(view.context.request, 1);
    sorted.sort = sort;
    Data item{Data::type::object};
    item["label"] = std::string(speech::text(label, view.language()));
    item["current"] = Data{sort == view.context.request.sort};
    item["href"] = view.href(sorted);
    list.push_back(std::move(item));
  }
  return list;
}

/// The query language in six lines, each with queries to try.
List help(const View& view) {
  struct Line {
    speech::Message what;
    std::array<std::string_view, 2> queries;
  };
  static constexpr std::array kLines{
      Line{speech::Message::HelpWords, {"élections européennes", "livraisons d’armes"}},
      Line{speech::Message::HelpPhrase, {"«\u00a0pouvoir d’achat\u00a0»", "\"cour des comptes\""}},
      Line{speech::Message::HelpBoolean, {"grève OU blocage", "tour SAUF eiffel"}},
      Line{speech::Message::HelpFields, {"titre:retraites", "source:rfi.fr"}},
      Line{speech::Message::HelpDates, {"date:mai-2024", "depuis:7j"}},
      Line{speech::Message::HelpPrefix, {"européen*", "=marche"}},
  };
  List list;
  for (const Line& line : kLines) {
    List examples;
    for (const std::string_view query : line.queries) {
      engine::Request example;
      example.query = query;
      Data item{Data::type::object};
      item["query"] = std::string(query);
      item["href"] = view.href(example);
      examples.push_back(std::move(item));
    }
    Data entry{Data::type::object};
    entry["what"] = std::string(speech::text(line.what, view.language()));
    entry["examples"] = Data{examples};
    list.push_back(std::move(entry));
  }
  return list;
}

void add_grouping(Data& data, const View& view) {
  engine::Request other = address::on_page(view.context.request, 1);
  other.collapse_stories = !other.collapse_stories;
  const speech::Message label =
      other.collapse_stories ? speech::Message::OneHitAStory : speech::Message::AllArticles;
  data["grouping"] = std::string(speech::text(label, view.language()));
  data["grouping_href"] = view.href(other);
}

std::string count_text(const View& view) {
  return speech::found_text(view.page.articles, view.page.stories, view.language());
}

std::string heading(const View& view) {
  const std::string& query = view.context.request.query;
  if (query.empty())
    return std::string(speech::text(speech::Message::EveryArticle, view.language()));
  const speech::Message message =
      view.page.hits.empty() ? speech::Message::NoResultTitle : speech::Message::ResultsFor;
  return speech::format(message, view.language(), {query});
}

std::string page_title(const View& view, const std::string& site) {
  const engine::Request& request = view.context.request;
  std::string title =
      request.query.empty()
          ? std::string(speech::text(speech::Message::EveryArticle, view.language()))
          : request.query;
  title += " – " + count_text(view);
  if (const std::size_t page = address::page_of(request); page > 1) {
    title +=
        ", " + speech::format(speech::Message::PageOf, view.language(), {std::to_string(page)});
  }
  return title + " – " + site;
}

Data page_data(const View& view, std::size_t number, std::size_t current) {
  Data item{Data::type::object};
  item["number"] = std::to_string(number);
  item["label"] =
      speech::format(speech::Message::PageNumber, view.language(), {std::to_string(number)});
  item["current"] = Data{number == current};
  item["href"] = view.href(address::on_page(view.context.request, number));
  return item;
}

void add_pagination(Data& data, const View& view) {
  const std::size_t current = address::page_of(view.context.request);
  const std::size_t needed =
      (view.page.reachable + address::kHitsPerPage - 1) / address::kHitsPerPage;
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

/// What to try where nothing was found.
void add_ways_out(Data& data, const View& view) {
  engine::Request wider = address::on_page(view.context.request, 1);
  if (!wider.correct_spelling) {
    wider.correct_spelling = true;
    data["corrected_href"] = view.href(wider);
  }
  if (!wider.filters.empty()) {
    wider.filters.clear();
    data["unfiltered_href"] = view.href(wider);
  }
  data["help"] = Data{help(view)};
}

void add_answer(Data& data, const View& view) {
  const engine::Page& page = view.page;
  const engine::Request& request = view.context.request;
  data["heading"] = heading(view);
  data["count"] = count_text(view);
  set_list(data, "notes", notes(view));
  if (!page.suggestion.empty() && page.suggestion != request.query) {
    engine::Request meant = address::on_page(request, 1);
    meant.query = page.suggestion;
    data["suggestion"] = page.suggestion;
    data["suggestion_href"] = view.href(meant);
  }
  set_list(data, "hits", hits(view));
  data["start"] = std::to_string(request.offset + 1);
  if (page.hits.empty()) {
    add_ways_out(data, view);
  }
  data["sorts"] = Data{sorts(view)};
  add_grouping(data, view);
  add_facets(data, view);
  add_timeline(data, view);
  add_pagination(data, view);
}

/// What every page has: language, links in the head, the form.
Data frame(const View& view, const WebSite& site, const Visit& visit) {
  const speech::Language language = view.language();
  const engine::Request& request = view.context.request;
  const speech::Language other =
      language == speech::Language::French ? speech::Language::English : speech::Language::French;
  Data data{Data::type::object};
  data["lang"] = std::string(speech::language_code(language));
  data["other_lang"] = std::string(speech::language_code(other));
  data["other_lang_href"] = address::to_href({request, other});
  data["t"] = labels(language);
  data["site"] = site.name;
  data["query"] = request.query;
  data["home_href"] = visit.home;
  data["style_href"] =
      address::to_href({.format = address::Format::Style}) + "&v=" + fingerprint(site.templates);
  data["icon_href"] = address::to_href({.format = address::Format::Icon});
  if (!site.address.empty()) {
    data["opensearch_href"] =
        address::to_href({.language = visit.language, .format = address::Format::OpenSearch});
  }
  if (visit.language) data["chosen_lang"] = std::string(speech::language_code(*visit.language));
  set_text(data, "chosen_sort", std::string(address::sort_parameter(request.sort)));
  for (const auto& [name, content] : site.templates) {
    if (!name.starts_with('_')) continue;
    const std::string partial = name.substr(0, name.find('.'));
    data[partial] = Data{kainjow::mustache::partial([&text = content] { return text; })};
  }
  return data;
}

std::string render_template(const Templates& templates, const std::string& name, const Data& data) {
  kainjow::mustache::mustache page{templates.at(name)};
  page.set_custom_escape([](const std::string& text) { return escape_html(text); });
  return page.render(data);
}

}  // namespace

std::string to_html(const engine::Page& page, const Context& context, const WebSite& site,
                    const Visit& visit) {
  const View view{page, context, visit.language};
  Data data = frame(view, site, visit);
  data["title"] = page_title(view, site.name);
  data["rss_href"] = address::to_href(
      {address::on_page(context.request, 1), visit.language, address::Format::Rss});
  data["json_href"] = address::to_href({context.request, visit.language, address::Format::Json});
  add_answer(data, view);
  return render_template(site.templates, "results.mustache", data);
}

std::string home_to_html(const Context& context, const WebSite& site, const Visit& visit) {
  const engine::Page nothing;
  const View view{nothing, context, visit.language};
  Data data = frame(view, site, visit);
  data["title"] =
      site.name + " – " + std::string(speech::text(speech::Message::SearchLabel, context.language));
  data["help"] = Data{help(view)};
  return render_template(site.templates, "home.mustache", data);
}

std::string error_to_html(speech::Message message, const Context& context, const WebSite& site,
                          const Visit& visit) {
  const engine::Page nothing;
  const View view{nothing, context, visit.language};
  Data data = frame(view, site, visit);
  const std::string sentence{speech::text(message, context.language)};
  data["title"] = sentence + " – " + site.name;
  data["error"] = sentence;
  return render_template(site.templates, "error.mustache", data);
}

std::string fingerprint(const Templates& templates) {
  std::string all;
  for (const auto& [name, text] : templates) all.append(name).append(1, '\0').append(text);
  return fmt::format("{:016x}", hash64(all));
}

}  // namespace kiosque::render::page
