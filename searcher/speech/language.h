#pragma once

#include <string>
#include <string_view>

namespace kiosque::speech {

/// The languages a reader of news is spoken to in.
enum class Language { French, English };

/// The language of a locale's name, such as the value of LC_ALL, LC_MESSAGES or LANG: English for
/// one that names another language than French. "C" and no name at all (containers, cron) name
/// none, and get French: it is what is searched.
[[nodiscard]] Language language_of_locale(std::string_view locale);

/// "fr" or "en" (ISO 639-1).
[[nodiscard]] std::string_view language_code(Language language);

/// The name of a language, "français", for its ISO 639-1 code; the code itself if we have no name.
[[nodiscard]] std::string language_name(std::string_view code, Language language);

}  // namespace kiosque::speech
