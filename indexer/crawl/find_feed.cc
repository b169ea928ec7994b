#include "indexer/crawl/find_feed.h"

#include <fmt/format.h>

namespace kiosque::crawl {
namespace {

const char* hint_for(fetch::Cause cause) {
  switch (cause) {
    case fetch::Cause::Address:
      return "say --private if the feed lives in your own network";
    case fetch::Cause::Tls:
      return "if you know whose server it is, say --any-certificate";
    default:
      return "check the address, or add it with --offline to try it later";
  }
}

Result<FoundFeed> read(fetch::Fetcher& fetcher, const std::string& url, const FeedRow& asked) {
  fetch::Request request;
  request.http.url = url;
  request.http.reach = asked.reach;
  request.http.user_agent = asked.settings.user_agent;
  request.http.trust = asked.settings.trust;
  request.robots = fetch::RobotsPolicy::Ignore;  // a person asked for it
  fetcher.add(request);
  std::vector<fetch::Fetched> ended;
  while (ended.empty() && fetcher.pending() > 0) ended = fetcher.wait(std::chrono::seconds(1));
  if (ended.empty()) return Error{ErrorCode::Bug, "the request for '" + url + "' got lost"};
  const fetch::HttpResult& result = ended.front().result;
  if (!result) {
    const fetch::Failure& error = result.error();
    return Error{ErrorCode::Network, fmt::format("'{}': {}", url, error.message),
                 hint_for(error.cause)};
  }
  if (result->status != 200) {
    return Error{ErrorCode::Network, fmt::format("'{}' answers HTTP {}", url, result->status),
                 "check the address, or add it with --offline to try it later"};
  }
  FoundFeed found;
  found.url = url;
  found.feed = feed_in(*result);
  return found;
}

}  // namespace

feed::Feed feed_in(const fetch::HttpResponse& response) {
  return feed::parse(response.body, {response.url, std::string(response.header("content-type")),
                                     std::string(response.header("content-location")),
                                     std::string(response.header("content-language"))});
}

Result<FoundFeed> find_feed(fetch::Fetcher& fetcher, const FeedRow& asked) {
  const std::string& url = asked.url;
  auto first = read(fetcher, url, asked);
  if (!first || feed::is_feed(first->feed.format)) return first;
  if (first->feed.format == feed::Format::Opml) {
    return Error{ErrorCode::Invalid, "'" + url + "' is a list of feeds",
                 "save it and use `indexer feeds import FILE`"};
  }
  std::vector<feed::Link> offered = std::move(first->feed.alternates);
  if (offered.empty()) {
    return Error{ErrorCode::Invalid, "'" + url + "' is no feed and offers none",
                 "give the address of its RSS or Atom feed or of its news sitemap"};
  }
  TRY(FoundFeed second, read(fetcher, offered.front().url, asked));
  if (!feed::is_feed(second.feed.format)) {
    return Error{ErrorCode::Invalid,
                 "'" + offered.front().url + "', which '" + url + "' calls its feed, is none"};
  }
  second.others.assign(offered.begin() + 1, offered.end());
  return second;
}

}  // namespace kiosque::crawl
