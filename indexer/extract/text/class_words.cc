#include "indexer/extract/text/class_words.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace kiosque::extract::text {
namespace {

enum class Hint : std::uint8_t {
  Navigation,
  Aside,
  Footer,
  Form,
  Caption,
  Related,
  Share,
  Newsletter,
  Byline,
  Comments,
  Advert,
  Tags,
  Consent,
  Hidden,
  Body,
  Main,
  Standfirst,
};

struct Entry {
  std::string_view word;  ///< with '*' at the end: every word that begins so
  Hint hint;
};

// Words of class and id attributes, in the languages of the press. Sorted by hint for people.
constexpr Entry kWords[] = {
    // --- the article itself
    {"articlebody*", Hint::Body},
    {"articlecontent*", Hint::Body},
    {"articletext*", Hint::Body},
    {"storybody*", Hint::Body},
    {"storycontent*", Hint::Body},
    {"storytext*", Hint::Body},
    {"postbody*", Hint::Body},
    {"postcontent*", Hint::Body},
    {"posttext*", Hint::Body},
    {"entrycontent*", Hint::Body},
    {"entrytext*", Hint::Body},
    {"entrybody*", Hint::Body},
    {"contentbody*", Hint::Body},
    {"bodycontent*", Hint::Body},
    {"bodytext*", Hint::Body},
    {"bodycopy*", Hint::Body},
    {"newsbody*", Hint::Body},
    {"newscontent*", Hint::Body},
    {"newstext*", Hint::Body},
    {"textcontent*", Hint::Body},
    {"articleparagraph*", Hint::Body},
    {"artikeltext*", Hint::Body},
    {"artikelinhalt*", Hint::Body},
    {"textearticle*", Hint::Body},
    {"corpsarticle*", Hint::Body},
    {"contenuarticle*", Hint::Body},
    {"articlecorps*", Hint::Body},
    {"cuerponoticia*", Hint::Body},
    {"pagecontent*", Hint::Main},
    {"postbox", Hint::Main},
    {"richtext*", Hint::Body},
    {"paragraphs", Hint::Main},
    {"fieldbody", Hint::Body},
    {"fieldnamebody", Hint::Body},
    {"main", Hint::Main},
    {"content", Hint::Main},
    {"maincontent*", Hint::Main},
    {"contentmain*", Hint::Main},
    {"article", Hint::Main},
    {"story", Hint::Main},
    {"post", Hint::Main},
    {"entry", Hint::Main},
    {"text", Hint::Main},
    // --- the lead
    {"standfirst*", Hint::Standfirst},
    {"chapo*", Hint::Standfirst},
    {"chapeau*", Hint::Standfirst},
    {"lead", Hint::Standfirst},
    {"lede", Hint::Standfirst},
    {"leadtext*", Hint::Standfirst},
    {"vorspann*", Hint::Standfirst},
    {"dek", Hint::Standfirst},
    {"teasertext*", Hint::Standfirst},
    {"intro", Hint::Standfirst},
    {"introtext*", Hint::Standfirst},
    {"excerpt*", Hint::Standfirst},
    {"articlesummary*", Hint::Standfirst},
    {"articleintro*", Hint::Standfirst},
    {"articlelead*", Hint::Standfirst},
    {"subheadline*", Hint::Standfirst},
    {"subtitle*", Hint::Standfirst},
    {"bajada*", Hint::Standfirst},
    {"entradilla*", Hint::Standfirst},
    {"accroche*", Hint::Standfirst},
    {"strapline*", Hint::Standfirst},
    {"articledescription*", Hint::Standfirst},
    {"articlesubtitle*", Hint::Standfirst},
    // --- who wrote it and when
    {"byline*", Hint::Byline},
    {"author*", Hint::Byline},
    {"autor*", Hint::Byline},
    {"auteur*", Hint::Byline},
    {"verfasser*", Hint::Byline},
    {"writer*", Hint::Byline},
    {"postmeta*", Hint::Byline},
    {"entrymeta*", Hint::Byline},
    {"articlemeta*", Hint::Byline},
    {"metadata*", Hint::Byline},
    {"postinfo*", Hint::Byline},
    {"articleinfo*", Hint::Byline},
    {"dateline*", Hint::Byline},
    {"timestamp*", Hint::Byline},
    {"postdate*", Hint::Byline},
    {"entrydate*", Hint::Byline},
    {"articledate*", Hint::Byline},
    {"pubdate*", Hint::Byline},
    {"publishdate*", Hint::Byline},
    {"publishedat", Hint::Byline},
    {"publicationdate*", Hint::Byline},
    {"datepublished*", Hint::Byline},
    {"datetime", Hint::Byline},
    {"readingtime*", Hint::Byline},
    {"readtime*", Hint::Byline},
    {"lesezeit*", Hint::Byline},
    {"biography*", Hint::Byline},
    {"contributor*", Hint::Byline},
    {"meta", Hint::Byline},
    {"signature*", Hint::Byline},
    {"entryheader*", Hint::Byline},
    {"postheader*", Hint::Byline},
    // --- other articles
    {"related*", Hint::Related},
    {"recommend*", Hint::Related},
    {"recirc*", Hint::Related},
    {"outbrain*", Hint::Related},
    {"taboola*", Hint::Related},
    {"readmore*", Hint::Related},
    {"readalso*", Hint::Related},
    {"alsoread*", Hint::Related},
    {"lireaussi*", Hint::Related},
    {"alireaussi*", Hint::Related},
    {"lirela", Hint::Related},
    {"lirelasuite", Hint::Related},
    {"moreon", Hint::Related},
    {"morefrom*", Hint::Related},
    {"morestories*", Hint::Related},
    {"morenews*", Hint::Related},
    {"morearticles*", Hint::Related},
    {"morelinks*", Hint::Related},
    {"mostread*", Hint::Related},
    {"mostpopular*", Hint::Related},
    {"popular*", Hint::Related},
    {"trending*", Hint::Related},
    {"similar*", Hint::Related},
    {"suggest*", Hint::Related},
    {"mehrzum*", Hint::Related},
    {"zumthema*", Hint::Related},
    {"weiterlesen*", Hint::Related},
    {"crosslink*", Hint::Related},
    {"nextarticle*", Hint::Related},
    {"nextpost*", Hint::Related},
    {"prevnext*", Hint::Related},
    {"readnext*", Hint::Related},
    {"alsolike*", Hint::Related},
    {"furtherreading*", Hint::Related},
    {"seealso*", Hint::Related},
    {"zergnet*", Hint::Related},
    {"plista*", Hint::Related},
    {"ligatus*", Hint::Related},
    {"yarpp*", Hint::Related},
    {"jprelatedposts*", Hint::Related},
    {"voiraussi*", Hint::Related},
    {"linklist*", Hint::Related},
    {"memechose", Hint::Related},
    {"topstories*", Hint::Related},
    {"latest*", Hint::Related},
    {"readers", Hint::Related},
    {"articlelist*", Hint::Related},
    {"teaserlist*", Hint::Related},
    // --- sharing
    {"share*", Hint::Share},
    {"sharing*", Hint::Share},
    {"social*", Hint::Share},
    {"addthis*", Hint::Share},
    {"sharedaddy*", Hint::Share},
    {"addtoany*", Hint::Share},
    {"whatsapp*", Hint::Share},
    {"bookmark*", Hint::Share},
    {"partage*", Hint::Share},
    {"teilen*", Hint::Share},
    {"shariff*", Hint::Share},
    {"toolbar*", Hint::Share},
    {"articletools*", Hint::Share},
    {"likebutton*", Hint::Share},
    {"followus*", Hint::Share},
    {"rating*", Hint::Share},
    {"ratings*", Hint::Share},
    // --- letters and subscriptions
    {"newsletter*", Hint::Newsletter},
    {"subscribe*", Hint::Newsletter},
    {"subscription*", Hint::Newsletter},
    {"signup*", Hint::Newsletter},
    {"mailchimp*", Hint::Newsletter},
    {"donat*", Hint::Newsletter},
    {"cta", Hint::Newsletter},
    {"calltoaction*", Hint::Newsletter},
    {"inscription*", Hint::Newsletter},
    {"abonnement*", Hint::Newsletter},
    {"abobox*", Hint::Newsletter},
    {"membership*", Hint::Newsletter},
    {"appeal*", Hint::Newsletter},
    {"paywall*", Hint::Newsletter},
    {"regwall*", Hint::Newsletter},
    {"premiumwall*", Hint::Newsletter},
    // --- readers' words
    {"comment*", Hint::Comments},
    {"kommentar*", Hint::Comments},
    {"comentario*", Hint::Comments},
    {"commentaire*", Hint::Comments},
    {"disqus*", Hint::Comments},
    {"respond", Hint::Comments},
    {"replies", Hint::Comments},
    {"livefyre*", Hint::Comments},
    {"trackback*", Hint::Comments},
    {"leserbrief*", Hint::Comments},
    {"pingback*", Hint::Comments},
    // --- advertising
    {"ad", Hint::Advert},
    {"ads", Hint::Advert},
    {"advert*", Hint::Advert},
    {"adv", Hint::Advert},
    {"adslot*", Hint::Advert},
    {"adunit*", Hint::Advert},
    {"adbox*", Hint::Advert},
    {"anzeige*", Hint::Advert},
    {"werbung*", Hint::Advert},
    {"publicite*", Hint::Advert},
    {"publicidad*", Hint::Advert},
    {"pub", Hint::Advert},
    {"sponsor*", Hint::Advert},
    {"banner*", Hint::Advert},
    {"dfp*", Hint::Advert},
    {"adsense*", Hint::Advert},
    {"adsbygoogle*", Hint::Advert},
    {"promo*", Hint::Advert},
    {"affiliate*", Hint::Advert},
    {"upsell*", Hint::Advert},
    {"disclaimer*", Hint::Advert},
    {"disclosure*", Hint::Advert},
    // --- keywords
    {"tags", Hint::Tags},
    {"tag", Hint::Tags},
    {"taglist*", Hint::Tags},
    {"tagcloud*", Hint::Tags},
    {"keywords*", Hint::Tags},
    {"topiclist*", Hint::Tags},
    {"topics", Hint::Tags},
    {"hashtag*", Hint::Tags},
    {"posttags*", Hint::Tags},
    {"categories", Hint::Tags},
    {"catlinks*", Hint::Tags},
    {"postcategor*", Hint::Tags},
    {"kicker*", Hint::Tags},
    {"entrycategor*", Hint::Tags},
    {"entrytags*", Hint::Tags},
    {"rubrik*", Hint::Tags},
    // --- ways through the site
    {"nav", Hint::Navigation},
    {"navi*", Hint::Navigation},
    {"navbar*", Hint::Navigation},
    {"menu*", Hint::Navigation},
    {"submenu*", Hint::Navigation},
    {"masthead*", Hint::Navigation},
    {"topbar*", Hint::Navigation},
    {"skiplink*", Hint::Navigation},
    {"breadcrumb*", Hint::Navigation},
    {"breadcrump*", Hint::Navigation},
    {"filariane", Hint::Navigation},
    {"pagination*", Hint::Navigation},
    {"pager*", Hint::Navigation},
    {"paginator*", Hint::Navigation},
    {"pagelinks*", Hint::Navigation},
    {"postnav*", Hint::Navigation},
    {"navlinks*", Hint::Navigation},
    {"toc", Hint::Navigation},
    {"tableofcontents*", Hint::Navigation},
    {"sitemap*", Hint::Navigation},
    {"inhaltsverzeichnis*", Hint::Navigation},
    {"mweditsection", Hint::Hidden},
    {"sidebar*", Hint::Aside},
    {"rightcolumn*", Hint::Aside},
    {"rightcol*", Hint::Aside},
    {"widget*", Hint::Aside},
    {"infobox*", Hint::Aside},
    {"factbox*", Hint::Aside},
    {"pullquote*", Hint::Aside},
    {"marginalia*", Hint::Aside},
    {"footer*", Hint::Footer},
    {"copyright*", Hint::Footer},
    {"colophon*", Hint::Footer},
    {"legal", Hint::Footer},
    {"footnav*", Hint::Footer},
    {"impressum*", Hint::Footer},
    {"login*", Hint::Form},
    {"searchform*", Hint::Form},
    {"searchbox*", Hint::Form},
    {"button", Hint::Form},
    {"btn", Hint::Form},
    // --- pictures
    {"caption*", Hint::Caption},
    {"figcaption*", Hint::Caption},
    {"credit*", Hint::Caption},
    {"wpcaption*", Hint::Caption},
    {"bildunterschrift*", Hint::Caption},
    {"legende*", Hint::Caption},
    {"photocredit*", Hint::Caption},
    {"imagecredit*", Hint::Caption},
    {"gallery*", Hint::Caption},
    {"slideshow*", Hint::Caption},
    {"carousel*", Hint::Caption},
    {"slider*", Hint::Caption},
    {"imagesource*", Hint::Caption},
    {"mediainfo*", Hint::Caption},
    {"thumbcaption*", Hint::Caption},
    {"videoplayer*", Hint::Caption},
    {"audioplayer*", Hint::Caption},
    {"imagetext*", Hint::Caption},
    // --- what covers the page, or is not shown
    {"cookie*", Hint::Consent},
    {"consent*", Hint::Consent},
    {"gdpr*", Hint::Consent},
    {"overlay*", Hint::Consent},
    {"modal*", Hint::Consent},
    {"popup*", Hint::Consent},
    {"lightbox*", Hint::Consent},
    {"tooltip*", Hint::Consent},
    {"toast*", Hint::Consent},
    {"sronly*", Hint::Hidden},
    {"screenreader*", Hint::Hidden},
    {"visuallyhidden*", Hint::Hidden},
    {"visualhidden*", Hint::Hidden},
    {"printonly*", Hint::Hidden},
    {"noscript*", Hint::Hidden},
};

constexpr std::size_t kLongestWord = 40;

void apply(Hint hint, ClassHints& hints) {
  switch (hint) {
    case Hint::Body:
      hints.body = true;
      break;
    case Hint::Main:
      hints.main = true;
      break;
    case Hint::Standfirst:
      hints.standfirst = true;
      break;
    case Hint::Hidden:
      hints.zone = Zone::Invisible;
      break;
    default:
      // The enumerations run parallel from Navigation to Consent.
      if (hints.zone == Zone::Content) {
        hints.zone = static_cast<Zone>(static_cast<int>(hint) + 1);
      }
  }
}

/// The table as it is looked up: whole words by hash, beginnings by their first letter.
struct Table {
  struct Beginning {
    std::string_view letters;
    Hint hint;
  };
  std::unordered_map<std::string_view, Hint> words;
  std::array<std::vector<Beginning>, 26> beginnings;  ///< the longest first

  Table() {
    for (const Entry& entry : kWords) {
      std::string_view word = entry.word;
      if (word.ends_with('*')) {
        word.remove_suffix(1);
        beginnings[static_cast<std::size_t>(word.front() - 'a')].push_back({word, entry.hint});
      }
      words.emplace(word, entry.hint);
    }
    for (auto& same_letter : beginnings) {
      std::ranges::stable_sort(same_letter, std::greater(),
                               [](const Beginning& one) { return one.letters.size(); });
    }
  }
};

const Table& table() {
  static const Table kTable;
  return kTable;
}

/// The entry that is `word`, else the longest that begins it. REQUIRES: lower-case letters.
void look_up(std::string_view word, ClassHints& hints) {
  if (word.size() > kLongestWord) word = word.substr(0, kLongestWord);
  if (const auto whole = table().words.find(word); whole != table().words.end()) {
    return apply(whole->second, hints);
  }
  for (const auto& [letters, hint] :
       table().beginnings[static_cast<std::size_t>(word.front() - 'a')]) {
    if (word.starts_with(letters)) return apply(hint, hints);
  }
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

ClassHints read_words(std::string_view attribute) {
  ClassHints hints;
  std::string previous;
  std::string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    look_up(word, hints);
    if (!previous.empty()) look_up(previous + word, hints);
    previous = std::move(word);
    word.clear();
  };
  for (std::size_t i = 0; i < attribute.size(); ++i) {
    const char c = attribute[i];
    const bool hump = is_upper(c) && i > 0 && is_lower(attribute[i - 1]);
    if (hump || !(is_upper(c) || is_lower(c))) end_word();
    if (is_upper(c)) word += static_cast<char>(c + 32);
    if (is_lower(c)) word += c;
    if (c == ' ') previous.clear();
  }
  end_word();
  return hints;
}

struct ViewHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept {
    return std::hash<std::string_view>{}(text);
  }
};

}  // namespace

void ClassHints::merge(const ClassHints& other) {
  if (zone == Zone::Content) zone = other.zone;
  body = body || other.body;
  main = main || other.main;
  standfirst = standfirst || other.standfirst;
}

ClassHints read_class(std::string_view attribute) {
  // Pages of one site have the same few hundred classes.
  constexpr std::size_t kMostRemembered = 8192;
  constexpr std::size_t kLongestRemembered = 200;
  thread_local std::unordered_map<std::string, ClassHints, ViewHash, std::equal_to<>> remembered;
  if (attribute.empty()) return {};
  if (attribute.size() > kLongestRemembered) return read_words(attribute);
  const auto known = remembered.find(attribute);
  if (known != remembered.end()) return known->second;
  if (remembered.size() == kMostRemembered) remembered.clear();
  return remembered.emplace(attribute, read_words(attribute)).first->second;
}

}  // namespace kiosque::extract::text
