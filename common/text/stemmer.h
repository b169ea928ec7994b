#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

namespace kiosque::text {

/// The light French stemmer: plural, feminine and the commonest derivations, then accents and
/// doubled letters. Rules: J. Savoy, "A stemming procedure and stopword list for general French
/// corpora", JASIS 50(10), 1999, and its refinement by UniNE (members.unine.ch/jacques.savoy/clef).
///
///   chevaux -> cheval     présidentielles -> president     manifestation -> manifest
///
/// REQUIRES: lower case, NFC, valid UTF-8.
[[nodiscard]] std::string light_stem(std::string_view lower_case_word);

/// Words -> what their inflected forms share: the light stemmer, then Snowball French, then
/// folding. The light stemmer joins what Snowball keeps apart (travail, travaux), Snowball joins
/// verb forms; folding last makes `elysee` and `élysée` one.
class Stemmer {
 public:
  Stemmer();

  /// The stem, folded; never empty for a non-empty word. REQUIRES: as `light_stem`.
  [[nodiscard]] std::string stem(std::string_view lower_case_word) const;

 private:
  Xapian::Stem snowball_;
};

}  // namespace kiosque::text
