#include <array>
#include <cstddef>
#include <string_view>

#include "searcher/cli/problem.h"

namespace kiosque::cli {
namespace {

struct Words {
  std::string_view message;
  std::string_view hint;
};

/// \u202f and \u00a0 are the spaces that French puts before ; ! ? and before : or inside « », as in
/// speech/messages_table.cc.
struct Entry {
  Problem problem;
  ErrorCode code;
  Words french;
  Words english;
};

constexpr std::array kEntries{
    Entry{Problem::UnexpectedArgument,
          ErrorCode::Invalid,
          {"argument inattendu\u00a0: {0}", "`{1} --help` dit ce qu’il faut"},
          {"unexpected argument: {0}", "`{1} --help` says what is needed"}},
    Entry{Problem::UnexpectedOption,
          ErrorCode::Invalid,
          {"option inconnue\u00a0: {0}",
           "`searcher --help` liste les options\u202f; pour exclure un mot, mettez la requête "
           "entre apostrophes, 'guerre -armes', ou -- devant\u00a0: -- -armes"},
          {"unknown option: {0}",
           "`searcher --help` lists the options; to exclude a word, quote the query, "
           "'guerre -armes', or write -- before it: -- -armes"}},
    Entry{Problem::MissingArgument,
          ErrorCode::Invalid,
          {"il manque un argument\u00a0: {0}", "`{1} --help` dit ce qu’il faut"},
          {"an argument is missing: {0}", "`{1} --help` says what is needed"}},
    Entry{
        Problem::MissingCommand,
        ErrorCode::Invalid,
        {"que faut-il faire\u202f? Après `{0}` vient une commande", "écrivez l’une de\u00a0: {1}"},
        {"what is to be done? After `{0}` comes a command", "write one of: {1}"}},
    Entry{Problem::MissingValue,
          ErrorCode::Invalid,
          {"il manque la valeur de {0}", "`{1} --help` dit ce qu’elle peut être"},
          {"{0} lacks its value", "`{1} --help` says what it may be"}},
    Entry{Problem::GivenTwice,
          ErrorCode::Invalid,
          {"{0} est donné plusieurs fois", "gardez-en un"},
          {"{0} is given several times", "keep one of them"}},
    Entry{Problem::NotAValue,
          ErrorCode::Invalid,
          {"la valeur de {0} ne convient pas", "`{1} --help` dit ce qu’elle peut être"},
          {"the value of {0} will not do", "`{1} --help` says what it may be"}},
    Entry{Problem::NotAChoice,
          ErrorCode::Invalid,
          {"{1} ne peut pas être «\u00a0{0}\u00a0»", "choisissez parmi\u00a0: {2}"},
          {"{1} cannot be '{0}'", "choose one of: {2}"}},
    Entry{Problem::NotANumber,
          ErrorCode::Invalid,
          {"{1} ne peut pas être «\u00a0{0}\u00a0»", "donnez un nombre entier de {2} à {3}"},
          {"{1} cannot be '{0}'", "give a whole number from {2} to {3}"}},
    Entry{Problem::QueriesNeedTrec,
          ErrorCode::Invalid,
          {"--queries n’affiche que des listes TREC",
           "écrivez\u00a0: searcher --queries FICHIER --format trec"},
          {"--queries prints TREC runs only", "use it as: searcher --queries FILE --format trec"}},
    Entry{Problem::LineWithoutTab,
          ErrorCode::Invalid,
          {"«\u00a0{0}\u00a0» a une ligne sans tabulation\u00a0: {1}",
           "écrivez une requête par ligne\u00a0: identifiant, tabulation, requête"},
          {"'{0}' has a line without a tab: {1}", "write one query a line: ID, a tab, the query"}},
    Entry{Problem::NoIndex,
          ErrorCode::Invalid,
          {"aucun index où chercher", "donnez-en un avec --index DOSSIER, ou par SEARCHER_INDEX"},
          {"no index to search", "name one with --index DIR, or set SEARCHER_INDEX"}},
    Entry{Problem::NoLastSearch,
          ErrorCode::NotFound,
          {"il n’y a pas de dernière recherche où prendre un résultat",
           "cherchez d’abord\u00a0: searcher --index DOSSIER MOTS..."},
          {"there is no last search to take a hit from",
           "search first: searcher --index DIR WORDS..."}},
    Entry{Problem::NoSuchHit,
          ErrorCode::Invalid,
          {"«\u00a0{0}\u00a0» n’est pas un résultat de la dernière recherche",
           "elle a montré les résultats {1} à {2}"},
          {"'{0}' is no hit of the last search", "it showed the hits {1} to {2}"}},
    Entry{Problem::NoHome,
          ErrorCode::NotFound,
          {"cet utilisateur n’a pas de dossier personnel", "définissez HOME ou {0}"},
          {"this user has no home folder", "set HOME or {0}"}},
    Entry{Problem::NoBrowser,
          ErrorCode::Io,
          {"le navigateur «\u00a0{0}\u00a0» n’a pas pu être lancé",
           "mettez dans BROWSER un programme qui ouvre une adresse\u202f; celle-ci est {1}"},
          {"cannot run the browser '{0}'",
           "set BROWSER to a program that opens an address; this one is {1}"}},
    Entry{Problem::NotAWebAddress,
          ErrorCode::Denied,
          {"«\u00a0{0}\u00a0» n’est pas une adresse du web",
           "seules les adresses http et https sont ouvertes"},
          {"'{0}' is no web address", "only http and https addresses are opened"}},
    Entry{Problem::AnswerUnwritten,
          ErrorCode::Io,
          {"la réponse n’a pas pu être écrite jusqu’au bout",
           "vérifiez la place et les droits là où elle va"},
          {"the answer could not be written to its end",
           "check the space and the permissions of where it goes"}},
    Entry{Problem::NoSuchAlert,
          ErrorCode::NotFound,
          {"il n’y a pas d’alerte «\u00a0{0}\u00a0»", "`searcher alert list` les montre toutes"},
          {"there is no alert '{0}'", "`searcher alert list` shows all"}},
    Entry{Problem::AlertExists,
          ErrorCode::Invalid,
          {"il y a déjà une alerte «\u00a0{0}\u00a0»",
           "retirez-la d’abord\u00a0: searcher alert remove {0}"},
          {"there is an alert '{0}' already", "remove it first: searcher alert remove {0}"}},
    Entry{Problem::AlertsDamaged,
          ErrorCode::Corrupt,
          {"«\u00a0{0}\u00a0» est endommagé",
           "réparez ce fichier, ou supprimez-le et ajoutez les alertes à nouveau"},
          {"'{0}' is damaged", "mend it, or remove it and add the alerts again"}},
    Entry{Problem::NewsUnwritten,
          ErrorCode::Io,
          {"les nouveautés n’ont pas pu être écrites", "elles seront redites la prochaine fois"},
          {"the news could not be printed", "they are told again next time"}},
    Entry{Problem::NoAlertForFile,
          ErrorCode::Invalid,
          {"un fichier contient une seule alerte", "nommez l’alerte à lancer"},
          {"one file holds one alert", "name the alert to run"}},
};

consteval bool complete() {
  for (std::size_t i = 0; i < kEntries.size(); ++i) {
    const Entry& entry = kEntries[i];
    if (static_cast<std::size_t>(entry.problem) != i) return false;
    for (const Words& words : {entry.french, entry.english}) {
      if (words.message.empty() || words.hint.empty()) return false;
    }
  }
  return kEntries.size() == static_cast<std::size_t>(Problem::kCount);
}
static_assert(complete(), "every Problem has its texts, in the order of the enumeration");

}  // namespace

ProblemText text_of(Problem problem, speech::Language language) {
  const Entry& entry = kEntries[static_cast<std::size_t>(problem)];
  const Words& words = language == speech::Language::French ? entry.french : entry.english;
  return {entry.code, words.message, words.hint};
}

}  // namespace kiosque::cli
