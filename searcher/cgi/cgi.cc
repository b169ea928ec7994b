#include "searcher/cgi/cgi.h"

#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "common/base/files.h"
#include "common/base/result.h"
#include "common/base/terminal.h"
#include "searcher/cgi/fastcgi.h"
#include "searcher/cgi/process.h"
#include "searcher/cgi/site.h"

namespace kiosque::cgi {
namespace {

/// A request may not take the machine down with it. Sanitizers need the address space.
void limit_memory() {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  constexpr rlim_t kBytes = rlim_t{2} << 30;
  const rlimit limit{kBytes, kBytes};
  setrlimit(RLIMIT_AS, &limit);
#endif
}

int run_once() {
  const date::SystemClock clock;
  const Environment environment = to_environment(environ);
  const std::string_view method = value_of(environment, "REQUEST_METHOD");
  Result<Settings> settings = read_settings(environment);
  if (!settings) report_error("searcher", settings.error());
  Site site(settings ? std::move(*settings) : Settings{}, clock);
  std::string text;
  {
    const std::string late =
        to_cgi(site.unavailable(environment, speech::Message::ErrorTooSlow), method);
    const TimeLimit limit(site.time_limit(), STDOUT_FILENO, late);
    text = to_cgi(site.answer(environment), method);
  }
  (void)write_all(STDOUT_FILENO, text);  // a visitor who is gone is no error
  return kExitOk;
}

}  // namespace

bool started_by_web_server() { return std::getenv("GATEWAY_INTERFACE") != nullptr || is_fastcgi(); }

int run() {
  unsetenv("HTTP_PROXY");  // a visitor's header "Proxy:", not an administrator's setting
  limit_memory();
  return is_fastcgi() ? run_fastcgi() : run_once();
}

}  // namespace kiosque::cgi
