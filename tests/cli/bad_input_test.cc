// Whatever is put into the indexer, it says what is wrong, does the rest and never dies.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "common/base/result.h"
#include "tests/support/run_program.h"
#include "tests/support/sample_lines.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class BadInputTest : public ::testing::Test {
 protected:
  RunResult add(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"add", "--index", index_});
    return run_indexer(arguments);
  }
  int articles() {
    const RunResult stats = run_indexer({"stats", "--json", "--index", index_});
    return nlohmann::json::parse(stats.out)["articles"];
  }

  const TempDir dir_;
  const std::string index_ = dir_ / "index";
  const std::string good_ = dir_.write("good.jsonl", sample_lines(0, 2));
};

TEST_F(BadInputTest, ACommandLineIsToldWhatIsUnknownInIt) {
  const auto said = [](const std::vector<std::string>& arguments) {
    const RunResult run = run_indexer(arguments);
    EXPECT_EQ(run.status, kExitError) << run.err;
    return run.err;
  };

  EXPECT_THAT(said({"ad", "--index", index_}),
              AllOf(HasSubstr("there is no command 'ad'"), HasSubstr("`indexer --help`")));
  EXPECT_THAT(said({"add", "--indx", index_}),
              AllOf(HasSubstr("there is no option '--indx'"), HasSubstr("`indexer add --help`")));
  EXPECT_THAT(said({"stats", "--index", index_, "more"}), HasSubstr("'more'"));
  EXPECT_THAT(said({"add"}), HasSubstr("--index is required"));
  EXPECT_THAT(said({}), HasSubstr("subcommand is required"));
}

TEST_F(BadInputTest, AFullDiskUnderTheOutputIsAnError) {
  ASSERT_EQ(add({good_}).status, kExitOk);
  const std::string indexer = program_path("indexer");
  for (const auto* command : {"export", "stats", "check"}) {
    const std::string run = indexer + ' ' + command + " --index '" + index_ + "'";

    const RunResult full = run_program({"sh", "-c", run + " >/dev/full"});
    EXPECT_EQ(full.status, kExitError) << command;
    EXPECT_THAT(full.err, HasSubstr("cannot write to the standard output"));
    // Whoever reads no further has what was wanted.
    EXPECT_EQ(run_program({"sh", "-c", run + " | true"}).err, "") << command;
  }
}

TEST_F(BadInputTest, EmptyFile) {
  const RunResult result = add({dir_.write("empty", ""), good_});

  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.err, HasSubstr("empty' is empty"));
  EXPECT_EQ(articles(), 2);
}

TEST_F(BadInputTest, BinaryFile) {
  const auto file = dir_.write("image", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  const RunResult result = add({file, good_});

  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.err, HasSubstr("is neither a page, a feed nor text"));
  EXPECT_EQ(articles(), 2);
}

TEST_F(BadInputTest, BinaryFilesOfADirectoryAreCountedNotBlamed) {
  dir_.write("saved/image", std::string(100, '\0'));
  dir_.write("saved/style.css", "body { margin: 0; } a { color: #fff; }");
  dir_.write("saved/a.jsonl", sample_lines(0, 2));

  const RunResult result = add({dir_ / "saved"});

  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, AllOf(HasSubstr("2 new"), HasSubstr("2 other files ignored")));
}

TEST_F(BadInputTest, HugeFileOfNothingAndHugePage) {
  const auto nothing = dir_.write("nothing", "");
  const auto page = dir_.write("page.html", "<html><body><p>Bonjour</p>");
  fs::resize_file(nothing, 200'000'000);  // sparse
  fs::resize_file(page, 200'000'000);

  const RunResult result = add({nothing, page, good_});

  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.err, AllOf(HasSubstr("nothing' is neither"), HasSubstr("page.html")));
  EXPECT_EQ(articles(), 2);
}

TEST_F(BadInputTest, TruncatedGzip) {
  const std::string packed = dir_ / "good.jsonl.gz";
  ASSERT_EQ(run_program({"gzip", "-k", good_}).status, 0);
  fs::resize_file(packed, fs::file_size(packed) - 20);

  const RunResult result = add({packed});

  EXPECT_NE(result.status, 0);
  EXPECT_THAT(result.err, HasSubstr("is damaged or cut short (gzip)"));
}

TEST_F(BadInputTest, PageNestedAHundredThousandDeep) {
  std::string page = "<html><body>";
  for (int i = 0; i < 100'000; ++i) page += "<div>";
  const RunResult result = add({dir_.write("deep.html", page + "Au fond."), good_});

  EXPECT_THAT(result.status, testing::AnyOf(0, 3)) << result.err;
  EXPECT_GE(articles(), 2);
}

TEST_F(BadInputTest, InvalidUtf8) {
  const auto file =
      dir_.write("a.jsonl", "{\"url\":\"https://exemple.fr/x\",\"body\":\"caf\xE9\xFF noir\"}\n");

  EXPECT_EQ(add({file}).status, 0);
  EXPECT_THAT(run_indexer({"export", "--index", index_}).out, HasSubstr("caf\xEF\xBF\xBD"));
}

TEST_F(BadInputTest, AFeedThatIsAPage) {
  const RunResult result =
      add({dir_.write("feed.xml", "<!DOCTYPE html><html><body><h1>404</h1></body></html>"), good_});

  EXPECT_THAT(result.status, testing::AnyOf(0, 3)) << result.err;
  EXPECT_EQ(articles(), 2);
}

TEST_F(BadInputTest, BadLinesAreNamedAndTheRestIsKept) {
  const auto file =
      dir_.write("a.jsonl", sample_lines(0, 1) + "{\"url\": 7}\n\n{oops\n" + sample_lines(1, 1));
  const RunResult result = add({file});

  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.err, AllOf(HasSubstr("a.jsonl:2: \"url\" is not a string"),
                                HasSubstr("a.jsonl:4: is not valid JSON")));
  EXPECT_THAT(result.out, HasSubstr("2 new, 0 changed, 0 unchanged; 2 errors"));
}

TEST_F(BadInputTest, MissingPath) {
  const RunResult alone = add({dir_ / "none"});
  const RunResult beside = add({dir_ / "none", good_});

  EXPECT_EQ(alone.status, 2);
  EXPECT_THAT(alone.err, HasSubstr("none': No such file or directory"));
  EXPECT_EQ(beside.status, 3);
  EXPECT_EQ(articles(), 2);
}

TEST_F(BadInputTest, DirectoryWithoutRights) {
  dir_.write("closed/a.jsonl", sample_lines(5, 1));
  fs::permissions(dir_ / "closed", fs::perms::none);
  // Root reads everything, unless it gives that privilege up.
  std::vector<std::string> command;
  if (::geteuid() == 0) command = {"setpriv", "--bounding-set=-dac_override,-dac_read_search"};
  const std::vector<std::string> arguments{program_path("indexer"), "add", "--index", index_,
                                           dir_ / "closed",         good_};
  command.insert(command.end(), arguments.begin(), arguments.end());

  const RunResult result = run_program(command);
  fs::permissions(dir_ / "closed", fs::perms::owner_all);

  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.err, HasSubstr("closed': Permission denied"));
  EXPECT_EQ(articles(), 2);
}

TEST_F(BadInputTest, FullDisk) {
  const auto file = dir_.write("many.jsonl", sample_lines(0, 3000, 200));
  // No file may grow beyond 1 MB: to a program the same as a disk that is full.
  const RunResult full = run_program({"sh", "-c", "ulimit -f 2048; exec \"$@\"", "sh",
                                      program_path("indexer"), "add", "--index", index_, file});

  EXPECT_EQ(full.status, 2);
  EXPECT_THAT(full.err, HasSubstr("free some space, then run the same command again"));
  EXPECT_EQ(run_indexer({"check", "--index", index_}).status, 0);
  EXPECT_EQ(add({file}).status, 0);
  EXPECT_EQ(articles(), 3000);
}

TEST_F(BadInputTest, IndexOfAnotherVersion) {
  ASSERT_EQ(add({good_}).status, 0);
  dir_.write("index/kiosque.json",
             R"({"format":"kiosque-index","schema":999,"analyzer":1,"shards":["shard-1-0"]})");

  const RunResult result = add({good_});

  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.err, HasSubstr("schema 999"));
}

TEST_F(BadInputTest, AnIndexThatIsNone) {
  dir_.write("photos/chat.jpg", "x");

  const RunResult added = run_indexer({"add", "--index", dir_ / "photos", good_});
  const RunResult counted = run_indexer({"stats", "--index", dir_ / "photos"});

  EXPECT_EQ(added.status, 2);
  EXPECT_THAT(added.err, HasSubstr("holds files, but no index of kiosque"));
  EXPECT_EQ(counted.status, 2);
  EXPECT_THAT(counted.err, HasSubstr("is not an index"));
}

TEST_F(BadInputTest, DamagedShard) {
  ASSERT_EQ(add({good_}).status, 0);
  dir_.write("index/shard-1-0/iamglass", "garbage");

  const RunResult check = run_indexer({"check", "--index", index_});

  EXPECT_EQ(check.status, 2);
  EXPECT_THAT(check.err, HasSubstr("shard-1-0"));
  EXPECT_EQ(add({good_}).status, 2);
}

}  // namespace
}  // namespace kiosque::test
