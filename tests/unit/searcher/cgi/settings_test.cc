#include "searcher/cgi/settings.h"

#include <gtest/gtest.h>

#include "tests/support/result_matchers.h"
#include "tests/support/temp_dir.h"

namespace kiosque::cgi {
namespace {

using test::FailsWith;
using test::TempDir;

TEST(Settings, EnvironmentWinsOverTheFile) {
  const TempDir dir;
  const auto file =
      dir.write("k.conf", "# ours\n index = /a:/b\n name = Revue\r\nurl=https://k.example/\n");

  const auto settings =
      read_settings({{"SEARCHER_CONFIG", file.string()}, {"SEARCHER_NAME", "Kiosque du Rhône"}});

  ASSERT_TRUE(settings) << settings.error().message;
  EXPECT_EQ(settings->indexes, (std::vector<std::filesystem::path>{"/a", "/b"}));
  EXPECT_EQ(settings->site.name, "Kiosque du Rhône");
  EXPECT_EQ(settings->site.address, "https://k.example/");
}

TEST(Settings, RefusesASettingThatDoesNotExist) {
  const TempDir dir;
  const auto file = dir.write("k.conf", "indx = /a\n");

  EXPECT_THAT(read_settings({{"SEARCHER_CONFIG", file.string()}}), FailsWith(ErrorCode::Invalid));
}

TEST(Settings, RefusesValuesThatMakeNoSense) {
  EXPECT_THAT(read_settings({{"SEARCHER_TIME_LIMIT", "0"}}), FailsWith(ErrorCode::Invalid));
  EXPECT_THAT(read_settings({{"SEARCHER_URL", "javascript:x"}}), FailsWith(ErrorCode::Invalid));
  EXPECT_THAT(read_settings({{"SEARCHER_TEMPLATES", "/nowhere"}}), FailsWith(ErrorCode::NotFound));
}

TEST(Settings, TemplateFolderReplacesOnlyWhatItHolds) {
  const TempDir dir;
  dir.write("home.mustache", "ours");

  const auto settings = read_settings({{"SEARCHER_TEMPLATES", dir.path().string()}});

  ASSERT_TRUE(settings) << settings.error().message;
  EXPECT_EQ(settings->site.templates.at("home.mustache"), "ours");
  EXPECT_EQ(settings->site.templates.at("results.mustache"),
            render::page::builtin_templates().at("results.mustache"));
  EXPECT_NE(render::page::fingerprint(settings->site.templates),
            render::page::fingerprint(render::page::builtin_templates()));
}

}  // namespace
}  // namespace kiosque::cgi
