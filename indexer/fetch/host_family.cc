#include "indexer/fetch/host_family.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace kiosque::fetch {
namespace {

/// Services where every name is answered by the same machines, which count requests together.
constexpr std::array<std::string_view, 16> kServices{
    "blogspot.com",   "canalblog.com",   "feedburner.com", "github.io",
    "hautetfort.com", "livejournal.com", "medium.com",     "over-blog.com",
    "reddit.com",     "skyrock.com",     "substack.com",   "tumblr.com",
    "typepad.com",    "wixsite.com",     "wordpress.com",  "youtube.com"};

bool belongs_to(std::string_view host, std::string_view service) {
  if (!host.ends_with(service)) return false;
  const std::size_t rest = host.size() - service.size();
  return rest == 0 || host[rest - 1] == '.';
}

}  // namespace

std::string host_family(const std::string& host) {
  const auto* service = std::ranges::find_if(
      kServices, [&](std::string_view name) { return belongs_to(host, name); });
  return service == kServices.end() ? host : std::string(*service);
}

}  // namespace kiosque::fetch
