#include "indexer/write/merge_articles.h"

namespace kiosque::write {
namespace {

template <class T>
void fill(T& value, const T& other) {
  if (value == T{}) value = other;
}

}  // namespace

index::Article merge_entry(index::Article page, const index::Article& entry) {
  fill(page.title, entry.title);
  fill(page.standfirst, entry.standfirst);
  if (page.body.empty()) {
    // A page that shows nothing (all script, or behind a wall) still stands for its entry.
    page.body = entry.body;
    page.summary_only = entry.summary_only;
  }
  fill(page.authors, entry.authors);
  fill(page.tags, entry.tags);
  fill(page.section, entry.section);
  fill(page.language, entry.language);
  fill(page.source, entry.source);
  fill(page.published, entry.published);
  fill(page.updated, entry.updated);
  return page;
}

}  // namespace kiosque::write
