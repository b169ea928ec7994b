#include "indexer/crawl/page_round.h"

#include <fmt/format.h>

#include <utility>

#include "common/base/hash.h"
#include "common/base/url.h"
#include "common/index/record.h"
#include "indexer/archive/archive.h"
#include "indexer/extract/extract.h"
#include "indexer/fetch/caching.h"
#include "indexer/write/stored_article.h"

namespace kiosque::crawl {
namespace {

constexpr int kPagesPerHost = 20;
constexpr const char* kPageTypes = "text/html, application/xhtml+xml, */*;q=0.5";
constexpr std::size_t kPageBytes = 8u << 20;

bool is_page_type(std::string_view content_type) {
  return content_type.empty() || content_type.find("html") != std::string_view::npos ||
         content_type.find("xml") != std::string_view::npos ||
         content_type.find("text/plain") != std::string_view::npos;
}

/// The entry's account without its text, which the page has better.
std::string without_text(const std::string& record) {
  auto entry = index::decode_record(record);
  if (!entry) return record;
  entry->body.clear();
  entry->standfirst.clear();
  return index::encode_record(*entry);
}

/// What readers see of an article: a change of it is worth a version.
bool same_text(const index::Article& a, const index::Article& b) {
  return a.title == b.title && a.standfirst == b.standfirst && a.body == b.body;
}

/// What names the article of a page that `answered`. Feeds often link through a counter: then the
/// page that answered names the article. Not so for a redirect to the front page, where a site
/// sends what it no longer has.
std::string identity_of(const PageRow& page, const std::string& answered) {
  if (answered == page.address) return page.url;
  const auto url = Url::parse(answered);
  if (!url || url->target() == "/") return page.url;
  return url->canonical().value_or(page.url);
}

/// What the archive keeps of an answer, which must outlive it.
archive::Response to_archive(const fetch::HttpResponse& response) {
  archive::Response kept{.status = response.status,
                         .url = response.url,
                         .body = response.body,
                         .address = response.address};
  for (const fetch::HttpHeader& header : response.headers) {
    kept.headers.emplace_back(header.name, header.value);
  }
  return kept;
}

}  // namespace

Status PageRound::recover() {
  TRY(auto pages, parts_.memory.pages.in(PageStatus::Fetched));
  for (PageRow& page : pages) {
    auto reader = archive::Reader::open(parts_.archive_folder / page.archive_file,
                                        static_cast<std::uint64_t>(page.archive_offset));
    std::optional<archive::Page> found = reader ? reader->next() : std::nullopt;
    if (!found) {  // the archive lost it in a power cut, or was taken away
      page.status = PageStatus::New;
      TRY(parts_.memory.pages.save(page));
      continue;
    }
    busy_.insert(page.id);
    TRY(index({std::move(page), std::move(found->url), std::move(found->content_type),
               std::move(found->body)}));
  }
  return checkpoint();
}

Result<std::vector<PageRow>> PageRound::due() {
  TRY(auto pages, parts_.memory.pages.due(parts_.clock.now(), kPagesPerHost));
  std::vector<PageRow> to_ask;
  for (PageRow& page : pages) {
    if (!busy_.insert(page.id).second) continue;
    if (page.address.empty()) {  // what the feed says is the article
      page.status = PageStatus::Kept;
      summaries_.push_back(page);
      outcomes_.push_back(std::move(page));
    } else {
      to_ask.push_back(std::move(page));
    }
  }
  return to_ask;
}

fetch::Request PageRound::request_for(const PageRow& page) {
  fetch::Request request;
  request.http.url = page.address;
  request.http.accept = kPageTypes;
  request.http.if_none_match = page.etag;
  request.http.if_modified_since = page.last_modified;
  request.http.reach = page.reach;
  request.http.limit_bytes = kPageBytes;
  return request;
}

Result<std::optional<Moment>> PageRound::take(PageRow page, fetch::Fetched fetched) {
  const Moment now = parts_.clock.now();
  if (!fetched.result) {
    const fetch::Failure& error = fetched.result.error();
    if (error.cause == fetch::Cause::Stopped || error.cause == fetch::Cause::Held) {
      busy_.erase(page.id);
      if (error.cause == fetch::Cause::Stopped) return std::nullopt;
      ++report_.pages_later;
      page.next_check = fetched.held_until.value_or(now);
      TRY(parts_.memory.pages.save(page));
      return page.next_check;
    }
    const bool forbidden = error.cause == fetch::Cause::Robots;
    fail(std::move(page), std::string(fetch::name_of(error.cause)),
         forbidden ? PageFailure::Final : PageFailure::Trouble, std::nullopt);
    return std::nullopt;
  }
  fetch::HttpResponse& response = *fetched.result;
  report_.bytes += response.body.size();
  if (response.status == 304) {
    TRY(unchanged(std::move(page)));
  } else if (response.status != 200) {
    fail(std::move(page), fmt::format("http-{}", response.status), failure_of(response.status),
         fetch::retry_after(response, now));
  } else if (!is_page_type(response.header("content-type"))) {
    fail(std::move(page), "no-page", PageFailure::Final, std::nullopt);
  } else {
    TRY(arrived(std::move(page), std::move(response)));
  }
  return std::nullopt;
}

Status PageRound::unchanged(PageRow page) {
  ++report_.pages_unchanged;
  page.status = PageStatus::Kept;
  page.fetched = parts_.clock.now();
  page.attempts = 0;
  page.last_error.clear();
  busy_.erase(page.id);
  return parts_.memory.pages.save(page);
}

Status PageRound::arrived(PageRow page, fetch::HttpResponse response) {
  const Moment now = parts_.clock.now();
  ++report_.pages_fetched;
  page.fetched = now;
  page.etag = response.header("etag");
  page.last_modified = response.header("last-modified");
  if (hash64(response.body) == page.body_hash) return unchanged(std::move(page));
  page.last_error.clear();
  if (parts_.archive != nullptr) {
    TRY(const auto place,
        parts_.archive->add(to_archive(response), now, identity_of(page, response.url)));
    page.status = PageStatus::Fetched;
    page.archive_file = place.file;
    page.archive_offset = static_cast<std::int64_t>(place.offset);
    TRY(parts_.memory.pages.save(page));
  }
  std::string content_type(response.header("content-type"));
  arrivals_.push_back({std::move(page), std::move(response.url), std::move(content_type),
                       std::move(response.body)});
  return Ok{};
}

// The outcome is recorded at the checkpoint: by then the entry is in the index instead.
void PageRound::fail(PageRow page, const std::string& cause, PageFailure failure,
                     std::optional<Moment> retry_after) {
  count_failure(page, cause);
  if (parts_.observer.failed) parts_.observer.failed(page.address, cause);
  const bool first = page.attempts++ == 0;
  page.last_error = cause;
  const auto again = next_page_try(parts_.clock.now(), page.attempts, failure, retry_after);
  page.status = again ? PageStatus::New : PageStatus::Failed;
  page.next_check = again.value_or(Moment{});
  if (first) summaries_.push_back(page);
  outcomes_.push_back(std::move(page));
}

void PageRound::count_failure(const PageRow& page, const std::string& cause) {
  ++report_.failures[cause];
  ++report_.failing_pages[page.host][cause];
  ++report_.pages_failed;
}

Status PageRound::index_arrivals() {
  for (Arrival& arrival : std::exchange(arrivals_, {})) {
    TRY(index(std::move(arrival)));
  }
  for (const PageRow& page : std::exchange(summaries_, {})) {
    TRY(index_entry_of(page));
  }
  return Ok{};
}

Status PageRound::index(Arrival arrival) {
  PageRow& page = arrival.page;
  index::Article article =
      extract::from_html(arrival.body, {arrival.url, arrival.content_type, parts_.clock.now()});
  article.url = identity_of(page, arrival.url);
  const bool page_has_text = index::has_text(article);
  if (const auto entry = index::decode_record(page.entry))
    article = write::merge_entry(std::move(article), *entry);
  page.status = PageStatus::Kept;
  page.attempts = 0;
  if (!index::has_text(article)) {
    page.status = PageStatus::Failed;
    page.last_error = "no-article";
    count_failure(page, page.last_error);
  } else {
    page.body_hash = hash64(arrival.body);
    if (page_has_text) page.entry = without_text(page.entry);
    TRY(put(article));
  }
  outcomes_.push_back(std::move(page));
  return Ok{};
}

Status PageRound::index_entry_of(const PageRow& page) {
  auto entry = index::decode_record(page.entry);
  if (!entry || !index::has_text(*entry)) return Ok{};
  return put(*entry);
}

Status PageRound::put(const index::Article& article) {
  TRY(const auto known, parts_.memory.pages.find(article.url));
  if (known && is_tombstone(known->status)) return Ok{};
  TRY(keep_version(article));
  TRY(const write::PutOutcome outcome, parts_.writer.put(article));
  switch (outcome) {
    case write::PutOutcome::New:
      ++report_.articles_new;
      break;
    case write::PutOutcome::Changed:
      ++report_.articles_changed;
      break;
    case write::PutOutcome::Unchanged:
      ++report_.articles_unchanged;
      break;
  }
  return Ok{};
}

// Stores what the index says of the article, if that is about to change.
Status PageRound::keep_version(const index::Article& article) {
  TRY(const auto old, write::find_article(parts_.reader, article.url));
  if (!old || old->summary_only || same_text(*old, article)) return Ok{};
  return parts_.memory.pages.add_version(article.url,
                                         {parts_.clock.now(), index::encode_record(*old)});
}

Status PageRound::checkpoint() {
  if (parts_.archive != nullptr) {
    TRY(parts_.archive->sync());
  }
  TRY(parts_.writer.commit());
  TRY(parts_.reader.reopen());
  TRY(parts_.memory.transaction([&]() -> Status {
    for (const PageRow& page : outcomes_) {
      TRY(parts_.memory.pages.save(page));
    }
    return Ok{};
  }));
  for (const PageRow& page : outcomes_) busy_.erase(page.id);
  outcomes_.clear();
  return Ok{};
}

}  // namespace kiosque::crawl
