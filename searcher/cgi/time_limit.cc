#include "searcher/cgi/time_limit.h"

#include <sys/time.h>
#include <unistd.h>
#include <csignal>

#include "common/base/result.h"

namespace kiosque::cgi {
namespace {

// All a signal handler can reach is global.
int g_descriptor = -1;
const char* g_words = nullptr;
std::size_t g_size = 0;

void say_last_words(int) {
  std::size_t written = 0;
  while (written < g_size) {
    const ssize_t count = write(g_descriptor, g_words + written, g_size - written);
    if (count <= 0) break;
    written += static_cast<std::size_t>(count);
  }
  _exit(kExitError);
}

void set_alarm(std::chrono::seconds limit) {
  itimerval timer{};
  timer.it_value.tv_sec = limit.count();
  setitimer(ITIMER_REAL, &timer, nullptr);
}

}  // namespace

TimeLimit::TimeLimit(std::chrono::seconds limit, int descriptor, std::string_view last_words) {
  g_descriptor = descriptor;
  g_words = last_words.data();
  g_size = last_words.size();
  struct sigaction action {};
  action.sa_handler = say_last_words;
  sigaction(SIGALRM, &action, nullptr);
  set_alarm(limit);
}

TimeLimit::~TimeLimit() { set_alarm(std::chrono::seconds{0}); }

}  // namespace kiosque::cgi
