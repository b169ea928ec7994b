#include "indexer/fetch/host_gate.h"

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

std::optional<HostGate::Time> HostGate::ready_at(const std::string& host) const {
  const auto found = hosts_.find(host);
  if (found == hosts_.end()) return first_free_;
  if (found->second.busy) return std::nullopt;
  return found->second.next;
}

void HostGate::begin(const std::string& host) { state(host).busy = true; }

void HostGate::end(const std::string& host, Time now, Duration jitter) {
  State& host_state = state(host);
  host_state.busy = false;
  host_state.next = std::max(host_state.next, now + host_state.delay + jitter);
}

void HostGate::set_delay(const std::string& host, Duration delay) {
  State& host_state = state(host);
  host_state.delay = std::max(delay_, delay);
}

void HostGate::hold(const std::string& host, Time until) {
  State& host_state = state(host);
  host_state.next = std::max(host_state.next, until);
}

HostGate::State& HostGate::state(const std::string& host) {
  return hosts_.try_emplace(host, State{false, delay_, first_free_}).first->second;
}

}  // namespace kiosque::fetch
