#include "indexer/extract/phrases.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "indexer/extract/prose_date.h"
#include "indexer/extract/words.h"

namespace kiosque {
namespace {

/// Paragraphs longer than this are prose, however they begin.
constexpr std::size_t kMaxBoilerplateBytes = 200;

// All phrases in the form `loosen` gives: lower case, no punctuation.

/// A line that is one of these and nothing else.
constexpr std::string_view kWholeLines[] = {
    "contenido relacionado",
    "schon gelesen",
    "kommende events",
    "erschienen in",
    "permalien",
    "permalink",
    "view comments",
    "en savoir plus",
    "más información",
    "para saber más",
    "contexto de la noticia",
    "kontakt",
    "contact",
    "pressekontakt",
    "weiterführender link",
    "weiterführende links",
    "zum weiterlesen",
    "quellen ausblenden",
    "quellen anzeigen",
    "zusatzinformationen",
    "alle angaben ohne gewähr",
    "unsere partner",
    "nos partenaires",
    "więcej informacji",
    "więcej",
    "czytaj także",
    "publicité",
    "publicite",
    "pub",
    "advertisement",
    "ad",
    "advertising",
    "anzeige",
    "werbung",
    "publicidad",
    "pubblicità",
    "advertentie",
    "reklama",
    "loader",
    "partager",
    "share",
    "teilen",
    "share this",
    "share this article",
    "share this post",
    "partager cet article",
    "compartir",
    "condividi",
    "imprimer",
    "print",
    "drucken",
    "envoyer par e mail",
    "email",
    "commenter",
    "commentaires",
    "comments",
    "kommentare",
    "newsletter",
    "s abonner",
    "je m abonne",
    "abonnez vous",
    "subscribe",
    "sign up",
    "lien copié",
    "copier le lien",
    "copy link",
    "article suivant",
    "article précédent",
    "laisser un commentaire",
    "leave a comment",
    "lire la suite",
    "lire plus",
    "read more",
    "weiterlesen",
    "mehr lesen",
    "mehr",
    "more",
    "suivez nous",
    "follow us",
    "mentions légales",
    "haut de page",
    "retour",
    "back to top",
    "nach oben",
    "zurück",
    "facebook",
    "twitter",
    "whatsapp",
    "linkedin",
    "pinterest",
    "x",
    "play",
    "video",
    "vidéo",
    "galerie",
    "fermer",
    "close",
    "schließen",
    "inhalt",
    "menu",
    "discussion",
    "close button",
    "lecture",
    "écouter",
    "écouter l article",
    "sauvegarder",
    "enregistrer",
    "permalien",
    "permalink",
    "tous droits réservés",
    "all rights reserved",
    "alle rechte vorbehalten",
    "skip advertisement",
    "story continues below",
    "article continues below",
    "loading",
    "sources",
    "à propos",
    "suite",
    "accéder aux raccourcis d accessibilité",
    "partager cet article discussion",
    "notre sélection",
    "image",
    "bild",
    "foto",
    "photo",
    "embed from getty images",
    "getty images",
    "this story has been updated",
    "related",
    "tags",
    "schlagwörter",
    "stichworte",
    "inhalt nicht verfügbar",
    "externer inhalt",
    "zum seitenanfang",
    "artikel drucken",
};

/// A short line that begins with one of these.
constexpr std::string_view kBeginnings[] = {
    "letzte änderung",
    "last modified",
    "last updated",
    "dernière mise à jour",
    "dernière modification",
    "this entry was posted",
    "comment by",
    "video verfügbar bis",
    "anzeige enthält",
    "vea también",
    "ver también",
    "lea también",
    "lee también",
    "te puede interesar",
    "también te puede interesar",
    "síguenos en",
    "siguenos en",
    "suivez nous sur",
    "follow us on",
    "folgen sie uns",
    "folge uns auf",
    "möchten sie den artikel teilen",
    "gefällt dir unser",
    "gefällt ihnen dieser",
    "unterstütze uns",
    "if you enjoyed reading",
    "do you want to be informed",
    "to view the full story",
    "to read the full story",
    "pour lire la suite",
    "bitte registrieren sie sich",
    "sofern nicht anders ausgewiesen",
    "sauf mention contraire",
    "except where otherwise noted",
    "zapraszamy też do",
    "crédits photo",
    "crédit photo",
    "crédits photos",
    "like recipe",
    "hazte miembro",
    "hazte socio",
    "weitere inhalte zu",
    "weitere beiträge aus",
    "weitere aktuelle themen",
    "weitere infos unter",
    "diese seite",
    "for the latest stories",
    "download the app",
    "empfehlungen aus dem",
    "wir respektieren deine privatsphäre",
    "release date",
    "mehr themen",
    "temas relacionados",
    "auch lesen",
    "lire aussi",
    "à lire aussi",
    "a lire aussi",
    "lire également",
    "à lire également",
    "voir aussi",
    "à voir aussi",
    "à voir également",
    "lire notre",
    "lire l article",
    "à lire",
    "à découvrir",
    "sur le même sujet",
    "sur le même thème",
    "pour aller plus loin",
    "pour lire la suite",
    "pour accéder en illimité",
    "retrouvez toute l actualité",
    "inscrivez vous à",
    "abonnez vous à",
    "abonnez vous pour",
    "recevez ",
    "suivez nous sur",
    "crédits photo",
    "crédit photo",
    "crédit ",
    "partager sur",
    "partager cet article",
    "tous droits réservés",
    "mots clés",
    "publié dans",
    "classé dans",
    "cet article est réservé",
    "il vous reste",
    "vous avez déjà un compte",
    "déjà abonné",
    "cet article vous a",
    "copier coller le lien",
    "les plus lus",
    "la suite est réservée",
    "ce contenu a été bloqué",
    "read more",
    "read also",
    "also read",
    "read next",
    "see also",
    "more on this",
    "related stories",
    "related articles",
    "related coverage",
    "recommended stories",
    "story continues",
    "article continues",
    "continue reading",
    "sign up for",
    "sign up to",
    "subscribe to",
    "subscribe now",
    "follow us on",
    "like us on",
    "join our",
    "click here to",
    "click to share",
    "click through",
    "share this",
    "share on",
    "get the latest",
    "get our",
    "download our",
    "download the",
    "filed under",
    "posted in",
    "tagged",
    "tagged with",
    "this article was originally published",
    "this post was originally published",
    "this article originally appeared",
    "this story originally appeared",
    "originally published",
    "leave a comment",
    "leave a reply",
    "all rights reserved",
    "copyright",
    "for more information visit",
    "have something to say",
    "do you have a story",
    "contact the author",
    "photo by",
    "photo credit",
    "photograph by",
    "image credit",
    "image via",
    "image source",
    "picture credit",
    "photos by",
    "featured image",
    "watch the video",
    "watch below",
    "view comments",
    "editor s picks",
    "most read",
    "most popular",
    "trending",
    "more from",
    "more stories",
    "you may also like",
    "don t miss",
    "want more",
    "enjoy this article",
    "support our",
    "you can follow",
    "lesen sie auch",
    "lesen sie hier",
    "lesen sie mehr",
    "lesen sie dazu",
    "lies auch",
    "mehr zum thema",
    "mehr dazu",
    "siehe auch",
    "auch interessant",
    "das könnte sie auch",
    "zum thema",
    "weiterlesen",
    "weitere artikel",
    "weitere informationen zum thema",
    "folgen sie uns",
    "abonnieren sie",
    "jetzt abonnieren",
    "newsletter abonnieren",
    "melden sie sich",
    "hier geht es zu",
    "alle rechte vorbehalten",
    "veröffentlicht in",
    "veröffentlicht unter",
    "veröffentlicht am",
    "kategorie",
    "kategorien",
    "schlagwörter",
    "schlagworte",
    "verschlagwortet",
    "tags",
    "dieser eintrag wurde",
    "dieser beitrag wurde",
    "bildquelle",
    "bildnachweis",
    "beitragsbild",
    "foto von",
    "titelbild",
    "symbolbild",
    "hinterlasse",
    "schreibe einen kommentar",
    "kommentar schreiben",
    "einen kommentar schreiben",
    "teilen mit",
    "klick um",
    "klicke um",
    "gefällt mir",
    "diesen beitrag teilen",
    "artikel teilen",
    "externen inhalt",
    "empfohlener redaktioneller inhalt",
    "an dieser stelle finden sie",
    "lea también",
    "lee también",
    "leer más",
    "te puede interesar",
    "más información",
    "suscríbete",
    "síguenos",
    "compartir en",
    "leggi anche",
    "lees ook",
    "les også",
    "læs også",
    "läs också",
    "läs även",
    "přečtěte si",
    "czytaj także",
    "czytaj też",
    "zobacz też",
    "zobacz także",
    "leia mais",
    "leia também",
    "veja também",
};

/// A short line that holds one of these anywhere.
constexpr std::string_view kAnywhere[] = {
    "all rights reserved",
    "tous droits réservés",
    "alle rechte vorbehalten",
    "click to email",
    "opens in new window",
    "öffnet in neuem",
    "wird in neuem fenster",
    "cookies",
    "javascript",
    "your inbox",
    "votre boîte mail",
    "newsletter",
    "lien copié",
    "adblock",
};

constexpr std::string_view kEndMarks[] = {
    "à découvrir également",
    "à lire également",
    "à lire aussi",
    "lire aussi",
    "articles liés",
    "articles similaires",
    "sur le même sujet",
    "sur le même thème",
    "les plus lus",
    "dans la même rubrique",
    "nos derniers articles",
    "voir aussi",
    "à la une",
    "dernières actualités",
    "related articles",
    "related stories",
    "related posts",
    "related content",
    "more stories",
    "you may also like",
    "you might also like",
    "recommended for you",
    "most read",
    "most popular",
    "read next",
    "more from this section",
    "ähnliche artikel",
    "ähnliche beiträge",
    "verwandte artikel",
    "mehr zum thema",
    "das könnte sie auch interessieren",
    "das könnte dir auch gefallen",
    "weitere artikel",
    "weitere beiträge",
    "auch interessant",
    "kommentare",
    "comments",
    "commentaires",
    "leave a reply",
    "leave a comment",
    "laisser un commentaire",
    "schreibe einen kommentar",
    "hinterlasse eine antwort",
    "artículos relacionados",
    "noticias relacionadas",
    "te puede interesar",
};

/// Words that accompany a date of publication.
constexpr std::string_view kDateWords[] = {
    "publié",
    "publiée",
    "publie",
    "le",
    "la",
    "à",
    "a",
    "mis",
    "en",
    "ligne",
    "mise",
    "à",
    "jour",
    "modifié",
    "et",
    "posté",
    "par",
    "afp",
    "reuters",
    "ap",
    "dpa",
    "efe",
    "sda",
    "ats",
    "belga",
    "heure",
    "h",
    "min",
    "gmt",
    "utc",
    "cet",
    "cest",
    "est",
    "edt",
    "et",
    "pm",
    "am",
    "uhr",
    "um",
    "vom",
    "am",
    "den",
    "der",
    "stand",
    "aktualisiert",
    "veröffentlicht",
    "erstellt",
    "letzte",
    "letztes",
    "update",
    "updated",
    "published",
    "posted",
    "last",
    "on",
    "at",
    "first",
    "de",
    "del",
    "das",
    "às",
    "orange",
    "avec",
    "media",
    "services",
    "lecture",
    "min",
    "temps",
    "il",
    "y",
    "heures",
    "actualizado",
    "publicado",
    "dernière",
    "mise",
    "ago",
    "st",
    "nd",
    "rd",
    "th",
    "er",
    "maj",
    "created",
    "date",
    "time",
    "datum",
    "zuletzt",
    "geändert",
    "modified",
    "on",
    "of",
    "the",
    "minutes",
    "read",
    "minute",
};

constexpr std::string_view kBylineStarts[] = {"par ",
                                              "by ",
                                              "von ",
                                              "por ",
                                              "propos recueillis par ",
                                              "written by ",
                                              "posted by ",
                                              "texte ",
                                              "text von ",
                                              "auteur ",
                                              "autor ",
                                              "author ",
                                              "a cura di ",
                                              "with files from ",
                                              "reporting by ",
                                              "additional reporting by ",
                                              "avec afp",
                                              "mit agenturmaterial",
                                              "mit material "};

template <std::size_t N>
bool is_listed(std::string_view text, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), text) != std::end(list);
}

/// "21h05", "2024", "1er", "10am".
bool is_number_word(std::string_view word) {
  return !word.empty() && word[0] >= '0' && word[0] <= '9' && word.size() <= 6;
}

/// `text` begins with `phrase` and then with another word.
bool begins_with(std::string_view text, std::string_view phrase) {
  return text.starts_with(phrase) &&
         (text.size() == phrase.size() || phrase.ends_with(' ') || text[phrase.size()] == ' ');
}

/// "il y a 3 heures", "vor 2 Stunden", "Published 4 months ago".
bool is_relative_date(std::string_view line) {
  const std::string loose = loosen(line);
  if (loose.size() > 60 || loose.find_first_of("0123456789") == std::string::npos) return false;
  if (words_of(line).size() > 9) return false;
  return loose.ends_with(" ago") || loose.find("il y a ") != std::string::npos ||
         loose.starts_with("vor ") || loose.starts_with("hace ");
}

bool begins_as_short_byline(std::string_view line) {
  if (line.size() > 80) return false;
  const std::string loose = loosen(line);
  if (line.ends_with('.') || words_of(line).size() > 8) return false;
  return std::any_of(std::begin(kBylineStarts), std::end(kBylineStarts),
                     [&](std::string_view start) { return loose.starts_with(start); });
}

}  // namespace

bool is_boilerplate(std::string_view line) {
  if (line.size() > kMaxBoilerplateBytes) return false;
  if (line.starts_with("©") || line.starts_with("(c) ")) return true;
  const std::string loose = loosen(line);
  if (loose.empty() || is_listed(loose, kWholeLines)) return true;
  const bool begins =
      std::any_of(std::begin(kBeginnings), std::end(kBeginnings),
                  [&](std::string_view phrase) { return begins_with(loose, phrase); });
  if (begins) return true;
  return loose.size() < 120 &&
         std::any_of(std::begin(kAnywhere), std::end(kAnywhere), [&](std::string_view phrase) {
           return loose.find(phrase) != std::string::npos;
         });
}

bool is_caption(std::string_view line) {
  if (line.size() > kMaxBoilerplateBytes) return false;
  if (line.find("©") != std::string_view::npos) return !line.ends_with('.');
  constexpr std::string_view kInBrackets[] = {"(photo ", "(foto ", "(cliché ", "(bild ",
                                              "(crédit "};
  const std::size_t bracket = line.ends_with(')') ? line.rfind('(') : std::string_view::npos;
  if (bracket != std::string_view::npos) {
    const std::string inside = lower(line.substr(bracket));
    if (std::any_of(std::begin(kInBrackets), std::end(kInBrackets),
                    [&](std::string_view mark) { return inside.starts_with(mark); })) {
      return true;
    }
  }
  constexpr std::string_view kMarks[] = {
      "photo:",   "photo :", "photos:", "photos :", "foto:",   "fotos:",  "bild:", "crédit:",
      "crédit :", "ảnh:",    "imago/",  "reuters/", "credit:", "quelle:", "fotó:"};
  constexpr std::size_t kMaxCredit = 40;
  const std::string end = lower(line.substr(line.size() - std::min(line.size(), kMaxCredit)));
  if (line.ends_with('.') || line.ends_with('?')) return false;
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](std::string_view mark) { return end.find(mark) != std::string::npos; });
}

bool is_date_line(std::string_view line) {
  if (is_relative_date(line)) return true;
  if (line.size() > 140 || line.find_first_of("0123456789") == std::string_view::npos) return false;
  const auto words = words_of(line);
  int date_words = 0;
  int other = 0;
  for (const std::string& word : words) {
    if (is_number_word(word) || is_calendar_word(word)) {
      ++date_words;
    } else if (!is_listed(word, kDateWords)) {
      ++other;
    }
  }
  return date_words >= 2 && other <= 2 && date_words > other && date_in_prose(line).has_value();
}

bool is_hour(std::string_view line) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const std::size_t mark = line.find_first_not_of("0123456789");
  if (line.size() > 7 || mark == 0 || mark > 2) return false;
  if (mark == std::string_view::npos || (line[mark] != 'h' && line[mark] != ':')) return false;
  std::string_view rest = line.substr(mark + 1);
  if (rest.ends_with(" h")) rest.remove_suffix(2);
  return rest.size() == 2 && is_digit(rest[0]) && is_digit(rest[1]);
}

bool is_byline(std::string_view line) {
  if (begins_as_short_byline(line)) return true;
  // "Mis en ligne le 3 juin 2024 par Lea Blum"
  for (const std::string_view mark : {" par ", " by ", " von ", " por "}) {
    const std::size_t at = line.find(mark);
    if (at == std::string_view::npos || !is_date_line(line.substr(0, at))) continue;
    if (begins_as_short_byline(line.substr(at + 1))) return true;
  }
  return false;
}

bool is_end_mark(std::string_view line) {
  if (line.size() > 60) return false;
  return is_listed(loosen(line), kEndMarks);
}

}  // namespace kiosque
