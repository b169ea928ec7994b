#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosque::extract::facts {

/// The names in a byline, less labels before, days and links behind: "Par Anne Blanc et Luc Noir,
/// le 3 juin" -> "Anne Blanc", "Luc Noir". Empty if it holds something else than names.
[[nodiscard]] std::vector<std::string> names_of_byline(std::string_view byline);

/// True if a line begins with a label that names follow: "Par …", "Text: …".
[[nodiscard]] bool begins_as_byline(std::string_view line);

/// True for two to five words, each with a capital or a particle: "Lea van der Blum".
[[nodiscard]] bool looks_like_person(std::string_view name);

/// Adds a name that is not there yet, whatever its case; twenty at most.
void add_name(std::vector<std::string>& names, std::string name);

}  // namespace kiosque::extract::facts
