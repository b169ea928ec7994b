#include "searcher/cgi/fastcgi.h"

#include <fcgiapp.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <string>

#include "common/base/result.h"
#include "common/base/terminal.h"
#include "searcher/cgi/process.h"
#include "searcher/cgi/site.h"

namespace kiosque::cgi {
namespace {

constexpr int kSocket = 0;
constexpr int kMaxWorkers = 64;

// Records of the FastCGI protocol (specification, section 8).
constexpr char kVersion1 = 1;
constexpr char kEndRequest = 3;
constexpr char kStdout = 6;

void add_record(std::string& stream, char type, int request, std::string_view content) {
  const auto high = [](std::size_t number) { return static_cast<char>(number >> 8 & 0xFF); };
  const auto low = [](std::size_t number) { return static_cast<char>(number & 0xFF); };
  const auto id = static_cast<std::size_t>(request);
  stream += {kVersion1, type, high(id), low(id), high(content.size()), low(content.size()), 0, 0};
  stream += content;
}

/// `text` as the whole answer, for when libfcgi has no more say.
std::string as_records(std::string_view text, int request) {
  std::string stream;
  add_record(stream, kStdout, request, text.substr(0, 0xFFFF));
  add_record(stream, kStdout, request, "");
  add_record(stream, kEndRequest, request, std::string(8, '\0'));
  return stream;
}

/// The site, as its settings say. They come with the requests, if the server is set up so; a site
/// without settings answers with 503, and they are read again for the next request.
class Sites {
 public:
  explicit Sites(const date::Clock& clock) : clock_(clock) {}

  Site& for_request(const Environment& environment) {
    if (site_) return *site_;
    Environment all = to_environment(environ);
    all.insert(environment.begin(), environment.end());
    Result<Settings> settings = read_settings(all);
    if (!settings) {
      report_error("searcher", settings.error());
      broken_ = std::make_unique<Site>(Settings{}, clock_);
      return *broken_;
    }
    site_ = std::make_unique<Site>(std::move(*settings), clock_);
    return *site_;
  }

 private:
  const date::Clock& clock_;
  std::unique_ptr<Site> site_;
  std::unique_ptr<Site> broken_;
};

int serve() {
  const date::SystemClock clock;
  Sites sites(clock);
  FCGX_Init();
  FCGX_Request request;
  FCGX_InitRequest(&request, kSocket, 0);
  while (FCGX_Accept_r(&request) == 0) {
    const Environment environment = to_environment(request.envp);
    const std::string_view method = value_of(environment, "REQUEST_METHOD");
    Site& site = sites.for_request(environment);
    std::string text;
    {
      const std::string late =
          as_records(to_cgi(site.unavailable(environment, speech::Message::ErrorTooSlow), method),
                     request.requestId);
      const TimeLimit limit(site.time_limit(), request.ipcFd, late);
      text = to_cgi(site.answer(environment), method);
    }
    FCGX_PutStr(text.data(), static_cast<int>(text.size()), request.out);
    FCGX_Finish_r(&request);
  }
  return kExitOk;
}

}  // namespace

bool is_fastcgi() {
  sockaddr_storage peer{};
  socklen_t size = sizeof peer;
  return getpeername(kSocket, reinterpret_cast<sockaddr*>(&peer), &size) != 0 && errno == ENOTCONN;
}

int run_fastcgi() {
  const char* wanted = std::getenv("SEARCHER_WORKERS");
  const int count = wanted == nullptr ? 1 : std::atoi(wanted);
  return run_workers(std::clamp(count, 1, kMaxWorkers), serve);
}

}  // namespace kiosque::cgi
