#pragma once

#include <chrono>
#include <string_view>

namespace kiosque::extract::text {

/// True for a short line that sites put between paragraphs: "Lire aussi : …", "Advertisement".
[[nodiscard]] bool is_boilerplate(std::string_view line);

/// True for a short line that ends with who took a picture: "Le port de Lys © Lea Blum", "… (Foto:
/// dpa)".
[[nodiscard]] bool is_caption(std::string_view line);

/// True for a line that says only when, and by which agency, a text was published: "AFP, publié le
/// jeudi 2 juillet 2020 à 21h05". `last` as in date_in_prose().
[[nodiscard]] bool is_date_line(std::string_view line, std::chrono::year last);

/// True for the hour alone, as it stands above the posts of a live blog: "12h10", "9:05".
[[nodiscard]] bool is_hour(std::string_view line);

/// True for a line that begins as bylines do ("Par Anne Blanc", "By …") and holds little else.
[[nodiscard]] bool is_byline(std::string_view line, std::chrono::year last);

/// True for a headline of a list of other articles, behind which nothing of this one comes: "À
/// découvrir également", "Related stories".
[[nodiscard]] bool is_end_mark(std::string_view line);

}  // namespace kiosque::extract::text
