#pragma once

#include <string>

namespace kiosque::fetch {

/// The host whose wishes for a pause `host` shares: itself, or the service that many sites live on.
///
///   loups.tumblr.com -> tumblr.com      www.lemonde.fr -> www.lemonde.fr
[[nodiscard]] std::string host_family(const std::string& host);

}  // namespace kiosque::fetch
