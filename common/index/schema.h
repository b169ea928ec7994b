#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kiosque::index {

/// Version of everything SCHEMA.md describes. An index of another version is refused.
inline constexpr int kSchemaVersion = 5;

/// Term prefixes (Xapian's usual letters where it has one).
namespace prefix {
inline constexpr std::string_view kStem = "Z";     ///< stem of a word of title, standfirst and body
inline constexpr std::string_view kTitle = "S";    ///< stem of a title word
inline constexpr std::string_view kAuthor = "A";   ///< folded word of an author's name
inline constexpr std::string_view kSite = "H";     ///< host without www., and each parent domain
inline constexpr std::string_view kSource = "XS";  ///< folded name of the source, as one term
inline constexpr std::string_view kSection = "G";  ///< folded name of the section, as one term
inline constexpr std::string_view kLanguage = "L";  ///< ISO 639-1
inline constexpr std::string_view kTag = "K";       ///< folded keyword, as one term
inline constexpr std::string_view kUrlWord = "U";   ///< folded word of the URL's path
inline constexpr std::string_view kStory = "XD";    ///< value of slot kStory
inline constexpr std::string_view kUnique = "Q";    ///< unique_term()
inline constexpr std::string_view kAcronym = "XA";  ///< acronym_term()
}  // namespace prefix

/// What one occurrence of a word in the body of an article of average length adds to the frequency
/// of its term there (wdf). Words of title and lead count more, those of long articles less: the
/// length normalisation of BM25 is done once, when an article is indexed, so that a search need
/// not read the length of every article that holds a word.
inline constexpr double kWordWeight = 16;

/// Value slots.
namespace slot {
inline constexpr unsigned kPublished = 0;  ///< encode_time(); the day's order and range filters
inline constexpr unsigned kSource = 1;     ///< source as written
inline constexpr unsigned kStory = 2;      ///< same for near-duplicates: collapse key
inline constexpr unsigned kSection = 4;    ///< section as written (3 is not in use)
inline constexpr unsigned kLanguage = 5;   ///< ISO 639-1
inline constexpr unsigned kAuthors = 6;    ///< names separated by U+001F
inline constexpr unsigned kContentHash =
    7;                                     ///< 8 bytes: tells unchanged content without reading it
inline constexpr unsigned kFirstSeen = 8;  ///< encode_time() of the first time it was indexed
inline constexpr unsigned kSketch =
    9;  ///< encode_sketch(): finds near-duplicates; missing if short
inline constexpr unsigned kPositions = 10;  ///< encode_positions(): where the words stand
inline constexpr unsigned kRecord = 11;     ///< encode_record(), compressed
}  // namespace slot

/// Keys of a shard's metadata.
namespace metadata {
inline constexpr std::string_view kForm = "form:";      ///< … a form: its stems (word_forms.h)
inline constexpr std::string_view kUnlike = "unlike:";  ///< … a stem: a form begins otherwise
}  // namespace metadata

/// A field a query can name.
struct Field {
  std::string_view name;    ///< "title"
  std::string_view french;  ///< "titre"
  std::string_view alias;   ///< one more spelling, or ""
  std::string_view prefix;  ///< of its terms; "" for dates
  bool analysed;            ///< words through the analyser; else the folded value is one term
};

/// All fields, in the order of the manual.
[[nodiscard]] std::span<const Field> fields() noexcept;

/// The field a user calls `name` (English, French or alias, any case), or nullptr.
[[nodiscard]] const Field* find_field(std::string_view name);

/// A moment as a value that sorts by time: 5 bytes, big-endian seconds since 1970 plus 2^38.
[[nodiscard]] std::string encode_time(std::chrono::sys_seconds time);
[[nodiscard]] std::optional<std::chrono::sys_seconds> decode_time(std::string_view value);

}  // namespace kiosque::index
