#include "searcher/speech/language.h"

#include <algorithm>
#include <array>

namespace kiosque::speech {
namespace {

struct LanguageName {
  std::string_view code;
  std::string_view french;
  std::string_view english;
};

constexpr std::array kLanguageNames{
    LanguageName{"ar", "arabe", "Arabic"},
    LanguageName{"br", "breton", "Breton"},
    LanguageName{"ca", "catalan", "Catalan"},
    LanguageName{"co", "corse", "Corsican"},
    LanguageName{"de", "allemand", "German"},
    LanguageName{"en", "anglais", "English"},
    LanguageName{"es", "espagnol", "Spanish"},
    LanguageName{"eu", "basque", "Basque"},
    LanguageName{"fr", "français", "French"},
    LanguageName{"it", "italien", "Italian"},
    LanguageName{"lb", "luxembourgeois", "Luxembourgish"},
    LanguageName{"nl", "néerlandais", "Dutch"},
    LanguageName{"oc", "occitan", "Occitan"},
    LanguageName{"pt", "portugais", "Portuguese"},
    LanguageName{"ru", "russe", "Russian"},
    LanguageName{"uk", "ukrainien", "Ukrainian"},
};

}  // namespace

Language language_of_locale(std::string_view locale) {
  const std::string_view name = locale.substr(0, locale.find_first_of(".@"));
  const bool names_no_language = name.empty() || name == "C" || name == "POSIX";
  const bool french = names_no_language || name.starts_with("fr");
  return french ? Language::French : Language::English;
}

std::string_view language_code(Language language) {
  return language == Language::French ? "fr" : "en";
}

std::string language_name(std::string_view code, Language language) {
  const auto* name = std::ranges::find(kLanguageNames, code, &LanguageName::code);
  if (name == kLanguageNames.end()) return std::string(code);
  return std::string(language == Language::French ? name->french : name->english);
}

}  // namespace kiosque::speech
