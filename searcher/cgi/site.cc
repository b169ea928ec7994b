#include "searcher/cgi/site.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <chrono>
#include <exception>

#include "common/base/ascii.h"
#include "common/base/escape.h"
#include "common/base/terminal.h"
#include "common/index/manifest.h"
#include "searcher/render/page/page.h"
#include "searcher/render/render.h"

namespace kiosque::cgi {
namespace {

constexpr std::size_t kSuggestions = 8;

/// The path of the program in the visitor's terms, which leads to the first page from anywhere. One
/// slash in front: two would name another host.
std::string home_of(const Environment& environment) {
  std::string_view script = value_of(environment, "SCRIPT_NAME");
  while (script.starts_with('/')) script.remove_prefix(1);
  std::string home;
  for (const std::string_view part : split(script, '/')) home += '/' + escape_url(part);
  return home;
}

/// Where we are, told by the socket and not by the visitor, if that is this very machine: so that a
/// feed works at once when one tries the program out.
std::string loopback_address(const Environment& environment) {
  const std::string_view address = value_of(environment, "SERVER_ADDR");
  const std::string_view port = value_of(environment, "SERVER_PORT");
  if (!all_digits(port) || (address != "127.0.0.1" && address != "::1")) return {};
  const std::string_view host = address == "::1" ? "[::1]" : address;
  return fmt::format("http://{}:{}{}", host, port, home_of(environment));
}

address::HttpRequest http_request(const Environment& environment) {
  return {.method = value_of(environment, "REQUEST_METHOD"),
          .path = value_of(environment, "PATH_INFO"),
          .query_string = value_of(environment, "QUERY_STRING"),
          .accept_language = value_of(environment, "HTTP_ACCEPT_LANGUAGE")};
}

speech::Language language_of(const Environment& environment) {
  return address::visitor_language(http_request(environment));
}

bool matches(std::string_view if_none_match, std::string_view tag) {
  return !if_none_match.empty() &&
         (if_none_match == "*" || if_none_match.find(tag) != std::string_view::npos);
}

std::string json_error(int status, std::string_view message) {
  return fmt::format("{{\"error\":{{\"status\":{},\"message\":\"{}\"}}}}\n", status, message);
}

bool wants_json(const Environment& environment) {
  const std::string_view query = value_of(environment, "QUERY_STRING");
  return query.find("format=json") != std::string_view::npos ||
         query.find("format=suggestions") != std::string_view::npos;
}

std::string_view content_type(address::Format format) {
  switch (format) {
    case address::Format::Html:
      return "text/html; charset=utf-8";
    case address::Format::Rss:
      return "application/rss+xml; charset=utf-8";
    case address::Format::Json:
      return "application/json; charset=utf-8";
    case address::Format::OpenSearch:
      return "application/opensearchdescription+xml; charset=utf-8";
    case address::Format::Suggestions:
      return "application/x-suggestions+json; charset=utf-8";
    case address::Format::Style:
      return "text/css; charset=utf-8";
    case address::Format::Icon:
      return "image/svg+xml";
  }
  return "text/plain; charset=utf-8";
}

Response with_type(address::Format format, std::string body) {
  return {.type = std::string(content_type(format)), .body = std::move(body)};
}

/// When the indexes were last written to, for Last-Modified (RFC 9110, 8.8.2); nothing if unknown.
std::optional<std::chrono::sys_seconds> last_commit(
    const std::vector<std::filesystem::path>& indexes) {
  std::optional<std::chrono::sys_seconds> newest;
  for (const auto& index : indexes) {
    const auto manifest = index::read_manifest(index);
    if (!manifest) continue;
    for (const std::string& shard : manifest->shards) {
      std::error_code missing;
      // The file that a commit of Xapian replaces.
      const auto written = std::filesystem::last_write_time(index / shard / "iamglass", missing);
      if (missing) continue;
      const auto time =
          std::chrono::floor<std::chrono::seconds>(std::chrono::file_clock::to_sys(written));
      newest = std::max(newest.value_or(time), time);
    }
  }
  return newest;
}

std::string http_date(std::chrono::sys_seconds time) {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(time.time_since_epoch().count()));
}

/// Takes the names of our files out of the notes: a visitor is told only that articles are missing.
void hide_files(engine::Page& page) {
  std::erase_if(page.notes, [](const query::Note& note) {
    return note.kind == query::Note::Kind::NamesUnread ||
           note.kind == query::Note::Kind::NamesMisread;
  });
  for (query::Note& note : page.notes) {
    if (note.kind == query::Note::Kind::ShardFailed) note.subject = note.detail = {};
  }
}

/// Says that the answer would be another one for a visitor of another language.
void add_vary(Response& response, const address::Link& link) {
  if (!link.language) response.headers.emplace_back("Vary", "Accept-Language");
}

/// A style sheet's address changes with its content, an icon hardly ever.
Response for_long(Response response) {
  response.headers.emplace_back("Cache-Control", "public, max-age=604800");
  return response;
}

}  // namespace

Response Site::answer(const Environment& environment) {
  const auto link = address::read_link(http_request(environment));
  try {
    if (!link) return refuse(link.error(), environment);
    return answer_checked(*link, environment);
  } catch (const std::exception& error) {
    report_error("searcher", {ErrorCode::Bug, error.what()});
    engine_.reset();
    return {.status = 500,
            .type = "text/plain; charset=utf-8",
            .body = std::string(
                        speech::text(speech::Message::ErrorInternal, language_of(environment))) +
                    '\n'};
  }
}

render::page::WebSite Site::site_for(const Environment& environment) const {
  render::page::WebSite site = settings_.site;
  if (site.address.empty()) site.address = loopback_address(environment);
  return site;
}

Response Site::refuse(const address::Refusal& refusal, const Environment& environment) const {
  const speech::Language language = language_of(environment);
  Response response{.status = refusal.status, .headers = {{"Cache-Control", "no-store"}}};
  if (refusal.status == 405) response.headers.emplace_back("Allow", "GET, HEAD");
  if (refusal.status == 503) response.headers.emplace_back("Retry-After", "30");
  if (wants_json(environment)) {
    response.type = content_type(address::Format::Json);
    response.body = json_error(refusal.status, speech::text(refusal.message, language));
    return response;
  }
  response.body = render::page::error_to_html(refusal.message, {.language = language},
                                              settings_.site, {.home = home_of(environment)});
  return response;
}

Response Site::unavailable(const Environment& environment, speech::Message why) const {
  return refuse({503, why}, environment);
}

Response Site::answer_checked(const address::Link& link, const Environment& environment) {
  switch (link.format) {
    case address::Format::Style:
      return for_long(with_type(address::Format::Style, settings_.site.templates.at("style.css")));
    case address::Format::Icon:
      return for_long(with_type(address::Format::Icon, settings_.site.templates.at("icon.svg")));
    case address::Format::OpenSearch: {
      Response response = for_long(
          with_type(address::Format::OpenSearch,
                    render::page::to_open_search(site_for(environment), language_of(environment))));
      add_vary(response, link);
      return response;
    }
    case address::Format::Html:
    case address::Format::Rss:
    case address::Format::Json:
    case address::Format::Suggestions:
      return answer_search(link, environment);
  }
  return refuse({}, environment);
}

std::string Site::entity_tag(const address::Link& link, speech::Language language,
                             const std::string& revision) const {
  // "depuis:7j" and "hier" mean another thing tomorrow.
  const auto today = std::chrono::floor<std::chrono::days>(clock_.now()).time_since_epoch().count();
  const std::string all = fmt::format("{}|{}|{}|{}|{}", revision, address::to_href(link),
                                      speech::language_code(language),
                                      render::page::fingerprint(settings_.site.templates), today);
  const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
  return fmt::format("\"{:016x}{:016x}\"", hash.high64, hash.low64);
}

Status Site::open_index() {
  if (settings_.indexes.empty()) {
    return Error{ErrorCode::NotFound, "no index to search",
                 "set SEARCHER_INDEX in the web server, or index in the configuration file"};
  }
  std::vector<std::filesystem::file_time_type> manifests;
  for (const auto& index : settings_.indexes) {
    std::error_code missing;
    manifests.push_back(std::filesystem::last_write_time(index / index::kManifestName, missing));
  }
  if (engine_ && manifests == manifests_) return Ok{};
  engine_.reset();
  TRY(engine_, engine::Engine::open(settings_.indexes, clock_));
  for (const query::Note& note : engine_->failures()) {
    report_error("searcher", {ErrorCode::Io, note.subject + ": " + note.detail});
  }
  manifests_ = std::move(manifests);
  return Ok{};
}

Response Site::answer_search(const address::Link& link, const Environment& environment) {
  const speech::Language language = language_of(environment);
  const bool home = link.format == address::Format::Html && !address::asks(link.request);
  std::string revision;
  if (!home) {
    if (Status opened = open_index(); !opened) {
      report_error("searcher", opened.error());
      return unavailable(environment, speech::Message::ErrorUnavailable);
    }
    revision = engine_->revision();
  }
  const std::string tag = entity_tag(link, language, revision);
  Response response;
  if (matches(value_of(environment, "HTTP_IF_NONE_MATCH"), tag)) {
    response.status = 304;
  } else if (home) {
    response.body = render::page::home_to_html({link.request, language}, site_for(environment),
                                               {link.language, home_of(environment)});
  } else if (link.format == address::Format::Suggestions) {
    response =
        with_type(address::Format::Suggestions,
                  render::page::to_suggestions(
                      link.request.query, engine_->complete(link.request.query, kSuggestions)));
  } else {
    Result<engine::Page> page = engine_->search(link.request);
    if (!page) {
      report_error("searcher", page.error());
      engine_.reset();
      return unavailable(environment, speech::Message::ErrorUnavailable);
    }
    hide_files(*page);
    response = render(link, *page, environment);
  }
  response.headers.emplace_back("ETag", tag);
  response.headers.emplace_back("Cache-Control", "private, max-age=60");
  if (const auto committed = home ? std::nullopt : last_commit(settings_.indexes)) {
    response.headers.emplace_back("Last-Modified", http_date(*committed));
  }
  add_vary(response, link);
  return response;
}

Response Site::render(const address::Link& link, const engine::Page& page,
                      const Environment& environment) const {
  const render::Context context{link.request, language_of(environment)};
  const render::page::WebSite site = site_for(environment);
  switch (link.format) {
    case address::Format::Json:
      return with_type(link.format, render::to_json(link.request.query, page));
    case address::Format::Rss: {
      address::Link human = link;
      human.format = address::Format::Html;
      human.request.offset = 0;
      const render::page::FeedPlace place{.site = site.name,
                                          .page = site.address + address::to_href(human),
                                          .self = site.address + address::to_href(link),
                                          .description = site.address + "?format=opensearch"};
      return with_type(link.format, render::page::to_rss(page, context, place));
    }
    default: {
      const render::page::Visit visit{link.language, home_of(environment)};
      return with_type(address::Format::Html, render::page::to_html(page, context, site, visit));
    }
  }
}

}  // namespace kiosque::cgi
