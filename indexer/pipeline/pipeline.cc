#include "indexer/pipeline/pipeline.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <utility>

#include "indexer/pipeline/read_articles.h"
#include "indexer/source/source.h"
#include "indexer/threads/threads.h"
#include "indexer/write/document_builder.h"

namespace kiosque::pipeline {
namespace {

/// Unpacked bytes that may wait for a worker.
constexpr std::size_t kQueueBytes = 4u << 20;

/// What a worker makes of an input.
struct Analysed {
  std::vector<write::PreparedArticle> articles;
  InputArticles rest;  ///< errors and counts; its articles are gone into `articles`
};

Analysed analyse(const Result<source::Input>& input, write::DocumentBuilder& builder) {
  Analysed analysed;
  if (!input) {
    analysed.rest.errors.push_back(input.error());
    return analysed;
  }
  analysed.rest = read_articles(*input);
  for (const index::Article& article : analysed.rest.articles) {
    analysed.articles.push_back(builder.build(article));
  }
  analysed.rest.articles = {};
  return analysed;
}

class Run {
 public:
  Run(std::vector<source::File> files, write::IndexWriter& writer, const Options& options,
      Progress& progress)
      : reader_(std::move(files)), writer_(writer), options_(options), progress_(progress) {}

  Result<Report> run() {
    Workers workers(
        options_.jobs, kQueueBytes,
        [] {
          return [builder = std::make_shared<write::DocumentBuilder>()](
                     const Result<source::Input>& input) { return analyse(input, *builder); };
        },
        [this](Analysed analysed) { deliver(std::move(analysed)); });
    read(workers);
    workers.finish();
    Status committed = writer_.commit();
    TRY(status_);
    TRY(committed);
    return report_;
  }

 private:
  using Workers = threads::OrderedWorkers<Result<source::Input>, Analysed>;

  void read(Workers& workers) {
    while (!failed_) {
      auto input = reader_.next();
      progress_.raw_bytes = reader_.raw_bytes();
      if (!input) return;
      if (*input && !(*input)->fetched) (*input)->fetched = options_.now;
      const std::size_t weight = *input ? (*input)->bytes.size() : 0;
      workers.add(std::move(*input), weight);
    }
  }

  /// In the order of the inputs.
  void deliver(Analysed analysed) {
    report_.articles += analysed.articles.size();
    report_.without_article += analysed.rest.without_article;
    report_.ignored += analysed.rest.ignored;
    report_.errors += analysed.rest.errors.size();
    progress_.articles += analysed.articles.size();
    progress_.errors += analysed.rest.errors.size();
    if (options_.on_error) std::ranges::for_each(analysed.rest.errors, options_.on_error);
    if (!status_) return;
    status_ = writer_.enqueue(std::move(analysed.articles));
    failed_ = !status_;
  }

  source::Reader reader_;
  write::IndexWriter& writer_;
  const Options& options_;
  Progress& progress_;
  Report report_;
  Status status_ = Ok{};
  std::atomic<bool> failed_ = false;
};

}  // namespace

Result<Report> index_files(std::vector<source::File> files, write::IndexWriter& writer,
                           const Options& options, Progress& progress) {
  return Run(std::move(files), writer, options, progress).run();
}

}  // namespace kiosque::pipeline
