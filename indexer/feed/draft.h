#pragma once

#include <optional>
#include <pugixml.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/date/date.h"
#include "indexer/feed/construct.h"
#include "indexer/feed/feed.h"
#include "indexer/feed/namespaces.h"
#include "indexer/feed/xml_tree.h"

namespace kiosque::feed {

/// One of several values offered for a field: that of the highest rank.
template <class T>
class Choice {
 public:
  /// Takes `value` if its rank is higher than what is held.
  void offer(int rank, T value) {
    if (rank > rank_) take(rank, std::move(value));
  }
  /// The same, but the last of one rank wins: feeds repeat a date when it changes.
  void offer_last(int rank, T value) {
    if (rank >= rank_) take(rank, std::move(value));
  }
  [[nodiscard]] bool empty() const { return rank_ < 0; }
  [[nodiscard]] int rank() const { return rank_; }
  [[nodiscard]] const T& value() const { return value_; }

 private:
  void take(int rank, T value) {
    rank_ = rank;
    value_ = std::move(value);
  }
  int rank_ = -1;
  T value_{};
};

/// How much a value counts: the words of the format itself before those of others.
enum Rank : int {
  kGuess = 0,      ///< something else that may serve
  kModule = 10,    ///< Dublin Core, Media RSS, iTunes …
  kForeign = 20,   ///< an Atom element in RSS, or the reverse
  kOwn = 30,       ///< the format's own element
  kPreferred = 40  ///< its best form
};

/// What the elements of a feed or an entry say, before it is known which wins.
struct Draft {
  Choice<std::string> title, id, link, original_link, summary, content, image, self, hub;
  Choice<std::string> text_language;  ///< xml:lang in force on content, summary or title
  Choice<std::string> language;
  Choice<date::Timestamp> published, updated, created;
  struct Person {
    int rank;
    std::string name;
    bool is_address;  ///< an e-mail address: no name was given
  };
  std::vector<Person> people;
  std::vector<std::string> categories;
  std::vector<std::string> images;
  std::vector<Enclosure> enclosures;
  Choice<std::string> source_title, source_url;
  std::optional<int> ttl_minutes;
  std::string update_period;
  int updates_per_period = 1;
  std::vector<int> skip_hours, skip_days;

  void add_title(int rank, const Construct& construct, const Scope& scope);
  void add_summary(int rank, const Construct& construct, const Scope& scope);
  void add_content(int rank, const Construct& construct, const Scope& scope);
  void add_date(Choice<date::Timestamp>& field, int rank, std::string_view text);
  /// `text` may be a name, an address, "Name <a@b.c>" or "a@b.c (Name)".
  void add_person(int rank, std::string_view text);
  void add_category(std::string_view text);
  void add_categories(std::string_view comma_separated);
  void add_image(std::string url);
  void add_enclosure(const std::string& base, std::string_view target, std::string type);

  /// The people's names, best first, without repetitions.
  [[nodiscard]] std::vector<std::string> authors() const;
};

/// The entry a draft makes; what it leaves open comes from the feed.
[[nodiscard]] Entry make_entry(const Draft& draft, const std::string& feed_language);

/// Fills the feed's own fields from a draft.
void fill_feed(Feed& feed, const Draft& draft);

/// What an element describes.
enum class Subject { Feed, Entry };

/// An element to read, and what holds for it.
struct Source {
  pugi::xml_node element;
  Scope scope;
  int rank;  ///< kOwn, or kForeign for an element of the other format
  Subject subject;
};

/// Which element fills which field: one row an element.
struct FieldReader {
  Ns ns;
  std::string_view name;  ///< local name in lower case
  void (*read)(Draft& draft, const Source& source);
};

// Readers of what several formats write alike.
void read_language(Draft& draft, const Source& source);
void read_published(Draft& draft, const Source& source);
void read_updated(Draft& draft, const Source& source);
void read_created(Draft& draft, const Source& source);

/// Takes the image at `target`, as written: a picture of an entry, the logo of a feed.
void offer_image(Draft& draft, const Source& source, const std::string& target);

[[nodiscard]] std::span<const FieldReader> atom_fields();
[[nodiscard]] std::span<const FieldReader> rss_fields();
[[nodiscard]] std::span<const FieldReader> module_fields();

/// Which of the two formats a document is.
enum class Dialect { Rss, Atom };

/// Reads one child of a feed or entry by the row that names it; others are passed over.
void read_field(Draft& draft, pugi::xml_node element, const Scope& outer, Dialect dialect,
                Subject subject);

}  // namespace kiosque::feed
