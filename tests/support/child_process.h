#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

namespace kiosque::test {

/// A program that runs beside the test and reads what the test writes; killed when destroyed.
class ChildProcess {
 public:
  /// Starts `command` (a path, then its arguments); its output is dropped.
  explicit ChildProcess(const std::vector<std::string>& command);
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  /// Writes to its standard input.
  void write(std::string_view text);

  /// kill -9, and waits for the end.
  void kill();

 private:
  pid_t id_ = -1;
  int input_ = -1;
};

}  // namespace kiosque::test
