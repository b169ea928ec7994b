#include "searcher/render/page/atom.h"

#include <fmt/format.h>

#include "common/base/escape.h"

namespace kiosque::render::page {

std::string render_atom(const std::string& name, std::span<const AtomEntry> entries,
                        std::chrono::sys_seconds updated) {
  std::string feed = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr\">\n"
      "  <title>{}</title>\n"
      "  <id>tag:localhost,2026:kiosque/alert/{}</id>\n"
      "  <updated>{}</updated>\n"
      "  <generator>Kiosque</generator>\n",
      escape_html(name), escape_url(name), date::format_iso8601({updated}));
  for (const AtomEntry& entry : entries) {
    feed += fmt::format(
        "  <entry>\n"
        "    <title>{0}</title>\n"
        "    <id>{1}</id>\n"
        "    <link rel=\"alternate\" href=\"{1}\"/>\n"
        "    <updated>{2}</updated>\n",
        escape_html(entry.title), escape_html(entry.url), date::format_iso8601({entry.found}));
    if (entry.published && !entry.published->date_only) {
      feed +=
          fmt::format("    <published>{}</published>\n", date::format_iso8601(*entry.published));
    }
    feed += fmt::format(
        "    <author><name>{}</name></author>\n"
        "    <summary>{}</summary>\n"
        "  </entry>\n",
        escape_html(entry.source), escape_html(entry.summary));
  }
  return feed + "</feed>\n";
}

}  // namespace kiosque::render::page
