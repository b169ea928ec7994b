#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/url.h"
#include "indexer/extract/facts/facts.h"
#include "indexer/extract/text/prose_date.h"
#include "indexer/extract/text/words.h"

namespace kiosque::extract::facts {
namespace {

/// Metas that give the day of publication, best first.
constexpr std::string_view kPublishedMetas[] = {"article:published_time",
                                                "og:published_time",
                                                "og:article:published_time",
                                                "datepublished",
                                                "article:published",
                                                "article:publicationdate",
                                                "publish-date",
                                                "publish_date",
                                                "published_time",
                                                "publication_date",
                                                "publicationdate",
                                                "pubdate",
                                                "sailthru.date",
                                                "parsely-pub-date",
                                                "cxenseparse:recs:publishtime",
                                                "rnews:datepublished",
                                                "dcterms.created",
                                                "dcterms.issued",
                                                "dc.date.issued",
                                                "dc.date.created",
                                                "dc.date",
                                                "dcterms.date",
                                                "citation_publication_date",
                                                "citation_date",
                                                "originalpublicationdate",
                                                "article_date_original",
                                                "date",
                                                "dc:date",
                                                "created",
                                                "datecreated"};

constexpr std::string_view kUpdatedMetas[] = {
    "article:modified_time", "og:updated_time",  "datemodified", "last-modified", "lastmod",
    "dcterms.modified",      "article:modified", "revised"};

/// How words begin that stand by a day of publication; those with a space behind are whole.
constexpr std::string_view kPublishedWords[] = {
    " publi",        " posté",      " mis en ligne", " posted",     " veröffentlicht",
    " erstellt",     " erschienen", " publicado",    " pubblicato", " geplaatst",
    " opublikowano", " datum ",     " date ",        " written",    " stand ",
    " parution",     " paru ",      " created",      " geschrieben"};

/// What holds more elements and texts is no date.
constexpr html::NodeId kMaxDateNodes = 12;

constexpr std::chrono::year kFirstYear{1990};

/// What is published in zones ahead of ours may lie in the future.
constexpr std::chrono::hours kAhead{24};

/// Likewise for a day of change.
constexpr std::string_view kUpdatedWords[] = {
    " mis à jour", " mise à jour", " modifi",      " actualis",    " updated",    " aktualisiert",
    " änderung",   " geändert",    " last edited", " bearbeitet",  " atualizado", " actualizado",
    " aggiornat",  " bijgewerkt",  " revised",     " last change", " update "};

/// Metas and elements give the same moment if they differ by no more.
constexpr std::chrono::seconds kSameMoment{60};

template <std::size_t N>
bool says_any(std::string_view text, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

/// Finds the dates of one page.
class DateFinder {
 public:
  DateFinder(const text::PageText& page, const Signals& signals, const DateBounds& bounds)
      : page_(page),
        dom_(page.dom()),
        signals_(signals),
        bounds_(bounds),
        last_(text::last_year(bounds.fetched)) {}

  [[nodiscard]] ArticleDates find();

 private:
  using Found = std::optional<date::Timestamp>;
  /// Where times are looked for.
  enum class Reach { Article, WholePage };

  [[nodiscard]] bool believes(const Found& time) const;
  [[nodiscard]] Found read(std::string_view text) const;
  template <std::size_t N>
  [[nodiscard]] Found from_metas(const std::string_view (&names)[N]) const;
  [[nodiscard]] Found from_time(html::NodeId node) const;
  [[nodiscard]] Found from_times(Reach reach) const;
  [[nodiscard]] Found from_title() const;
  [[nodiscard]] Found from_url() const;
  void read_classes();
  void read_prose();
  [[nodiscard]] bool in_other_article(html::NodeId node) const;
  [[nodiscard]] bool may_hold_date(std::size_t i) const;
  void take_zone(date::Timestamp& published) const;

  const text::PageText& page_;
  const html::Dom& dom_;
  const Signals& signals_;
  const DateBounds& bounds_;
  std::chrono::year last_;  ///< that is believed
  Found marked_;            ///< in an element whose class says it is a date
  Found changed_;           ///< in one whose class or text says it is that of a change
  Found announced_;         ///< in a line that says it is that of the publication
  Found alone_;             ///< a line of its own, or before the first words
  Found any_;               ///< in some short line
};
bool DateFinder::believes(const Found& time) const {
  if (!time) return false;
  if (bounds_.fetched && time->utc > *bounds_.fetched + kAhead) return false;
  const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(time->utc));
  return date.year() >= kFirstYear;
}

DateFinder::Found DateFinder::read(std::string_view text) const {
  if (text.empty()) return std::nullopt;
  auto time = date::parse_timestamp(text);
  if (!believes(time)) time = text::date_in_prose(text, last_);
  return believes(time) ? time : std::nullopt;
}

template <std::size_t N>
DateFinder::Found DateFinder::from_metas(const std::string_view (&names)[N]) const {
  for (const std::string_view name : names) {
    if (auto time = read(signals_.meta(name))) return time;
  }
  return std::nullopt;
}

bool DateFinder::in_other_article(html::NodeId node) const {
  const text::Zone zone = page_.zone_of(node);
  return zone == text::Zone::Related || zone == text::Zone::Comments || zone == text::Zone::Aside ||
         zone == text::Zone::Navigation || zone == text::Zone::Footer;
}

DateFinder::Found DateFinder::from_time(html::NodeId node) const {
  for (const html::Attr attribute :
       {html::Attr::Datetime, html::Attr::Content, html::Attr::Title}) {
    if (auto time = read(dom_.attribute(node, attribute))) return time;
  }
  return dom_.node(node).end - node > kMaxDateNodes ? std::nullopt
                                                    : read(html::text_of(dom_, node));
}

DateFinder::Found DateFinder::from_times(Reach reach) const {
  for (const html::NodeId node : signals_.times) {
    const std::string_view property = dom_.attribute(node, html::Attr::Itemprop);
    if (reach == Reach::Article && in_other_article(node)) continue;
    if (reach == Reach::WholePage && property != "datePublished") continue;
    const std::string low = text::lower(dom_.attribute(node, html::Attr::Class));
    if (low.find("updated") != std::string::npos && low.find("publ") == std::string::npos) continue;
    if (property == "dateModified") continue;
    if (auto time = from_time(node)) return time;
  }
  return std::nullopt;
}

/// A part of the title that is a day and nothing else: "Le budget est voté | Le Fanal | 3.6.2024".
DateFinder::Found DateFinder::from_title() const {
  for (const std::string_view title :
       {std::string_view(signals_.title_element), signals_.meta("og:title")}) {
    for (std::size_t start = 0; start < title.size();) {
      const std::size_t end = std::min({title.find(" | ", start), title.find(" - ", start),
                                        title.find(" – ", start), title.size()});
      const std::string_view part = title.substr(start, end - start);
      if (part.size() < title.size() && part.size() < 24 && text::words_of(part).size() <= 4) {
        const Found day = text::date_in_prose(part, last_);
        if (believes(day)) return day;
      }
      start = std::min(title.find_first_not_of(" |-–", end), title.size());
    }
  }
  return std::nullopt;
}

/// A day in an address: /2019/11/19/ or /2019-11-19- .
DateFinder::Found DateFinder::from_url() const {
  const auto url = Url::parse(bounds_.url);
  if (!url) return std::nullopt;
  const Found day = text::date_in_path(url->target(), last_);
  return believes(day) ? day : std::nullopt;
}

/// The days within elements whose class says that they are: <span class="post-date">.
void DateFinder::read_classes() {
  constexpr std::size_t kMaxBytes = 60;
  constexpr std::string_view kWords[] = {"date",   "datum", "fecha", "publish",
                                         "posted", "updat", "modif"};
  constexpr std::string_view kChanges[] = {"updat", "modif"};
  for (html::NodeId i = 1; i < dom_.size() && !marked_; ++i) {
    if (dom_.tag(i) == html::Tag::Text || dom_.node(i).end - i > kMaxDateNodes) continue;
    const std::string low = text::lower(dom_.attribute(i, html::Attr::Class));
    if (low.empty() || !says_any(low, kWords) || low.find("event") != std::string::npos) continue;
    if (in_other_article(i)) continue;
    const bool change = says_any(low, kChanges);
    Found& found = change ? changed_ : marked_;
    if (found) continue;
    const std::string text = html::text_of(dom_, i);
    if (text.size() <= kMaxBytes) found = read(text);
    if (change && !found) found = read(dom_.attribute(i, html::Attr::Title));
  }
}

bool DateFinder::may_hold_date(std::size_t i) const {
  const text::Zone zone = page_.zone(i);
  return zone != text::Zone::Related && zone != text::Zone::Comments &&
         zone != text::Zone::Navigation;
}

/// The days that lines of text give.
void DateFinder::read_prose() {
  constexpr std::size_t kMaxBytes = 250;
  constexpr std::size_t kShort = 120;
  for (std::size_t i = 0; i < page_.segments().list.size() && !announced_; ++i) {
    const std::string_view text = page_.text(i);
    if (!may_hold_date(i) || text.find_first_of("0123456789") == std::string_view::npos) continue;
    if (text.size() >= kMaxBytes) {
      const Found day =
          page_.zone(i) == text::Zone::Content ? text::dateline(text, last_) : std::nullopt;
      if (!alone_ && believes(day)) alone_ = day;
      continue;
    }
    const Found day = text::date_in_prose(text, last_);
    if (!believes(day)) continue;
    const std::string low = ' ' + text::loosen(text) + ' ';
    const bool footer = page_.zone(i) == text::Zone::Footer;
    if (says_any(low, kPublishedWords) && !footer) {
      announced_ = text::with_hour(*day, text);
    } else if (says_any(low, kUpdatedWords)) {
      if (!changed_) changed_ = text::with_hour(*day, text);
    } else if (!footer && text.size() < kShort) {
      if (!any_) any_ = text::with_hour(*day, text);
    }
  }
}

/// The zone in which a page shows the moment that it gives in UTC elsewhere: readers and editors
/// mean that day. Nothing if no element or line shows the same minute.
void DateFinder::take_zone(date::Timestamp& published) const {
  if (published.date_only || published.offset != std::chrono::minutes(0)) return;
  for (const html::NodeId node : signals_.times) {
    const auto shown = date::parse_timestamp(dom_.attribute(node, html::Attr::Datetime));
    if (!shown || shown->date_only || !shown->offset || shown->offset == published.offset) continue;
    if (std::chrono::abs(shown->utc - published.utc) > kSameMoment) continue;
    published.offset = shown->offset;
    return;
  }
  constexpr std::size_t kMaxBytes = 120;
  constexpr std::chrono::hours kHalfDay{12};  // rather an hour without its "pm"
  constexpr std::chrono::hours kMostEast{14};
  for (std::size_t i = 0; i < page_.segments().list.size(); ++i) {
    const std::string_view text = page_.text(i);
    if (text.size() > kMaxBytes || text.find_first_of("0123456789") == std::string_view::npos) {
      continue;
    }
    if (!may_hold_date(i)) continue;
    const auto shown = date::parse_timestamp(text);
    if (!shown || shown->date_only || shown->offset) continue;
    const auto east = std::chrono::floor<std::chrono::minutes>(shown->utc) -
                      std::chrono::floor<std::chrono::minutes>(published.utc);
    if (east.count() % 30 != 0 || east <= -kHalfDay || east == kHalfDay || east > kMostEast)
      continue;
    if (east.count() != 0) published.offset = east;
    return;
  }
}

ArticleDates DateFinder::find() {
  ArticleDates dates;
  dates.updated = read(signals_.linked.modified);
  if (!dates.updated) dates.updated = from_metas(kUpdatedMetas);
  dates.published = read(signals_.linked.published);
  if (!dates.published) dates.published = from_metas(kPublishedMetas);
  if (dates.published) take_zone(*dates.published);
  if (!dates.published) dates.published = from_times(Reach::Article);
  if (!dates.published) dates.published = from_url();
  if (!dates.published) dates.published = from_times(Reach::WholePage);
  if (!dates.published) dates.published = from_title();
  if (dates.published) return dates;
  read_classes();
  read_prose();
  if (!dates.updated) dates.updated = changed_;
  for (const Found& found : {marked_, announced_, alone_, changed_, any_, dates.updated}) {
    if (!dates.published) dates.published = found;
  }
  return dates;
}

}  // namespace

ArticleDates find_dates(const text::PageText& page, const Signals& signals,
                        const DateBounds& bounds) {
  return DateFinder(page, signals, bounds).find();
}

}  // namespace kiosque::extract::facts
