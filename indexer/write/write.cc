#include "indexer/write/write.h"

#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "common/base/url.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "indexer/stories/stories.h"
#include "indexer/threads/bounded_queue.h"
#include "indexer/write/document_builder.h"
#include "indexer/write/index_directory.h"
#include "indexer/write/shard_writer.h"

namespace kiosque::write {
namespace {

/// Each shard has a thread: two keep two cores busy, more cost memory and time of searchers.
constexpr int kDefaultShards = 2;

/// Memory of the program but for the batches, and that of a byte of text in a batch: measured on
/// 36,000 articles with 1 to 8 shards and batches of 128 kB to 2 MB, and on a million with two.
constexpr std::size_t kBaseBytes = 100u << 20;
constexpr std::size_t kBytesPerTextByte = 24;

/// The largest batch of one of `shards` within `memory_bytes`.
std::size_t largest_batch(std::size_t memory_bytes, std::size_t shards) {
  const std::size_t spare = memory_bytes > kBaseBytes ? memory_bytes - kBaseBytes : 0;
  return spare / (kBytesPerTextByte * shards);
}

/// What may wait for a shard's thread: an analysed article takes about 25 times its text, so this
/// much text is some 12 MB.
constexpr std::size_t kQueueTextBytes = 512u << 10;

/// A shard with the one thread that writes it. Tasks are done in the order they come.
class ShardThread {
 public:
  using Task = std::function<void(ShardWriter&)>;

  explicit ShardThread(ShardWriter writer)
      : tasks_(kQueueTextBytes), thread_([this, writer = std::move(writer)]() mutable {
          while (auto task = tasks_.pop()) (*task)(writer);
        }) {}
  ~ShardThread() { tasks_.close(); }
  ShardThread(const ShardThread&) = delete;
  ShardThread& operator=(const ShardThread&) = delete;

  /// Leaves `task` to the thread; waits while tasks of too many bytes of text are waiting.
  void post(Task task, std::size_t text_bytes) { tasks_.push(std::move(task), text_bytes); }

  /// Leaves `action` to the thread; the future holds what it returns.
  template <class Action>
  [[nodiscard]] auto ask(Action action) -> std::future<std::invoke_result_t<Action, ShardWriter&>> {
    using Answer = std::invoke_result_t<Action, ShardWriter&>;
    auto promise = std::make_shared<std::promise<Answer>>();
    post([promise, action](ShardWriter& writer) { promise->set_value(action(writer)); }, 0);
    return promise->get_future();
  }

 private:
  threads::BoundedQueue<Task> tasks_;
  std::jthread thread_;
};

/// What the shards' threads report back, safe from any thread.
class Outcomes {
 public:
  void add(const Result<PutOutcome>& outcome) {
    const std::lock_guard lock(mutex_);
    if (!outcome) {
      if (!error_) error_ = outcome.error();
      return;
    }
    switch (*outcome) {
      case PutOutcome::New:
        ++counts_.fresh;
        break;
      case PutOutcome::Changed:
        ++counts_.changed;
        break;
      case PutOutcome::Unchanged:
        ++counts_.unchanged;
        break;
    }
  }

  [[nodiscard]] PutCounts counts() const {
    const std::lock_guard lock(mutex_);
    return counts_;
  }

  [[nodiscard]] Status status() const {
    const std::lock_guard lock(mutex_);
    if (error_) return *error_;
    return Ok{};
  }

 private:
  mutable std::mutex mutex_;
  PutCounts counts_;
  std::optional<Error> error_;
};

}  // namespace

struct IndexWriter::Impl {
  IndexDirectory index;
  std::optional<stories::Index> stories;  ///< read from the shards when first needed
  Outcomes outcomes;
  DocumentBuilder builder;
  std::vector<std::unique_ptr<ShardThread>> shards;  // last: their threads use the rest

  ShardThread& shard_for(std::string_view unique_term) {
    return *shards[index::shard_of(unique_term, shards.size())];
  }

  /// Finds the story of an article. In the order of the articles: the first one names it.
  Status assign_story(PreparedArticle& article) {
    if (!stories) {
      TRY(stories, stories::read_stories(index.shards()));
    }
    const stories::StoryId own = stories::own_story(article.unique_term);
    article.story =
        stories::encode_story(article.sketch ? stories->assign(*article.sketch, own) : own);
    return Ok{};
  }

  static Result<std::unique_ptr<Impl>> open(IndexDirectory index, const Options& options,
                                            const date::Clock& clock) {
    std::unique_ptr<Impl> impl(new Impl{std::move(index), {}, {}, {}, {}});
    const std::size_t batch_bytes =
        largest_batch(options.memory_bytes, impl->index.manifest.shards.size());
    for (const std::filesystem::path& path : impl->index.shards()) {
      TRY(auto shard, ShardWriter::open(path, batch_bytes, clock));
      impl->shards.push_back(std::make_unique<ShardThread>(std::move(shard)));
    }
    return impl;
  }
};

IndexWriter::IndexWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;
IndexWriter::~IndexWriter() = default;

Result<IndexWriter> IndexWriter::open(const std::filesystem::path& directory,
                                      const Options& options, const date::Clock& clock) {
  const int shards = options.shards > 0 ? options.shards : kDefaultShards;
  TRY(auto index, hold_or_make_index(directory, shards));
  TRY(auto impl, Impl::open(std::move(index), options, clock));
  return IndexWriter(std::move(impl));
}

Result<IndexWriter> IndexWriter::open_existing(const std::filesystem::path& directory,
                                               const Options& options, const date::Clock& clock) {
  TRY(auto index, hold_index(directory));
  TRY(auto impl, Impl::open(std::move(index), options, clock));
  return IndexWriter(std::move(impl));
}

Result<PutOutcome> IndexWriter::put(const index::Article& article) {
  PreparedArticle prepared = impl_->builder.build(article);
  TRY(impl_->assign_story(prepared));
  ShardThread& shard = impl_->shard_for(prepared.unique_term);
  auto outcome =
      shard.ask([&prepared](ShardWriter& writer) { return writer.put(std::move(prepared)); }).get();
  impl_->outcomes.add(outcome);
  return outcome;
}

Status IndexWriter::enqueue(std::vector<PreparedArticle> articles) {
  TRY(impl_->outcomes.status());
  struct Group {
    std::vector<PreparedArticle> articles;
    std::size_t text_bytes = 0;
  };
  std::vector<Group> groups(impl_->shards.size());
  for (PreparedArticle& article : articles) {
    TRY(impl_->assign_story(article));
    Group& group = groups[index::shard_of(article.unique_term, groups.size())];
    group.text_bytes += article.text_bytes;
    group.articles.push_back(std::move(article));
  }
  for (std::size_t shard = 0; shard < groups.size(); ++shard) {
    if (groups[shard].articles.empty()) continue;
    // A task can be copied, articles should not be.
    auto group = std::make_shared<std::vector<PreparedArticle>>(std::move(groups[shard].articles));
    impl_->shards[shard]->post(
        [group, &outcomes = impl_->outcomes](ShardWriter& writer) {
          for (PreparedArticle& article : *group) {
            if (outcomes.status()) outcomes.add(writer.put(std::move(article)));
          }
        },
        groups[shard].text_bytes);
  }
  return Ok{};
}

PutCounts IndexWriter::counts() const { return impl_->outcomes.counts(); }

Result<bool> IndexWriter::remove(std::string_view url) {
  const std::string term = index::unique_term(canonical_url(url).value_or(std::string(url)));
  return impl_->shard_for(term)
      .ask([&term](ShardWriter& writer) { return writer.remove(term); })
      .get();
}

Status IndexWriter::commit() {
  std::vector<std::future<Status>> commits;
  for (auto& shard : impl_->shards) {
    commits.push_back(shard->ask([](ShardWriter& writer) { return writer.commit(); }));
  }
  Status first_error = impl_->outcomes.status();
  for (auto& commit : commits) {
    Status committed = commit.get();
    if (first_error && !committed) first_error = committed;
  }
  return first_error;
}

}  // namespace kiosque::write
