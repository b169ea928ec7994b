#pragma once

#include <CLI/CLI.hpp>
#include <atomic>
#include <chrono>
#include <string>

#include "indexer/fetch/curl_client.h"
#include "indexer/fetch/fetch.h"

namespace kiosque::cli {

/// How to fetch: the options that all commands which use the network share.
struct NetworkArgs {
  std::string contact;
  double delay_seconds = 1.5;
  std::size_t connections = 64;
  std::string connect_to;
};

void add_network_options(CLI::App& command, NetworkArgs& args);

/// With the User-Agent "kiosque/0.1.0 (+CONTACT)".
[[nodiscard]] fetch::CurlOptions curl_options(const NetworkArgs& args);
[[nodiscard]] fetch::Options fetcher_options(const NetworkArgs& args);

/// A flag that the first SIGINT or SIGTERM sets; the second one ends the program at once.
[[nodiscard]] const std::atomic<bool>& stop_on_signals();

}  // namespace kiosque::cli
