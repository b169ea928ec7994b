#include "searcher/render/page/html.h"

#include <array>
#include <utility>

#include "common/base/escape.h"
#include "searcher/render/page/html_view.h"
#include "searcher/speech/typography.h"

namespace kiosque {
namespace html {

Data labels(Language language) {
  static constexpr std::array kLabels{
      std::pair{"search_label", Message::SearchLabel},
      std::pair{"search_button", Message::SearchButton},
      std::pair{"skip_to_results", Message::SkipToResults},
      std::pair{"sort_label", Message::SortLabel},
      std::pair{"date_from", Message::DateFrom},
      std::pair{"date_to", Message::DateTo},
      std::pair{"date_apply", Message::DateApply},
      std::pair{"filters", Message::Filters},
      std::pair{"active_filters", Message::ActiveFilters},
      std::pair{"dates", Message::DatesTitle},
      std::pair{"pagination", Message::Pagination},
      std::pair{"previous_page", Message::PreviousPage},
      std::pair{"next_page", Message::NextPage},
      std::pair{"timeline_title", Message::TimelineTitle},
      std::pair{"feed_link", Message::FeedLink},
      std::pair{"json_link", Message::JsonLink},
      std::pair{"other_language", Message::OtherLanguage},
      std::pair{"did_you_mean", Message::DidYouMean},
      std::pair{"paywalled", Message::Paywalled},
      std::pair{"also_in", Message::AlsoIn},
      std::pair{"tagline", Message::Tagline},
      std::pair{"help_title", Message::HelpTitle},
      std::pair{"no_result_spelling", Message::NoResultSpelling},
      std::pair{"no_result_fewer", Message::NoResultFewer},
      std::pair{"no_result_filters", Message::NoResultFilters},
      std::pair{"no_result_corrected", Message::NoResultCorrected},
      std::pair{"back_to_search", Message::BackToSearch},
  };
  Data data{Data::type::object};
  for (const auto& [name, message] : kLabels) data[name] = std::string(text(message, language));
  return data;
}

namespace {

List sorts(const View& view) {
  static constexpr std::array kSorts{
      std::pair{Sort::Relevance, Message::SortRelevance},
      std::pair{Sort::Date, Message::SortDate},
      std::pair{Sort::DateOldest, Message::SortDateOldest},
  };
  List list;
  for (const auto& [sort, label] : kSorts) {
    Request sorted = on_page(view.context.request, 1);
    sorted.sort = sort;
    Data item{Data::type::object};
    item["label"] = std::string(text(label, view.language()));
    item["current"] = Data{sort == view.context.request.sort};
    item["href"] = view.href(sorted);
    list.push_back(std::move(item));
  }
  return list;
}

/// The query language in six lines, each with queries to try.
List help(const View& view) {
  struct Line {
    Message what;
    std::array<std::string_view, 2> queries;
  };
  static constexpr std::array kLines{
      Line{Message::HelpWords, {"élections européennes", "livraisons d’armes"}},
      Line{Message::HelpPhrase, {"«\u00a0pouvoir d’achat\u00a0»", "\"cour des comptes\""}},
      Line{Message::HelpBoolean, {"grève OU blocage", "tour SAUF eiffel"}},
      Line{Message::HelpFields, {"titre:retraites", "source:rfi.fr"}},
      Line{Message::HelpDates, {"date:mai-2024", "depuis:7j"}},
      Line{Message::HelpPrefix, {"européen*", "=marche"}},
  };
  List list;
  for (const Line& line : kLines) {
    List examples;
    for (const std::string_view query : line.queries) {
      Request example;
      example.query = query;
      Data item{Data::type::object};
      item["query"] = std::string(query);
      item["href"] = view.href(example);
      examples.push_back(std::move(item));
    }
    Data entry{Data::type::object};
    entry["what"] = std::string(text(line.what, view.language()));
    entry["examples"] = Data{examples};
    list.push_back(std::move(entry));
  }
  return list;
}

void add_grouping(Data& data, const View& view) {
  Request other = on_page(view.context.request, 1);
  other.collapse_stories = !other.collapse_stories;
  const Message label = other.collapse_stories ? Message::OneHitAStory : Message::AllArticles;
  data["grouping"] = std::string(text(label, view.language()));
  data["grouping_href"] = view.href(other);
}

std::string count_text(const View& view) {
  const Page& page = view.page;
  if (page.total == 0) return std::string(text(Message::NoResult, view.language()));
  const Message message = page.total_exact ? Message::Results : Message::ResultsAbout;
  return plural(message, view.language(), page.total);
}

std::string heading(const View& view) {
  const std::string& query = view.context.request.query;
  if (query.empty()) return std::string(text(Message::EveryArticle, view.language()));
  const Message message = view.page.hits.empty() ? Message::NoResultTitle : Message::ResultsFor;
  return format(message, view.language(), {query});
}

std::string page_title(const View& view, const std::string& site) {
  const Request& request = view.context.request;
  std::string title = request.query.empty()
                          ? std::string(text(Message::EveryArticle, view.language()))
                          : request.query;
  title += " – " + count_text(view);
  if (const std::size_t page = request.offset / kHitsPerPage + 1; page > 1) {
    title += ", " + format(Message::PageOf, view.language(), {std::to_string(page)});
  }
  return title + " – " + site;
}

/// What to try where nothing was found.
void add_ways_out(Data& data, const View& view) {
  Request wider = on_page(view.context.request, 1);
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
  const Page& page = view.page;
  const Request& request = view.context.request;
  data["heading"] = heading(view);
  data["count"] = count_text(view);
  set_list(data, "notes", notes(view));
  if (!page.suggestion.empty() && page.suggestion != request.query) {
    Request meant = on_page(request, 1);
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
  const Language language = view.language();
  const Request& request = view.context.request;
  const Language other = language == Language::French ? Language::English : Language::French;
  Data data{Data::type::object};
  data["lang"] = std::string(language_code(language));
  data["other_lang"] = std::string(language_code(other));
  data["other_lang_href"] = to_href({request, other});
  data["t"] = labels(language);
  data["site"] = site.name;
  data["query"] = request.query;
  data["home_href"] = visit.home;
  data["style_href"] = to_href({.format = Format::Style}) + "&v=" + fingerprint(site.templates);
  data["icon_href"] = to_href({.format = Format::Icon});
  if (!site.address.empty()) {
    data["opensearch_href"] = to_href({.language = visit.language, .format = Format::OpenSearch});
  }
  if (visit.language) data["chosen_lang"] = std::string(language_code(*visit.language));
  if (request.sort != Sort::Relevance) {
    data["chosen_sort"] = request.sort == Sort::Date ? "date" : "ancien";
  }
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
}  // namespace html

std::string HtmlRenderer::render(const Page& page, const RenderContext& context) const {
  const html::View view{page, context, visit_.language};
  html::Data data = html::frame(view, site_, visit_);
  data["title"] = html::page_title(view, site_.name);
  data["rss_href"] = to_href({on_page(context.request, 1), visit_.language, Format::Rss});
  data["json_href"] = to_href({context.request, visit_.language, Format::Json});
  html::add_answer(data, view);
  return html::render_template(site_.templates, "results.mustache", data);
}

std::string HtmlRenderer::render_home(const RenderContext& context) const {
  const Page nothing;
  const html::View view{nothing, context, visit_.language};
  html::Data data = html::frame(view, site_, visit_);
  data["title"] = site_.name + " – " + std::string(text(Message::SearchLabel, context.language));
  data["help"] = html::Data{html::help(view)};
  return html::render_template(site_.templates, "home.mustache", data);
}

std::string HtmlRenderer::render_error(Message message, const RenderContext& context) const {
  const Page nothing;
  const html::View view{nothing, context, visit_.language};
  html::Data data = html::frame(view, site_, visit_);
  const std::string sentence{text(message, context.language)};
  data["title"] = sentence + " – " + site_.name;
  data["error"] = sentence;
  return html::render_template(site_.templates, "error.mustache", data);
}

}  // namespace kiosque
