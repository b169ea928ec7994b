#include "indexer/fetch/http_client.h"

namespace kiosque {

std::string_view name_of(FetchCause cause) noexcept {
  switch (cause) {
    case FetchCause::BadUrl:
      return "bad-url";
    case FetchCause::Dns:
      return "dns";
    case FetchCause::Connect:
      return "connect";
    case FetchCause::Tls:
      return "tls";
    case FetchCause::Timeout:
      return "timeout";
    case FetchCause::TooLarge:
      return "too-large";
    case FetchCause::Redirect:
      return "redirect";
    case FetchCause::Address:
      return "private-address";
    case FetchCause::Robots:
      return "robots";
    case FetchCause::Held:
      return "held";
    case FetchCause::Network:
      return "network";
    case FetchCause::Stopped:
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

}  // namespace kiosque
