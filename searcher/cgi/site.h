#pragma once

#include <optional>

#include "common/date/date.h"
#include "searcher/address/address.h"
#include "searcher/cgi/gateway.h"
#include "searcher/cgi/settings.h"
#include "searcher/engine/engine.h"

namespace kiosque::cgi {

/// Answers requests, one after the other. The index is opened when it is first needed and stays
/// open; while it cannot be opened the answer is 503, and the next request tries again.
class Site {
 public:
  /// `clock` must outlive the site.
  Site(Settings settings, const date::Clock& clock)
      : settings_(std::move(settings)), clock_(clock) {}

  /// Always an answer, never an exception. What a visitor should not read goes to standard error,
  /// which is the web server's log.
  [[nodiscard]] Response answer(const Environment& environment);

  [[nodiscard]] std::chrono::seconds time_limit() const { return settings_.time_limit; }

  /// The answer to a request that took too long, or for which there is no room.
  [[nodiscard]] Response unavailable(const Environment& environment, speech::Message why) const;

 private:
  [[nodiscard]] Response refuse(const address::Refusal& refusal,
                                const Environment& environment) const;
  [[nodiscard]] Response answer_checked(const address::Link& link, const Environment& environment);
  [[nodiscard]] Response answer_search(const address::Link& link, const Environment& environment);
  [[nodiscard]] Response render(const address::Link& link, const engine::Page& page,
                                const Environment& environment) const;
  [[nodiscard]] std::string entity_tag(const address::Link& link, speech::Language language,
                                       const std::string& revision) const;
  [[nodiscard]] render::page::WebSite site_for(const Environment& environment) const;

  /// The open index; opened anew when a compaction has put other shards in its place.
  [[nodiscard]] Status open_index();

  Settings settings_;
  const date::Clock& clock_;
  std::optional<engine::Engine> engine_;
  std::vector<std::filesystem::file_time_type> manifests_ = {};  ///< when they were written
};

}  // namespace kiosque::cgi
