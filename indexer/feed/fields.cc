#include "indexer/feed/fields.h"

#include <algorithm>

namespace kiosque::feed {
namespace {

const FieldReader* find(std::span<const FieldReader> fields, Ns ns, std::string_view name) {
  const auto row = std::find_if(fields.begin(), fields.end(), [&](const FieldReader& field) {
    return field.ns == ns && field.name == name;
  });
  return row == fields.end() ? nullptr : &*row;
}

}  // namespace

void read_field(Draft& draft, pugi::xml_node element, const Scope& outer, Dialect dialect,
                bool is_entry) {
  const Name name = name_of(element);
  Source source{element, enter(outer, element), kOwn, is_entry};
  const FieldReader* field = nullptr;
  if (name.ns == Ns::Core || name.ns == Ns::Atom) {
    const bool own_words = dialect == Dialect::Atom || name.ns == Ns::Core;
    if (!own_words) source.rank = kForeign;
    const bool rss_words = dialect == Dialect::Rss && name.ns == Ns::Core;
    if (rss_words) field = find(rss_fields(), Ns::Core, name.local);
    if (field == nullptr) {
      if (rss_words) source.rank = kForeign;
      field = find(atom_fields(), Ns::Atom, name.local);
    }
    if (field == nullptr && dialect == Dialect::Atom) {
      source.rank = kForeign;
      field = find(rss_fields(), Ns::Core, name.local);
    }
  } else {
    source.rank = kModule;
    field = find(module_fields(), name.ns, name.local);
  }
  if (field != nullptr) field->read(draft, source);
}

}  // namespace kiosque::feed
