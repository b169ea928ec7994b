#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/extract/facts/json_ld.h"
#include "indexer/html/html.h"

namespace kiosque::extract::facts {

/// What a page says of itself outside its text, gathered in one walk.
struct Signals {
  LinkedData linked;
  std::vector<std::pair<std::string, std::string>>
      metas;  ///< name or property, lower case; content
  std::string title_element;
  std::string canonical;               ///< link rel=canonical, as written
  std::string language;                ///< html lang, as written
  std::vector<html::NodeId> headings;  ///< each h1
  std::vector<html::NodeId> times;     ///< time elements and whatever has itemprop=datePublished

  /// The content of the first meta of that name; empty if there is none.
  [[nodiscard]] std::string_view meta(std::string_view name) const;
};

[[nodiscard]] Signals gather_signals(const html::Dom& dom);

}  // namespace kiosque::extract::facts
