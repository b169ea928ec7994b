#include <array>
#include <cstddef>
#include <string_view>

#include "searcher/speech/speech.h"

namespace kiosque::speech {
namespace {

/// Singular and plural are separated by "|". \u202f and \u00a0 are the spaces that French puts
/// before ; ! ? and before : or inside « », written out because they look like others.
struct Entry {
  Message message;
  std::string_view french;
  std::string_view english;
};

constexpr std::array kEntries{
    Entry{Message::Articles, "{0} article|{0} articles", "{0} article|{0} articles"},
    Entry{Message::Stories, "{0} sujet|{0} sujets", "{0} story|{0} stories"},
    Entry{Message::NoResult, "aucun résultat", "no result"},
    Entry{Message::OnlySomeWords, "Articles qui n’ont qu’une partie de ces mots",
          "Articles with only some of these words"},
    Entry{Message::ResultsFor, "Résultats pour «\u00a0{0}\u00a0»", "Results for “{0}”"},
    Entry{Message::EveryArticle, "Tous les articles", "All articles"},
    Entry{Message::PageOf, "page {0}", "page {0}"},
    Entry{Message::AlertAdded, "{1}\u00a0: {0} résultat|{1}\u00a0: {0} résultats",
          "{1}: {0} result|{1}: {0} results"},
    Entry{Message::OtherArticles, "au moins {0} autre article|au moins {0} autres articles",
          "at least {0} other article|at least {0} other articles"},
    Entry{Message::AlsoIn, "Aussi dans", "Also in"},
    Entry{Message::And, "et", "and"},
    Entry{Message::Paywalled, "réservé aux abonnés", "subscribers only"},
    Entry{Message::Untitled, "Sans titre", "Untitled"},

    Entry{Message::NoteUnknownField,
          "«\u00a0{0}\u00a0» n’est pas un champ\u00a0: ses mots ont été cherchés.",
          "“{0}” is not a field: its words were searched."},
    Entry{Message::NoteUnclosedQuote,
          "Un guillemet n’était pas fermé\u00a0: il l’a été à la fin de la requête.",
          "A quote was left open: it was closed at the end of the query."},
    Entry{Message::NoteUnbalanced, "Il y a une parenthèse de trop, ou il en manque une.",
          "There is a parenthesis too many, or one is missing."},
    Entry{Message::NoteDanglingOperator,
          "«\u00a0{0}\u00a0» n’a rien à relier\u00a0: il a été cherché comme un mot.",
          "“{0}” has nothing to connect: it was searched as a word."},
    Entry{Message::NoteBadDate, "«\u00a0{0}\u00a0» n’est pas une date que nous comprenons.",
          "“{0}” is not a date we understand."},
    Entry{Message::NoteCorrected,
          "Aucun article ne contient «\u00a0{0}\u00a0»\u00a0: «\u00a0{1}\u00a0» a été cherché.",
          "No article holds “{0}”: “{1}” was searched."},
    Entry{Message::NoteSuggested,
          "Peut-être cherchiez-vous «\u00a0{1}\u00a0» plutôt que «\u00a0{0}\u00a0».",
          "You may have meant “{1}” rather than “{0}”."},
    Entry{Message::NoteAlsoSearched, "Aussi cherché pour «\u00a0{0}\u00a0»\u00a0: {1}.",
          "Also searched for “{0}”: {1}."},
    Entry{Message::NoteTooLong, "La requête était trop longue\u00a0: sa fin n’a pas été lue.",
          "The query was too long: its end was not read."},
    Entry{Message::NoteTooManyExpansions,
          "Trop de mots commencent par «\u00a0{0}\u00a0»\u00a0: seuls les plus fréquents ont été "
          "cherchés.",
          "Too many words begin with “{0}”: only the most frequent were searched."},
    Entry{Message::NoteShortPrefix,
          "«\u00a0{0}\u00a0» est trop court pour chercher les mots qui commencent ainsi.",
          "“{0}” is too short to search the words that begin so."},
    Entry{Message::NoteOptionalPhrase,
          "«\u00a0{0}\u00a0» est préféré, mais pas exigé\u00a0: écrivez un + devant pour l’exiger.",
          "“{0}” is preferred, not demanded: write a + before it to demand it."},
    Entry{Message::NoteOnlyStopWords,
          "La requête ne contient que des mots très courants\u00a0: ils ont été cherchés côte à "
          "côte.",
          "The query holds nothing but very common words: they were searched side by side."},
    Entry{Message::NoteAllWords, "Par date, seuls les articles qui ont tous ces mots sont montrés.",
          "By date, only articles that hold all these words are shown."},
    Entry{Message::NoteNoneHasAll,
          "Aucun article n’a tous ces mots\u00a0: sont comptés ceux qui en ont {0} sur {1}.",
          "No article has all these words: those with {0} of {1} are counted."},
    Entry{Message::NoteShardFailed,
          "Une partie des articles n’a pas pu être consultée\u00a0: la réponse est incomplète.",
          "Some of the articles could not be searched: the answer is incomplete."},
    Entry{Message::NoteIndexFailed,
          "L’index «\u00a0{0}\u00a0» n’a pas pu être consulté\u00a0: la réponse est incomplète.",
          "The index “{0}” could not be searched: the answer is incomplete."},
    Entry{Message::NoteNamesUnread,
          "Les noms de «\u00a0{0}\u00a0» n’ont pas pu être lus\u00a0: vérifiez ce fichier.",
          "The names of “{0}” could not be read: check this file."},
    Entry{Message::NoteNamesMisread,
          "«\u00a0{0}\u00a0» n’est pas une ligne de noms\u00a0: séparez-les par «\u00a0=\u00a0».",
          "“{0}” is no line of names: separate them by “=”."},
    Entry{Message::DidYouMean, "Vouliez-vous dire", "Did you mean"},
    Entry{Message::SearchAsTyped, "Chercher plutôt «\u00a0{0}\u00a0»", "Search for “{0}” instead"},

    Entry{Message::FieldSource, "Source", "Source"},
    Entry{Message::FieldSection, "Rubrique", "Section"},
    Entry{Message::FieldAuthor, "Auteur", "Author"},
    Entry{Message::FieldLanguage, "Langue", "Language"},
    Entry{Message::FieldPeriod, "Période", "Period"},

    Entry{Message::SearchLabel, "Rechercher dans la presse", "Search the news"},
    Entry{Message::SearchButton, "Rechercher", "Search"},
    Entry{Message::SkipToResults, "Aller aux résultats", "Skip to results"},
    Entry{Message::SortLabel, "Trier par", "Sort by"},
    Entry{Message::SortRelevance, "Pertinence", "Relevance"},
    Entry{Message::SortDate, "Plus récents", "Newest first"},
    Entry{Message::SortDateOldest, "Plus anciens", "Oldest first"},
    Entry{Message::DatesTitle, "Entre deux dates", "Between two dates"},
    Entry{Message::DateFrom, "Du", "From"},
    Entry{Message::DateTo, "Au", "To"},
    Entry{Message::DateApply, "Appliquer", "Apply"},
    Entry{Message::Since, "depuis le {0}", "since {0}"},
    Entry{Message::Until, "jusqu’au {0}", "until {0}"},
    Entry{Message::Between, "du {0} au {1}", "{0} to {1}"},
    Entry{Message::Filters, "Affiner", "Refine"},
    Entry{Message::ActiveFilters, "Filtres actifs", "Active filters"},
    Entry{Message::RemoveFilter, "Retirer le filtre {0}", "Remove the filter {0}"},
    Entry{Message::AllArticles, "Montrer chaque article", "Show every article"},
    Entry{Message::OneHitAStory, "Regrouper les articles d’un même sujet",
          "Group the articles of a story"},

    Entry{Message::Pagination, "Pagination", "Pagination"},
    Entry{Message::PreviousPage, "Précédente", "Previous"},
    Entry{Message::NextPage, "Suivante", "Next"},
    Entry{Message::PageNumber, "Page {0}", "Page {0}"},
    Entry{Message::TimelineTitle, "Au fil des mois", "Month by month"},
    Entry{Message::TimelineBar, "{1}\u00a0: {0} article|{1}\u00a0: {0} articles",
          "{1}: {0} article|{1}: {0} articles"},
    Entry{Message::TimelineSummary, "De {0} à {1}, le plus en {2} ({3}).",
          "From {0} to {1}, most in {2} ({3})."},
    Entry{Message::TimelineEven, "De {0} à {1}.", "From {0} to {1}."},
    Entry{Message::FeedLink, "Suivre cette recherche (RSS)", "Follow this search (RSS)"},
    Entry{Message::JsonLink, "Données (JSON)", "Data (JSON)"},
    Entry{Message::OtherLanguage, "English", "Français"},

    Entry{Message::Tagline, "La presse de langue française, mot à mot.",
          "The French-language press, word by word."},
    Entry{Message::HelpTitle, "Comment chercher", "How to search"},
    Entry{Message::HelpWords, "Des mots, quels que soient leur forme et leurs accents",
          "Words, in any form, with accents or without"},
    Entry{Message::HelpPhrase, "Ces mots-là, dans cet ordre", "These words, in this order"},
    Entry{Message::HelpBoolean, "L’un ou l’autre\u202f; l’un sans l’autre",
          "Either of them; one without the other"},
    Entry{Message::HelpFields, "Dans le titre\u202f; dans une source",
          "In the title; in one source"},
    Entry{Message::HelpDates, "En un mois\u202f; depuis sept jours", "In a month; for seven days"},
    Entry{Message::HelpPrefix, "Ce qui commence ainsi\u202f; cette forme seule",
          "What begins so; this form only"},
    Entry{Message::NoResultTitle, "Aucun article ne répond à «\u00a0{0}\u00a0»",
          "No article answers “{0}”"},
    Entry{Message::NoResultSpelling, "Vérifiez l’orthographe, surtout celle des noms propres.",
          "Check the spelling, of names above all."},
    Entry{Message::NoResultFewer, "Essayez un synonyme, ou un mot plus général.",
          "Try a synonym, or a more general word."},
    Entry{Message::NoResultFilters, "Chercher sans les filtres", "Search without the filters"},
    Entry{Message::NoResultCorrected, "Chercher en corrigeant l’orthographe",
          "Search with the spelling corrected"},

    Entry{Message::ErrorBadRequest, "Cette adresse n’est pas une recherche.",
          "This address is not a search."},
    Entry{Message::ErrorNotFound, "Il n’y a rien à cette adresse.", "There is nothing here."},
    Entry{Message::ErrorMethod, "Cette page se lit, on ne lui envoie rien.",
          "This page can be read; nothing can be sent to it."},
    Entry{Message::ErrorTooLong, "Cette recherche est trop longue.", "This search is too long."},
    Entry{Message::ErrorUnavailable,
          "La recherche n’est pas disponible pour le moment. Réessayez dans quelques minutes.",
          "Search is not available at the moment. Try again in a few minutes."},
    Entry{Message::ErrorTooSlow,
          "Cette recherche a pris trop de temps et a été arrêtée. Essayez des mots plus précis.",
          "This search took too long and was stopped. Try more specific words."},
    Entry{Message::ErrorInternal, "Une erreur interne s’est produite. Réessayez plus tard.",
          "Something went wrong here. Try again later."},
    Entry{Message::BackToSearch, "Revenir à la recherche", "Back to search"},
};

consteval bool in_order() {
  for (std::size_t i = 0; i < kEntries.size(); ++i) {
    if (static_cast<std::size_t>(kEntries[i].message) != i) return false;
  }
  return kEntries.size() == static_cast<std::size_t>(Message::kCount);
}
static_assert(in_order(), "every Message has its texts, in the order of the enumeration");

}  // namespace

std::string_view text(Message message, Language language) {
  const Entry& entry = kEntries[static_cast<std::size_t>(message)];
  return language == Language::French ? entry.french : entry.english;
}

}  // namespace kiosque::speech
