#include "indexer/fetch/http_client.h"

namespace kiosque::fetch {

std::string_view name_of(Cause cause) noexcept {
  switch (cause) {
    case Cause::BadUrl:
      return "bad-url";
    case Cause::Dns:
      return "dns";
    case Cause::Connect:
      return "connect";
    case Cause::Tls:
      return "tls";
    case Cause::Timeout:
      return "timeout";
    case Cause::TooLarge:
      return "too-large";
    case Cause::Redirect:
      return "redirect";
    case Cause::Address:
      return "private-address";
    case Cause::Robots:
      return "robots";
    case Cause::Held:
      return "held";
    case Cause::Network:
      return "network";
    case Cause::Stopped:
      return "stopped";
  }
  return "network";
}

std::string_view HttpResponse::header(std::string_view name) const noexcept {
  for (const HttpHeader& header : headers) {
    if (header.name == name) return header.value;
  }
  return {};
}

}  // namespace kiosque::fetch
