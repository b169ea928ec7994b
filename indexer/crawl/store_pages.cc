// The part of the Store that knows pages and their earlier versions.
#include "indexer/crawl/store_impl.h"

namespace kiosque::crawl {
namespace {

constexpr const char* kPageColumns =
    "id, url, address, host, feed, reach, status, attempts, next_check, etag, last_modified, "
    "entry_hash, entry, first_seen, fetched, last_error, archive_file, archive_offset, "
    "body_hash";

PageRow read_page(Statement& row) {
  PageRow page;
  page.id = row.number();
  page.url = row.text();
  page.address = row.text();
  page.host = row.text();
  page.feed = row.text();
  page.reach = static_cast<fetch::Reach>(row.number());
  page.status = static_cast<PageStatus>(row.number());
  page.attempts = static_cast<int>(row.number());
  page.next_check = to_moment(row.number());
  page.etag = row.text();
  page.last_modified = row.text();
  page.entry_hash = static_cast<std::uint64_t>(row.number());
  page.entry = row.text();
  page.first_seen = to_moment(row.number());
  page.fetched = to_moment(row.number());
  page.last_error = row.text();
  page.archive_file = row.text();
  page.archive_offset = row.number();
  page.body_hash = static_cast<std::uint64_t>(row.number());
  return page;
}

/// Binds all columns but the id, in the order of `kPageColumns`.
void bind_page(Statement& statement, const PageRow& page) {
  statement.bind(page.url).bind(page.address).bind(page.host).bind(page.feed);
  statement.bind(static_cast<std::int64_t>(page.reach));
  statement.bind(static_cast<std::int64_t>(page.status)).bind(std::int64_t{page.attempts});
  statement.bind(to_number(page.next_check)).bind(page.etag).bind(page.last_modified);
  statement.bind(static_cast<std::int64_t>(page.entry_hash)).bind_blob(page.entry);
  statement.bind(to_number(page.first_seen)).bind(to_number(page.fetched)).bind(page.last_error);
  statement.bind(page.archive_file).bind(page.archive_offset);
  statement.bind(static_cast<std::int64_t>(page.body_hash));
}

std::vector<PageRow> read_pages(Statement& rows) {
  std::vector<PageRow> pages;
  while (rows.step()) pages.push_back(read_page(rows));
  return pages;
}

std::string select_pages(const std::string& rest) {
  return std::string("SELECT ") + kPageColumns + " FROM pages " + rest;
}

std::optional<PageRow> find_page(SqliteDatabase& database, const std::string& url) {
  Statement row = database.prepare(select_pages("WHERE url = ?"));
  if (!row.bind(url).step()) return std::nullopt;
  return read_page(row);
}

void insert_page(SqliteDatabase& database, const PageRow& page) {
  Statement insert = database.prepare(std::string("INSERT INTO pages (") + kPageColumns +
                                      ") VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  bind_page(insert, page);
  insert.run();
}

void update_page(SqliteDatabase& database, const PageRow& page) {
  Statement update = database.prepare(
      "UPDATE pages SET url=?, address=?, host=?, feed=?, reach=?, status=?, attempts=?, "
      "next_check=?, etag=?, last_modified=?, entry_hash=?, entry=?, first_seen=?, fetched=?, "
      "last_error=?, archive_file=?, archive_offset=?, body_hash=? WHERE id=?");
  bind_page(update, page);
  update.bind(page.id).run();
}

}  // namespace

Result<Offer> Store::offer_page(const PageRow& offered) {
  return impl_->guard([&] {
    std::optional<PageRow> known = find_page(impl_->database, offered.url);
    if (!known) {
      insert_page(impl_->database, offered);
      return Offer::New;
    }
    if (known->status == PageStatus::Forgotten || known->status == PageStatus::Expired) {
      return Offer::Unwanted;
    }
    // Two feeds may tell of one page in different words: only the first one's changes count.
    if (known->entry_hash == offered.entry_hash || known->feed != offered.feed) return Offer::Known;
    known->entry_hash = offered.entry_hash;
    known->entry = offered.entry;
    if (known->status == PageStatus::Kept || known->status == PageStatus::Failed) {
      known->status = PageStatus::New;
      known->attempts = 0;
      known->next_check = offered.next_check;
    }
    update_page(impl_->database, *known);
    return Offer::Changed;
  });
}

Result<std::optional<PageRow>> Store::page(const std::string& url) {
  return impl_->guard([&] { return find_page(impl_->database, url); });
}

Result<std::vector<PageRow>> Store::due_pages(Moment now, int per_host) {
  return impl_->guard([&] {
    std::vector<std::string> hosts;
    Statement due = impl_->database.prepare(
        "SELECT DISTINCT host FROM pages WHERE status = 0 AND next_check <= ?");
    due.bind(to_number(now));
    while (due.step()) hosts.push_back(due.text());
    std::vector<PageRow> pages;
    Statement rows =
        impl_->database.prepare(select_pages("WHERE status = 0 AND host = ? AND next_check <= ? "
                                             "ORDER BY next_check, id LIMIT ?"));
    for (const std::string& host : hosts) {
      rows.bind(host).bind(to_number(now)).bind(std::int64_t{per_host});
      while (rows.step()) pages.push_back(read_page(rows));
      rows.reset();
    }
    return pages;
  });
}

Result<std::vector<PageRow>> Store::pages_in(PageStatus status) {
  return impl_->guard([&] {
    Statement rows = impl_->database.prepare(select_pages("WHERE status = ? ORDER BY id"));
    rows.bind(static_cast<std::int64_t>(status));
    return read_pages(rows);
  });
}

Status Store::save_page(const PageRow& page) {
  return impl_->guard([&] { update_page(impl_->database, page); });
}

Status Store::revisit_since(Moment since, Moment now) {
  return impl_->guard([&] {
    Statement update = impl_->database.prepare(
        "UPDATE pages SET status = 0, attempts = 0, next_check = ? "
        "WHERE status = 2 AND first_seen >= ?");
    update.bind(to_number(now)).bind(to_number(since)).run();
  });
}

Status Store::bury(const std::string& url, PageStatus status) {
  return impl_->guard([&] {
    PageRow tombstone = find_page(impl_->database, url).value_or(PageRow{});
    const bool known = tombstone.id != 0;
    tombstone.url = url;
    tombstone.status = status;
    tombstone.entry.clear();
    tombstone.archive_file.clear();
    if (known) {
      update_page(impl_->database, tombstone);
    } else {
      insert_page(impl_->database, tombstone);
    }
    impl_->database.prepare("DELETE FROM versions WHERE url = ?").bind(url).run();
  });
}

Result<std::map<PageStatus, std::int64_t>> Store::page_counts() {
  return impl_->guard([&] {
    std::map<PageStatus, std::int64_t> counts;
    Statement rows = impl_->database.prepare("SELECT status, COUNT(*) FROM pages GROUP BY status");
    while (rows.step()) {
      const auto status = static_cast<PageStatus>(rows.number());
      counts[status] = rows.number();
    }
    return counts;
  });
}

Status Store::add_version(const std::string& url, const Version& version) {
  return impl_->guard([&] {
    Statement insert = impl_->database.prepare("INSERT OR IGNORE INTO versions VALUES (?, ?, ?)");
    insert.bind(url).bind(to_number(version.replaced)).bind_blob(version.record).run();
  });
}

Result<std::vector<Version>> Store::versions(const std::string& url) {
  return impl_->guard([&] {
    std::vector<Version> versions;
    Statement rows = impl_->database.prepare(
        "SELECT replaced, record FROM versions WHERE url = ? ORDER BY replaced, rowid");
    rows.bind(url);
    while (rows.step()) {
      Version version;
      version.replaced = to_moment(rows.number());
      version.record = rows.text();
      versions.push_back(std::move(version));
    }
    return versions;
  });
}

}  // namespace kiosque::crawl
