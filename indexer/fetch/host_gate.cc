#include "indexer/fetch/host_gate.h"

#include <algorithm>

namespace kiosque::fetch {

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
