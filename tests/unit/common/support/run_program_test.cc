#include "tests/support/run_program.h"

#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

namespace kiosque::test {
namespace {

TEST(RunProgram, GivesStatusAndBothOutputs) {
  const RunResult run = run_program({"sh", "-c", "echo out; echo err >&2; exit 3"});

  EXPECT_EQ(run.status, 3);
  EXPECT_EQ(run.out, "out\n");
  EXPECT_EQ(run.err, "err\n");
}

TEST(RunProgram, FeedsInputLargerThanAPipe) {
  const std::string input(1'000'000, 'x');

  const RunResult run = run_program({"cat"}, {.input = input});

  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out, input);
}

TEST(RunProgram, SurvivesAProgramThatDoesNotReadItsInput) {
  const RunResult run = run_program({"true"}, {.input = std::string(1'000'000, 'x')});

  EXPECT_EQ(run.status, 0);
}

TEST(RunProgram, SetsEnvironmentAndDirectory) {
  const RunResult run = run_program({"sh", "-c", "echo $KIOSQUE_A; pwd"},
                                    {.environment = {{"KIOSQUE_A", "b"}}, .directory = "/"});

  EXPECT_EQ(run.out, "b\n/\n");
}

TEST(RunProgram, NamesTheSignalLikeAShell) {
  const RunResult run = run_program({"sh", "-c", "kill -9 $$"});

  EXPECT_EQ(run.status, 128 + 9);
}

TEST(RunProgram, KillsWhatRunsTooLong) {
  RunResult run;

  EXPECT_NONFATAL_FAILURE(run = run_program({"sleep", "60"}, {.limit = std::chrono::seconds(1)}),
                          "out of time");

  EXPECT_TRUE(run.timed_out);
}

}  // namespace
}  // namespace kiosque::test
