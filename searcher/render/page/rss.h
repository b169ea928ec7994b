#pragma once

#include <string>

#include "searcher/render/renderer.h"

namespace kiosque::render::page {

/// Where a feed is found and what it shows. Addresses may be empty if they are not known.
struct FeedPlace {
  std::string site = "Kiosque";
  std::string page = {};         ///< the answer as a page: the feed's <link>
  std::string self = {};         ///< the feed itself
  std::string description = {};  ///< the OpenSearch description of the site
};

/// Page -> RSS 2.0 with the response elements of OpenSearch 1.1: a search that a feed reader
/// subscribes to. An item's guid is the address of its article. Ask for the page by date: readers
/// take the order of relevance for noise.
class RssRenderer final : public Renderer {
 public:
  explicit RssRenderer(FeedPlace place) : place_(std::move(place)) {}
  [[nodiscard]] std::string render(const engine::Page& page, const Context& context) const override;

 private:
  FeedPlace place_;
};

}  // namespace kiosque::render::page
