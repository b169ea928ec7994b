#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

#include "searcher/cgi/settings.h"

/// Any bytes as the configuration file: settings that keep to their ranges, or an error that tells
/// what is wrong.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string path =
      (std::filesystem::temp_directory_path() / ("settings_fuzzer." + std::to_string(getpid())))
          .string();
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  const auto settings = kiosque::cgi::read_settings({{"SEARCHER_CONFIG", path}});
  if (!settings) {
    if (settings.error().message.empty()) std::abort();
  } else if (settings->time_limit.count() < 1 || settings->time_limit.count() > 60) {
    std::abort();
  }
  return 0;
}
