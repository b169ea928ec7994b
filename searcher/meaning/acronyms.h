#pragma once

#include <xapian.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/text/text.h"

namespace kiosque::meaning {

/// What the articles of an index say their acronyms mean ("Haute Autorité de santé (HAS)"; see
/// common/text/acronyms.h). Only what several articles say counts, and only where no other meaning
/// is half as frequent. Functions throw what Xapian throws.
class IndexAcronyms {
 public:
  /// Both must outlive the object.
  IndexAcronyms(const Xapian::Database& database, text::Analyzer& analyzer)
      : database_(database), analyzer_(analyzer) {}

  /// The full name of the acronym `typed`, as most articles write it. Not in capitals it must not
  /// be a common word by another meaning: one in seven articles that hold it must explain it.
  [[nodiscard]] std::optional<std::string> full_name(const text::Token& token,
                                                     std::string_view typed);

  /// The acronym of a name, in capitals; small words may be missing, endings differ.
  [[nodiscard]] std::optional<std::string> acronym_of(std::span<const text::Token> name);

 private:
  struct Meaning {
    std::string stems;  ///< of its words but the small ones: the same for all ways to write it
    std::string name;   ///< the most frequent way
    Xapian::doccount name_articles = 0;
    Xapian::doccount articles = 0;
  };

  /// The meaning of a folded acronym that is beyond doubt.
  std::optional<Meaning> meaning_of(const std::string& acronym);

  const Xapian::Database& database_;
  text::Analyzer& analyzer_;
};

}  // namespace kiosque::meaning
