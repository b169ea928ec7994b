#include "common/text/stop_words.h"

#include <algorithm>
#include <array>

namespace kiosque::text {
namespace {

using namespace std::string_view_literals;

/// Left out on purpose, since news is about them: été, sûr, être (as a noun it is
/// rare, but "être humain"), personne, homme, fait, contre, sous, vers, mort, an, jour, pays.
constexpr std::array kWords{
    "a"sv,      "ai"sv,     "aient"sv,   "ainsi"sv,  "ait"sv,    "alors"sv,  "apres"sv,
    "après"sv,  "as"sv,     "au"sv,      "aucun"sv,  "aucune"sv, "aura"sv,   "aurait"sv,
    "auront"sv, "aussi"sv,  "autre"sv,   "autres"sv, "aux"sv,    "avait"sv,  "avaient"sv,
    "avec"sv,   "avez"sv,   "avoir"sv,   "avons"sv,  "ayant"sv,  "c"sv,      "car"sv,
    "ce"sv,     "ceci"sv,   "cela"sv,    "celle"sv,  "celles"sv, "celui"sv,  "ces"sv,
    "cet"sv,    "cette"sv,  "ceux"sv,    "chez"sv,   "ci"sv,     "comme"sv,  "d"sv,
    "dans"sv,   "de"sv,     "depuis"sv,  "des"sv,    "dont"sv,   "donc"sv,   "du"sv,
    "dès"sv,    "elle"sv,   "elles"sv,   "en"sv,     "encore"sv, "entre"sv,  "es"sv,
    "est"sv,    "et"sv,     "etaient"sv, "etait"sv,  "etant"sv,  "etc"sv,    "eu"sv,
    "eux"sv,    "furent"sv, "fut"sv,     "il"sv,     "ils"sv,    "j"sv,      "je"sv,
    "l"sv,      "la"sv,     "le"sv,      "les"sv,    "leur"sv,   "leurs"sv,  "lors"sv,
    "lui"sv,    "là"sv,     "m"sv,       "ma"sv,     "mais"sv,   "me"sv,     "meme"sv,
    "mes"sv,    "moi"sv,    "mon"sv,     "même"sv,   "n"sv,      "ne"sv,     "ni"sv,
    "nos"sv,    "notre"sv,  "nous"sv,    "on"sv,     "ont"sv,    "ou"sv,     "où"sv,
    "par"sv,    "pas"sv,    "pour"sv,    "puis"sv,   "qu"sv,     "quand"sv,  "que"sv,
    "quel"sv,   "quelle"sv, "quelles"sv, "quels"sv,  "qui"sv,    "s"sv,      "sa"sv,
    "sans"sv,   "se"sv,     "selon"sv,   "sera"sv,   "serait"sv, "seront"sv, "ses"sv,
    "si"sv,     "soi"sv,    "soit"sv,    "son"sv,    "sont"sv,   "sur"sv,    "t"sv,
    "ta"sv,     "te"sv,     "tes"sv,     "toi"sv,    "ton"sv,    "tous"sv,   "tout"sv,
    "toute"sv,  "toutes"sv, "tres"sv,    "très"sv,   "tu"sv,     "un"sv,     "une"sv,
    "vos"sv,    "votre"sv,  "vous"sv,    "y"sv,      "à"sv,      "ça"sv,     "étaient"sv,
    "était"sv,  "étant"sv};

}  // namespace

bool is_stop_word(std::string_view lower_case_word) noexcept {
  static constexpr auto kSorted = [] {
    auto words = kWords;
    std::sort(words.begin(), words.end());
    return words;
  }();
  return std::binary_search(kSorted.begin(), kSorted.end(), lower_case_word);
}

}  // namespace kiosque::text
