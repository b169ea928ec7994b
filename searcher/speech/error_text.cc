#include "searcher/speech/error_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/speech/speech.h"

namespace kiosque::speech {
namespace {

/// Places stand for the subjects of the kind (common/base/result.h). \u202f and \u00a0 are the
/// spaces that French puts before ; ! ? and before : or inside « », as in messages_table.cc.
struct Entry {
  ErrorKind kind;
  std::string_view message;
  std::string_view hint;
};

constexpr std::string_view kCheckIndex =
    "lancez `indexer check`\u202f; si des dégâts sont trouvés, refaites l’index";

constexpr std::array kFrench{
    Entry{ErrorKind::Other, "une erreur interne s’est produite\u00a0: {0}",
          "c’est un défaut du programme\u202f: signalez-le, s’il vous plaît"},
    Entry{ErrorKind::File, "impossible {0} «\u00a0{1}\u00a0»\u00a0: {2}", "{3}"},
    Entry{ErrorKind::FileTooLarge, "«\u00a0{0}\u00a0» dépasse {1}\u00a0Mo",
          "partagez ce fichier en plusieurs, ou laissez-le de côté"},
    Entry{ErrorKind::FileLocked, "«\u00a0{0}\u00a0» est verrouillé par un autre programme",
          "attendez qu’il ait fini, puis relancez la même commande"},
    Entry{ErrorKind::NotAnIndex, "«\u00a0{0}\u00a0» n’est pas un index",
          "créez-en un avec `indexer add --index {0} FICHIER...`"},
    Entry{ErrorKind::ManifestDamaged, "«\u00a0{0}\u00a0» est endommagé",
          "refaites l’index, ou reprenez ce fichier d’une sauvegarde"},
    Entry{ErrorKind::IndexOfAnotherVersion,
          "«\u00a0{0}\u00a0» a été fait par une autre version (schéma {1}, analyseur {2}\u202f; ce "
          "programme lit {3} et {4})",
          "refaites l’index à sa place avec `indexer rebuild --index {0}`"},
    Entry{ErrorKind::IndexMissing, "l’index{0} est introuvable", "vérifiez le chemin"},
    Entry{ErrorKind::IndexOfAnotherFormat, "l’index{0} a été fait par une autre version",
          "refaites-le avec cette version"},
    Entry{ErrorKind::IndexDamaged, "l’index{0} est endommagé", kCheckIndex},
    Entry{ErrorKind::IndexUnreadable, "l’index{0} ne peut pas être lu", kCheckIndex},
    Entry{ErrorKind::IndexChanging, "l’index{0} change trop vite pour être lu",
          "réessayez dans un instant"},
    Entry{ErrorKind::IndexLocked, "un autre programme écrit dans l’index{0}",
          "attendez qu’il ait fini"},
    Entry{ErrorKind::DiskFull, "il n’y a plus de place sur le disque de l’index{0}",
          "libérez de la place, puis relancez la même commande"},
    Entry{ErrorKind::ArticleDamaged, "un article de l’index est endommagé",
          "lancez `indexer check`, puis refaites l’index"},
    Entry{ErrorKind::NoSuchArticle, "l’index ne contient pas l’article «\u00a0{0}\u00a0»",
          "donnez son adresse telle qu’une recherche l’affiche"},
    Entry{ErrorKind::NoSuchRankingOption, "«\u00a0{0}\u00a0» n’est pas un poids du classement",
          "écrivez CLÉ=VALEUR\u202f; les clés sont\u00a0: {1}"},
    Entry{ErrorKind::NotARankingOptionValue,
          "«\u00a0{0}\u00a0» n’est pas une valeur pour le poids {1}",
          "donnez un nombre de 0 à 1000\u00a0: entier pour depth et longest-query, supérieur à 0 "
          "pour first-decay, near-decay et recency-half-life"},
};

consteval bool complete() {
  for (std::size_t i = 0; i < kFrench.size(); ++i) {
    const Entry& entry = kFrench[i];
    if (static_cast<std::size_t>(entry.kind) != i) return false;
    if (entry.message.empty() || entry.hint.empty()) return false;
  }
  return kFrench.size() == static_cast<std::size_t>(ErrorKind::kCount);
}
static_assert(complete(), "every ErrorKind has its French, in the order of the enumeration");

std::string_view to_do(std::string_view action) {
  using Verb = std::pair<std::string_view, std::string_view>;
  constexpr std::array kVerbs{Verb{"open", "d’ouvrir"},        Verb{"read", "de lire"},
                              Verb{"create", "de créer"},      Verb{"write", "d’écrire"},
                              Verb{"replace", "de remplacer"}, Verb{"lock", "de verrouiller"}};
  const auto* verb = std::ranges::find(kVerbs, action, &Verb::first);
  return verb == kVerbs.end() ? "d’utiliser" : verb->second;
}

/// Why a file could not be used, and what to do.
std::pair<std::string_view, std::string_view> why(ErrorCode code) {
  switch (code) {
    case ErrorCode::NotFound:
      return {"ce chemin n’existe pas", "vérifiez le chemin"};
    case ErrorCode::Denied:
      return {"l’accès est refusé", "vérifiez les droits du fichier et de son dossier"};
    case ErrorCode::Full:
      return {"il n’y a plus de place", "libérez de la place, puis relancez la même commande"};
    default:
      return {"le système signale une erreur",
              "vérifiez que c’est bien un fichier, et que le disque est en état"};
  }
}

std::vector<std::string> arguments(const Error& error) {
  std::vector<std::string> arguments = error.subjects;
  if (error.kind == ErrorKind::Other) arguments = {error.message};
  if (error.kind >= ErrorKind::IndexMissing && error.kind <= ErrorKind::DiskFull) {
    const std::string where = arguments.empty() ? "" : arguments.front();
    arguments = {where.empty() ? "" : " «\u00a0" + where + "\u00a0»"};
  }
  if (error.kind == ErrorKind::File) {
    const auto [reason, hint] = why(error.code);
    arguments = {std::string(to_do(arguments.at(0))), arguments.at(1), std::string(reason),
                 std::string(hint)};
  }
  return arguments;
}

}  // namespace

Error in_language(const Error& error, Language language) {
  const bool said = error.kind == ErrorKind::Other && error.code != ErrorCode::Bug;
  if (language == Language::English || said) return error;
  const Entry& entry = kFrench[static_cast<std::size_t>(error.kind)];
  const std::vector<std::string> places = arguments(error);
  Error french = error;
  french.message = fill(entry.message, places);
  french.hint = fill(entry.hint, places);
  return french;
}

}  // namespace kiosque::speech
