#include "indexer/pipeline/index_files.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "indexer/build/bounded_queue.h"
#include "indexer/build/document_builder.h"
#include "indexer/build/prepared_article.h"
#include "indexer/pipeline/in_order.h"
#include "indexer/pipeline/read_articles.h"
#include "indexer/source/input_reader.h"

namespace kiosque {
namespace {

/// Unpacked bytes that may wait for a worker.
constexpr std::size_t kQueueBytes = 4u << 20;

struct NumberedInput {
  std::size_t number = 0;
  Result<Input> input;
};

/// What a worker makes of an input.
struct Analysed {
  std::vector<PreparedArticle> articles;
  InputArticles rest;  ///< errors and counts; its articles are gone into `articles`
  bool new_file = false;
};

class Run {
 public:
  Run(std::vector<SourceFile> files, IndexWriter& writer, const IndexFilesOptions& options,
      IndexingProgress& progress)
      : reader_(std::move(files)),
        writer_(writer),
        options_(options),
        progress_(progress),
        inputs_(kQueueBytes),
        analysed_(static_cast<std::size_t>(options.jobs) * 4,
                  [this](Analysed analysed) { deliver(std::move(analysed)); }) {}

  Result<IndexingReport> run() {
    {
      std::vector<std::jthread> workers;
      for (int job = 0; job < options_.jobs; ++job) workers.emplace_back([this] { work(); });
      read();
      inputs_.close();
    }
    Status committed = writer_.commit();
    if (!status_) return status_.error();
    if (!committed) return committed.error();
    return report_;
  }

 private:
  void read() {
    std::size_t number = 0;
    while (!failed_) {
      auto input = reader_.next();
      progress_.raw_bytes = reader_.raw_bytes();
      if (!input) return;
      if (*input && !(*input)->fetched) (*input)->fetched = options_.now;
      const std::size_t weight = *input ? (*input)->bytes.size() : 0;
      inputs_.push({number++, std::move(*input)}, weight);
    }
  }

  void work() {
    DocumentBuilder builder;
    while (auto numbered = inputs_.pop()) {
      Analysed analysed;
      if (numbered->input) {
        analysed.new_file = numbered->input->first_line == 1;
        analysed.rest = read_articles(*numbered->input);
        for (const Article& article : analysed.rest.articles) {
          analysed.articles.push_back(prepare_article(article, builder));
        }
        analysed.rest.articles = {};
      } else {
        analysed.rest.errors.push_back(numbered->input.error());
      }
      analysed_.put(numbered->number, std::move(analysed));
    }
  }

  /// Called by one thread at a time, in the order of the inputs.
  void deliver(Analysed analysed) {
    report_.inputs += analysed.new_file;
    report_.articles += analysed.articles.size();
    report_.without_article += analysed.rest.without_article;
    report_.ignored += analysed.rest.ignored;
    report_.errors += analysed.rest.errors.size();
    progress_.articles += analysed.articles.size();
    progress_.errors += analysed.rest.errors.size();
    if (options_.on_error) std::ranges::for_each(analysed.rest.errors, options_.on_error);
    for (PreparedArticle& article : analysed.articles) {
      if (!status_) return;
      status_ = writer_.enqueue(std::move(article));
      failed_ = !status_;
    }
  }

  InputReader reader_;
  IndexWriter& writer_;
  const IndexFilesOptions& options_;
  IndexingProgress& progress_;
  BoundedQueue<NumberedInput> inputs_;
  IndexingReport report_;
  Status status_ = Ok{};
  std::atomic<bool> failed_ = false;
  InOrder<Analysed> analysed_;
};

}  // namespace

Result<IndexingReport> index_files(std::vector<SourceFile> files, IndexWriter& writer,
                                   const IndexFilesOptions& options, IndexingProgress& progress) {
  return Run(std::move(files), writer, options, progress).run();
}

}  // namespace kiosque
