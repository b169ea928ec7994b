#include "indexer/cli/network.h"

#include <csignal>
#include <string>

#include "common/base/version.h"

namespace kiosque::cli {
namespace {

// A signal handler can only reach what is global.
std::atomic<bool> stop_requested{false};

void request_stop(int signal_number) {
  stop_requested = true;
  std::signal(signal_number, SIG_DFL);
}

std::string user_agent(const NetworkArgs& args) {
  const std::string name = std::string("kiosque/") + kVersion;
  if (args.contact.empty()) return name + " (news search engine)";
  const bool is_mail =
      args.contact.find('@') != std::string::npos && args.contact.find(':') == std::string::npos;
  return name + " (+" + (is_mail ? "mailto:" : "") + args.contact + ")";
}

}  // namespace

void add_network_options(CLI::App& command, NetworkArgs& args) {
  command
      .add_option("--contact", args.contact,
                  "Page or mail address that sites find in our User-Agent (who to complain to)")
      ->envname("KIOSQUE_CONTACT")
      ->type_name("URL");
  command.add_option("--delay", args.delay_seconds, "Seconds between two requests to one host")
      ->check(CLI::Range(0.0, 3600.0))
      ->capture_default_str();
  command.add_option("--connections", args.connections, "Hosts asked at the same time")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command
      .add_option("--connect-to", args.connect_to,
                  "Send every request to this place, whatever its URL (to replay or test)")
      ->type_name("HOST:PORT");
}

fetch::CurlOptions curl_options(const NetworkArgs& args) {
  fetch::CurlOptions options;
  options.user_agent = user_agent(args);
  options.connect_to = args.connect_to;
  return options;
}

fetch::Options fetcher_options(const NetworkArgs& args) {
  fetch::Options options;
  options.host_delay =
      std::chrono::milliseconds(static_cast<std::int64_t>(args.delay_seconds * 1000));
  options.most_at_once = args.connections;
  return options;
}

const std::atomic<bool>& stop_on_signals() {
  std::signal(SIGINT, request_stop);
  std::signal(SIGTERM, request_stop);
  return stop_requested;
}

}  // namespace kiosque::cli
