#include <csignal>

#include "indexer/cli/cli.h"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow then is an error of write()
  return kiosque::cli::run(argc, argv);
}
