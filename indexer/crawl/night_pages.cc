// The part of Night that deals with the answers to requests for pages.
#include <fmt/format.h>
#include <xxhash.h>

#include "common/base/url.h"
#include "common/index/record.h"
#include "indexer/crawl/night.h"
#include "indexer/extract/extract.h"
#include "indexer/fetch/caching.h"
#include "indexer/write/stored_article.h"

namespace kiosque::crawl {
namespace {

bool says_nothing(const index::Article& article) {
  return article.body.empty() && article.standfirst.empty();
}

bool is_page_type(std::string_view content_type) {
  return content_type.empty() || content_type.find("html") != std::string_view::npos ||
         content_type.find("xml") != std::string_view::npos ||
         content_type.find("text/plain") != std::string_view::npos;
}

std::uint64_t hash_of(std::string_view body) { return XXH3_64bits(body.data(), body.size()); }

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

Status Night::take_page(PageRow page, fetch::Fetched fetched) {
  const Moment now = parts_.clock.now();
  if (!fetched.result) {
    const fetch::Failure& error = fetched.result.error();
    if (error.cause == fetch::Cause::Stopped || error.cause == fetch::Cause::Held) {
      pages_busy_.erase(page.id);
      if (error.cause == fetch::Cause::Stopped) return Ok{};
      ++report_.pages_later;
      page.next_check = fetched.held_until.value_or(now);
      wait_at_least_until(page.next_check);
      return parts_.memory.pages.save(page);
    }
    const bool forbidden = error.cause == fetch::Cause::Robots;
    fail_page(std::move(page), std::string(fetch::name_of(error.cause)),
              forbidden ? PageFailure::Final : PageFailure::Trouble, std::nullopt);
    return Ok{};
  }
  fetch::HttpResponse& response = *fetched.result;
  report_.bytes += response.body.size();
  if (response.status == 304) return page_unchanged(std::move(page));
  if (response.status != 200) {
    fail_page(std::move(page), fmt::format("http-{}", response.status), failure_of(response.status),
              fetch::retry_after(response, now));
    return Ok{};
  }
  if (!is_page_type(response.header("content-type"))) {
    fail_page(std::move(page), "no-page", PageFailure::Final, std::nullopt);
    return Ok{};
  }
  return page_arrived(std::move(page), std::move(response));
}

Status Night::page_unchanged(PageRow page) {
  ++report_.pages_unchanged;
  page.status = PageStatus::Kept;
  page.fetched = parts_.clock.now();
  page.attempts = 0;
  page.last_error.clear();
  pages_busy_.erase(page.id);
  return parts_.memory.pages.save(page);
}

Status Night::page_arrived(PageRow page, fetch::HttpResponse response) {
  const Moment now = parts_.clock.now();
  ++report_.pages_fetched;
  page.fetched = now;
  page.etag = response.header("etag");
  page.last_modified = response.header("last-modified");
  if (hash_of(response.body) == page.body_hash) return page_unchanged(std::move(page));
  page.last_error.clear();
  if (parts_.archive != nullptr) {
    auto place = parts_.archive->add(to_archive(response), now, identity_of(page, response.url));
    if (!place) return place.error();
    page.status = PageStatus::Fetched;
    page.archive_file = place->file;
    page.archive_offset = static_cast<std::int64_t>(place->offset);
    if (Status saved = parts_.memory.pages.save(page); !saved) return saved;
  }
  std::string content_type(response.header("content-type"));
  arrivals_.push_back({std::move(page), std::move(response.url), std::move(content_type),
                       std::move(response.body)});
  return Ok{};
}

// The outcome is recorded at the checkpoint: by then the entry is in the index instead.
void Night::fail_page(PageRow page, const std::string& cause, PageFailure failure,
                      std::optional<Moment> retry_after) {
  ++report_.failures[cause];
  ++report_.failing_pages[page.host][cause];
  ++report_.pages_failed;
  if (observer_.failed) observer_.failed(page.address, cause);
  const bool first = page.attempts++ == 0;
  page.last_error = cause;
  const auto again = next_page_try(parts_.clock.now(), page.attempts, failure, retry_after);
  page.status = again ? PageStatus::New : PageStatus::Failed;
  page.next_check = again.value_or(Moment{});
  if (first) summaries_.push_back(page);
  outcomes_.push_back(std::move(page));
}

Status Night::index(Arrival arrival) {
  PageRow& page = arrival.page;
  index::Article article =
      extract::from_html(arrival.body, {arrival.url, arrival.content_type, parts_.clock.now()});
  article.url = identity_of(page, arrival.url);
  const bool has_text = !says_nothing(article);
  if (const auto entry = index::decode_record(page.entry))
    article = write::merge_entry(std::move(article), *entry);
  page.status = PageStatus::Kept;
  page.attempts = 0;
  if (says_nothing(article)) {
    page.status = PageStatus::Failed;
    page.last_error = "no-article";
    ++report_.failures["no-article"];
    ++report_.failing_pages[page.host]["no-article"];
    ++report_.pages_failed;
  } else {
    page.body_hash = hash_of(arrival.body);
    if (has_text) page.entry = without_text(page.entry);
    if (Status done = put(article); !done) return done;
  }
  outcomes_.push_back(std::move(page));
  return Ok{};
}

Status Night::index_entry_of(const PageRow& page) {
  auto entry = index::decode_record(page.entry);
  if (!entry || says_nothing(*entry)) return Ok{};
  return put(*entry);
}

Status Night::put(const index::Article& article) {
  const auto tombstone = parts_.memory.pages.find(article.url);
  if (!tombstone) return tombstone.error();
  const bool buried = *tombstone && ((*tombstone)->status == PageStatus::Forgotten ||
                                     (*tombstone)->status == PageStatus::Expired);
  if (buried) return Ok{};
  if (Status kept = keep_version(article); !kept) return kept;
  const auto outcome = parts_.writer.put(article);
  if (!outcome) return outcome.error();
  switch (*outcome) {
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
Status Night::keep_version(const index::Article& article) {
  const auto old = write::find_article(parts_.reader, article.url);
  if (!old) return old.error();
  if (!*old || (*old)->summary_only || same_text(**old, article)) return Ok{};
  return parts_.memory.pages.add_version(article.url,
                                         {parts_.clock.now(), index::encode_record(**old)});
}

// Feeds often link through a counter: then the page that answered names the article. Not so for a
// redirect to the front page, where a site sends what it no longer has.
std::string Night::identity_of(const PageRow& page, const std::string& answered) {
  if (answered == page.address) return page.url;
  const auto url = Url::parse(answered);
  if (!url || url->target() == "/") return page.url;
  return url->canonical().value_or(page.url);
}

}  // namespace kiosque::crawl
