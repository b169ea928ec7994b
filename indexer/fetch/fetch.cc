#include "indexer/fetch/fetch.h"

#include <algorithm>
#include <utility>

#include "indexer/fetch/caching.h"

namespace kiosque::fetch {
namespace {

using std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::hours kRobotsLifetime{24};  // RFC 9309, 2.4
constexpr std::chrono::hours kRobotsRetry{1};      // sooner, when there was no answer
constexpr std::size_t kRobotsBytes = 512u << 10;
constexpr std::chrono::hours kDefaultHold{1};
constexpr std::chrono::days kLongestHold{7};
constexpr milliseconds kLongestDelay{60'000};  // some Crawl-delays would take weeks

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool is_trouble(int status) { return status == 0 || status == 429 || status >= 500; }

}  // namespace

Fetcher::Fetcher(HttpClient& client, HostMemory& memory, const date::Clock& clock, Options options)
    : client_(client),
      memory_(memory),
      clock_(clock),
      options_(std::move(options)),
      gate_(options_.host_delay,
            options_.quiet_start ? SteadyClock::now() + options_.host_delay : Time{}) {}

void Fetcher::add(Request request) {
  auto url = Url::parse(request.http.url);
  if (!url) {
    Fetched fetched;
    fetched.id = request.id;
    fetched.result = tl::unexpected(
        Failure{Cause::BadUrl, "is no http or https address, or longer than 8192 bytes"});
    fetched.url = std::move(request.http.url);
    return ended_.push_back(std::move(fetched));
  }
  ++pending_;
  admit({.request = std::move(request), .url = *std::move(url)}, Place::Back);
}

void Fetcher::go_to(Job& job, Url url) {
  job.request.http.url = url.text();
  job.url = std::move(url);
}

void Fetcher::admit(Job job, Place place) {
  if (job.url.scheme() == "http" && memory_.https_until(job.url.host()) > clock_.now()) {
    go_to(job, job.url.over_https());
  }
  if (job.request.robots == RobotsPolicy::Obey && !job.robots_of) {
    Origin& origin = origins_[job.url.origin()];
    if (origin.state == RobotsState::Unknown) ask_robots(job);
    if (origin.state == RobotsState::Asked) return origin.waiting.push_back(std::move(job));
    if (origin.state == RobotsState::Unreachable) {
      return fail(job, origin.trouble, "robots.txt of the host cannot be read");
    }
    if (!origin.rules.allows(job.url.target())) {
      return fail(job, Cause::Robots, "robots.txt forbids it");
    }
  }
  std::deque<Job>& queue = queues_[job.url.host()];
  queue.insert(place == Place::Front ? queue.begin() : queue.end(), std::move(job));
}

// Takes the rules from memory, or puts a request for them in front of the host's queue.
void Fetcher::ask_robots(const Job& page) {
  const std::string origin = page.url.origin();
  if (const auto copy = memory_.robots(origin)) {
    const auto age = clock_.now() - copy->fetched;
    if (age < (is_trouble(copy->status) ? kRobotsRetry : kRobotsLifetime)) {
      return learn_robots(page.url, *copy);
    }
  }
  origins_[origin].state = RobotsState::Asked;
  const HttpRequest& like = page.request.http;
  Job job{.request = {}, .url = page.url, .robots_of = page.url};
  go_to(job, page.url.at("/robots.txt"));
  job.request.http.accept = "text/plain,*/*;q=0.5";
  job.request.http.user_agent = like.user_agent;
  job.request.http.reach = like.reach;
  job.request.http.trust = like.trust;
  job.request.http.limit_bytes = kRobotsBytes;
  job.request.http.timeout = like.timeout;
  admit(std::move(job), Place::Front);
}

// RFC 9309, 2.3.1: rules that are missing allow all; while they cannot be had, nothing is fetched.
void Fetcher::learn_robots(const Url& url, const RobotsCopy& copy) {
  Origin& known = origins_[url.origin()];
  if (is_trouble(copy.status)) {
    known.state = RobotsState::Unreachable;
    return;
  }
  known.state = RobotsState::Known;
  const bool present = copy.status >= 200 && copy.status < 300;
  known.rules =
      present ? RobotsRules::parse(copy.body, options_.product_token) : RobotsRules::allow_all();
  if (const auto delay = known.rules.delay()) {
    gate_.set_delay(url.host(), std::min(*delay, kLongestDelay));
  }
}

std::vector<Fetched> Fetcher::wait(milliseconds at_most) {
  const Time until = SteadyClock::now() + at_most;
  for (;;) {
    const Time now = SteadyClock::now();
    start_ready(now);
    if (!ended_.empty() || now >= until) return std::exchange(ended_, {});
    const auto left = std::chrono::ceil<milliseconds>(until - now);
    for (HttpFinished& finished : client_.wait(std::min(left, time_to_next(now)))) {
      finish(std::move(finished));
    }
  }
}

void Fetcher::start_ready(Time now) {
  std::vector<std::string> ready;
  for (const auto& [host, jobs] : queues_) {
    const auto time = gate_.ready_at(host);
    if (time && *time <= now) ready.push_back(host);
  }
  for (const std::string& host : ready) {
    if (running_.size() >= options_.most_at_once) return;
    start_next(host);
  }
}

void Fetcher::start_next(const std::string& host) {
  const auto found = queues_.find(host);
  if (found == queues_.end()) return;
  if (const auto held = memory_.held_until(host_family(host));
      held && *held > clock_.now() + options_.patience) {
    std::deque<Job> jobs = std::move(found->second);
    queues_.erase(found);
    for (Job& job : jobs) {
      job.held_until = held;
      fail(job, Cause::Held, "the host asked for a pause");
    }
    return;
  }
  Job job = std::move(found->second.front());
  found->second.pop_front();
  if (found->second.empty()) queues_.erase(found);
  gate_.begin(host);
  const std::uint64_t id = next_id_++;
  HttpRequest request = job.request.http;
  if (!job.request.validators_of.empty() && job.request.validators_of != request.url) {
    request.if_none_match.clear();
    request.if_modified_since.clear();
  }
  client_.start(id, request);
  running_.emplace(id, std::move(job));
}

milliseconds Fetcher::time_to_next(Time now) const {
  milliseconds next = std::chrono::hours(1);
  if (running_.size() >= options_.most_at_once) return next;
  for (const auto& [host, jobs] : queues_) {
    const auto time = gate_.ready_at(host);
    if (time) next = std::min(next, std::chrono::ceil<milliseconds>(*time - now));
  }
  return std::max(next, milliseconds(0));
}

void Fetcher::finish(HttpFinished finished) {
  const auto found = running_.find(finished.id);
  if (found == running_.end()) return;
  Job job = std::move(found->second);
  running_.erase(found);
  job.elapsed += finished.elapsed;
  gate_.end(job.url.host(), SteadyClock::now(), jitter());
  if (!finished.result) return end(job, std::move(finished.result));
  heed_pause(job, *finished.result);
  heed_https(job, *finished.result);
  if (is_redirect(finished.result->status)) return follow(std::move(job), *finished.result);
  end(job, std::move(finished.result));
}

milliseconds Fetcher::jitter() {
  const auto most =
      std::chrono::duration<double, std::milli>(options_.host_delay) * options_.jitter;
  return milliseconds(std::uniform_int_distribution<std::int64_t>(
      0, static_cast<std::int64_t>(most.count()))(random_));
}

// A user's own machine may serve feeds of many sites (RSSHub): one that tires holds no other.
void Fetcher::heed_pause(const Job& job, const HttpResponse& response) {
  if (response.status != 429 && response.status != 503) return;
  if (job.request.http.reach == Reach::Any) return;
  const std::string& host = job.url.host();
  const auto now = clock_.now();
  auto until = retry_after(response, now);
  if (!until && response.status == 429) until = now + kDefaultHold;
  if (!until) return;
  until = std::min(*until, now + kLongestHold);
  const auto wait = *until - now;
  if (wait <= options_.patience) gate_.hold(host, SteadyClock::now() + wait);
  memory_.hold(host_family(host), *until);
}

void Fetcher::heed_https(const Job& job, const HttpResponse& response) {
  if (job.url.scheme() != "https" || job.request.http.trust != Trust::Verified) return;
  const auto lasts = https_only(response);
  if (lasts) memory_.keep_https(job.url.host(), clock_.now() + *lasts);
}

void Fetcher::follow(Job job, const HttpResponse& response) {
  auto target = job.url.resolve(response.header("location"));
  if (!target) {
    return fail(job, Cause::Redirect, "redirects to what is no web address");
  }
  if (job.url.scheme() == "https" && target->scheme() == "http") {
    return fail(job, Cause::Redirect, "redirects from https to http");
  }
  job.passed.push_back(job.request.http.url);
  if (std::find(job.passed.begin(), job.passed.end(), target->text()) != job.passed.end()) {
    return fail(job, Cause::Redirect, "redirects in a circle");
  }
  if (job.passed.size() > static_cast<std::size_t>(options_.most_redirects)) {
    return fail(job, Cause::Redirect, "redirects too often");
  }
  job.all_permanent = job.all_permanent && (response.status == 301 || response.status == 308);
  go_to(job, *std::move(target));
  admit(std::move(job), Place::Front);
}

void Fetcher::end_robots(const Job& job, const HttpResult& result) {
  const std::string origin = job.robots_of->origin();
  RobotsCopy copy{0, {}, clock_.now()};
  if (result) copy = {result->status, result->body, clock_.now()};
  const Cause cause = result ? Cause::Network : result.error().cause;
  const bool lasting = cause != Cause::Held && cause != Cause::Stopped;
  // Nobody there may mean that our own network is away: no reason to stay away for an hour.
  const bool answered = lasting && cause != Cause::Dns && cause != Cause::Connect;
  if (answered) memory_.keep_robots(origin, copy);
  learn_robots(*job.robots_of, copy);
  origins_[origin].trouble = cause;
  for (Job& waiting : std::exchange(origins_[origin].waiting, {})) {
    if (lasting) {
      admit(std::move(waiting), Place::Back);
    } else {
      waiting.held_until = job.held_until;
      fail(waiting, result.error().cause, result.error().message);
    }
  }
  if (!lasting) origins_[origin].state = RobotsState::Unknown;
}

void Fetcher::fail(const Job& job, Cause cause, std::string message) {
  end(job, tl::unexpected(Failure{cause, std::move(message)}));
}

void Fetcher::end(const Job& job, HttpResult result) {
  if (job.robots_of) return end_robots(job, result);
  --pending_;
  Fetched fetched;
  fetched.id = job.request.id;
  fetched.result = std::move(result);
  fetched.elapsed = job.elapsed;
  fetched.held_until = job.held_until;
  fetched.url = job.request.http.url;
  if (!job.passed.empty() && job.all_permanent) fetched.permanent_url = job.request.http.url;
  ended_.push_back(std::move(fetched));
}

void Fetcher::drop_waiting() {
  auto queues = std::exchange(queues_, {});
  for (auto& [host, jobs] : queues) {
    for (Job& job : jobs) fail(job, Cause::Stopped, "stopped");
  }
}

}  // namespace kiosque::fetch
