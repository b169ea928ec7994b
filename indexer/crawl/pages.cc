#include "indexer/crawl/pages.h"

#include "indexer/crawl/sqlite.h"

namespace kiosque::crawl {
namespace {

/// All but the id.
constexpr const char* kPageColumns =
    "url, address, host, feed, reach, status, attempts, next_check, etag, last_modified, "
    "entry_hash, entry, first_seen, fetched, last_error, archive_file, archive_offset, "
    "body_hash";

PageRow read_page(Statement& row) {
  PageRow page;
  page.id = row.number();
  page.url = row.text();
  page.address = row.text();
  page.host = row.text();
  page.feed = row.text();
  page.reach = row.number<fetch::Reach>();
  page.status = row.number<PageStatus>();
  page.attempts = row.number<int>();
  page.next_check = row.moment();
  page.etag = row.text();
  page.last_modified = row.text();
  page.entry_hash = row.number<std::uint64_t>();
  page.entry = row.text();
  page.first_seen = row.moment();
  page.fetched = row.moment();
  page.last_error = row.text();
  page.archive_file = row.text();
  page.archive_offset = row.number();
  page.body_hash = row.number<std::uint64_t>();
  return page;
}

/// Binds what `kPageColumns` names.
void bind_page(Statement& statement, const PageRow& page) {
  statement.bind(page.url).bind(page.address).bind(page.host).bind(page.feed);
  statement.bind(page.reach).bind(page.status).bind(page.attempts);
  statement.bind(page.next_check).bind(page.etag).bind(page.last_modified);
  statement.bind(page.entry_hash).bind_blob(page.entry);
  statement.bind(page.first_seen).bind(page.fetched).bind(page.last_error);
  statement.bind(page.archive_file).bind(page.archive_offset).bind(page.body_hash);
}

std::vector<PageRow> read_pages(Statement& rows) {
  std::vector<PageRow> pages;
  while (rows.step()) pages.push_back(read_page(rows));
  return pages;
}

std::string select_pages(const std::string& rest) {
  return std::string("SELECT id, ") + kPageColumns + " FROM pages " + rest;
}

std::optional<PageRow> find_page(Database& database, const std::string& url) {
  Statement row = database.prepare(select_pages("WHERE url = ?"));
  if (!row.bind(url).step()) return std::nullopt;
  return read_page(row);
}

void insert_page(Database& database, const PageRow& page) {
  Statement insert = database.prepare(std::string("INSERT INTO pages (") + kPageColumns +
                                      ") VALUES " + marks_for(kPageColumns));
  bind_page(insert, page);
  insert.run();
}

void update_page(Database& database, const PageRow& page) {
  Statement update = database.prepare(std::string("UPDATE pages SET (") + kPageColumns +
                                      ") = " + marks_for(kPageColumns) + " WHERE id = ?");
  bind_page(update, page);
  update.bind(page.id).run();
}

}  // namespace

Result<Offer> Pages::offer(const PageRow& offered) {
  return database_->guard([&] {
    std::optional<PageRow> known = find_page(*database_, offered.url);
    if (!known) {
      insert_page(*database_, offered);
      return Offer::New;
    }
    if (is_tombstone(known->status)) return Offer::Unwanted;
    // Two feeds may tell of one page in different words: only the first one's changes count.
    if (known->entry_hash == offered.entry_hash || known->feed != offered.feed) return Offer::Known;
    known->entry_hash = offered.entry_hash;
    known->entry = offered.entry;
    if (known->status == PageStatus::Kept || known->status == PageStatus::Failed) {
      known->status = PageStatus::New;
      known->attempts = 0;
      known->next_check = offered.next_check;
    }
    update_page(*database_, *known);
    return Offer::Changed;
  });
}

Result<std::optional<PageRow>> Pages::find(const std::string& url) {
  return database_->guard([&] { return find_page(*database_, url); });
}

Result<std::vector<PageRow>> Pages::due(Moment now, int per_host) {
  return database_->guard([&] {
    std::vector<std::string> hosts;
    Statement due =
        database_->prepare("SELECT DISTINCT host FROM pages WHERE status = 0 AND next_check <= ?");
    due.bind(now);
    while (due.step()) hosts.push_back(due.text());
    std::vector<PageRow> pages;
    Statement rows =
        database_->prepare(select_pages("WHERE status = 0 AND host = ? AND next_check <= ? "
                                        "ORDER BY next_check, id LIMIT ?"));
    for (const std::string& host : hosts) {
      rows.bind(host).bind(now).bind(per_host);
      while (rows.step()) pages.push_back(read_page(rows));
      rows.reset();
    }
    return pages;
  });
}

Result<std::vector<PageRow>> Pages::in(PageStatus status) {
  return database_->guard([&] {
    Statement rows = database_->prepare(select_pages("WHERE status = ? ORDER BY id"));
    rows.bind(status);
    return read_pages(rows);
  });
}

Status Pages::save(const PageRow& page) {
  return database_->guard([&] { update_page(*database_, page); });
}

Status Pages::revisit_since(Moment since, Moment now) {
  return database_->guard([&] {
    Statement update = database_->prepare(
        "UPDATE pages SET status = 0, attempts = 0, next_check = ? "
        "WHERE status = 2 AND first_seen >= ?");
    update.bind(now).bind(since).run();
  });
}

Status Pages::put_tombstone(const std::string& url, PageStatus status) {
  return database_->guard([&] {
    PageRow tombstone = find_page(*database_, url).value_or(PageRow{});
    tombstone.url = url;
    tombstone.status = status;
    tombstone.entry.clear();
    tombstone.archive_file.clear();
    const bool known = tombstone.id != 0;
    known ? update_page(*database_, tombstone) : insert_page(*database_, tombstone);
    database_->prepare("DELETE FROM versions WHERE url = ?").bind(url).run();
  });
}

Result<std::map<PageStatus, std::int64_t>> Pages::counts() {
  return database_->guard([&] {
    std::map<PageStatus, std::int64_t> counts;
    Statement rows = database_->prepare("SELECT status, COUNT(*) FROM pages GROUP BY status");
    while (rows.step()) {
      const auto status = rows.number<PageStatus>();
      counts[status] = rows.number();
    }
    return counts;
  });
}

Status Pages::add_version(const std::string& url, const Version& version) {
  return database_->guard([&] {
    Statement insert = database_->prepare("INSERT OR IGNORE INTO versions VALUES (?, ?, ?)");
    insert.bind(url).bind(version.replaced).bind_blob(version.record).run();
  });
}

Result<std::vector<Version>> Pages::versions(const std::string& url) {
  return database_->guard([&] {
    std::vector<Version> versions;
    Statement rows = database_->prepare(
        "SELECT replaced, record FROM versions WHERE url = ? ORDER BY replaced, rowid");
    rows.bind(url);
    while (rows.step()) {
      Version version;
      version.replaced = rows.moment();
      version.record = rows.text();
      versions.push_back(std::move(version));
    }
    return versions;
  });
}

}  // namespace kiosque::crawl
