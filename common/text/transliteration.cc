#include "common/text/transliteration.h"

#include <algorithm>
#include <array>
#include <set>

namespace kiosque::text {
namespace {

enum class Place { Begin, Anywhere, BeforeEnd, End };

/// How much a rule says for two spellings being one name. What is less than kEnough also tells
/// names apart (Boucher and Bucher, Sharon and Charon): it counts with other rules only.
enum Evidence : int { kLittle = 1, kHalf = 2, kEnough = 4 };

/// Two spellings of one sound, each of which may stand for the other.
struct Rule {
  std::string_view one;
  std::string_view other;
  Place place = Place::Anywhere;
  Evidence evidence = kEnough;
};

constexpr std::array kRules{
    // Russian and Ukrainian endings
    Rule{"sky", "ski", Place::End},
    Rule{"sky", "skyy", Place::End},
    Rule{"sky", "skiy", Place::End},
    Rule{"sky", "skyi", Place::End},
    Rule{"ski", "skyy", Place::End},
    Rule{"ski", "skiy", Place::End},
    Rule{"lny", "lni", Place::End},
    Rule{"ov", "off", Place::End},
    Rule{"ev", "eff", Place::End},
    Rule{"vitch", "vich", Place::End},
    Rule{"vitch", "vic", Place::End},
    Rule{"vich", "vic", Place::End},
    Rule{"guei", "gei", Place::End},
    Rule{"guei", "gey", Place::End},
    Rule{"ei", "ey", Place::End},
    Rule{"ine", "in", Place::End, kHalf},
    // Consonants
    Rule{"tch", "ch", Place::Begin},
    Rule{"chtch", "shch"},
    Rule{"dj", "j", Place::Begin},
    Rule{"dj", "dzh"},
    Rule{"j", "zh"},
    Rule{"kadh", "khad", Place::Begin},
    Rule{"kadh", "gadd", Place::Begin},
    Rule{"khad", "gadd", Place::Begin},
    Rule{"kh", "k", Place::Begin},
    Rule{"kh", "k", Place::End},
    Rule{"dh", "d", Place::End},
    Rule{"q", "k"},
    Rule{"ks", "x", Place::BeforeEnd},
    Rule{"ch", "sh", Place::Anywhere, kLittle},
    // Vowels
    Rule{"iou", "yu", Place::Begin},
    Rule{"ou", "u", Place::Anywhere, kHalf},
};

constexpr std::size_t kShortest = 5;
/// Rules used for one spelling; each rule counts once as evidence, wherever it is used.
constexpr int kMostChanges = 3;

class Spellings {
 public:
  explicit Spellings(std::string_view name) : name_(name) {}

  std::vector<std::string> run() {
    change(0, std::string(), 0, 0, nullptr);
    found_.erase(std::string(name_));
    return {found_.begin(), found_.end()};
  }

 private:
  /// Spells the name on from `at`, behind what is spelled as `so_far` by rules of so much
  /// `evidence`. A rule used twice in a row is evidence once.
  void change(std::size_t at, const std::string& so_far, int changes, int evidence,
              const Rule* last) {
    if (found_.size() >= kMostTransliterations) return;
    if (at == name_.size()) {
      if (evidence >= kEnough) found_.insert(so_far);
      return;
    }
    if (changes < kMostChanges) {
      for (const Rule& rule : kRules) {
        const int more = &rule == last ? 0 : rule.evidence;
        for (const auto& [from, to] :
             {std::pair(rule.one, rule.other), std::pair(rule.other, rule.one)}) {
          if (!applies(rule, from, at)) continue;
          change(at + from.size(), so_far + std::string(to), changes + 1, evidence + more, &rule);
        }
      }
    }
    change(at + 1, so_far + name_[at], changes, evidence, last);
  }

  [[nodiscard]] bool applies(const Rule& rule, std::string_view from, std::size_t at) const {
    if (!name_.substr(at).starts_with(from)) return false;
    if (rule.place == Place::Begin && at != 0) return false;
    if (rule.place == Place::End && at + from.size() != name_.size()) return false;
    if (rule.place == Place::BeforeEnd && at + from.size() == name_.size()) return false;
    const char before = at > 0 ? name_[at - 1] : ' ';
    const char after = at + from.size() < name_.size() ? name_[at + from.size()] : ' ';
    // One letter stands for a sound of its own only where no digraph holds it.
    if (from == "u")
      return before != 'o' && before != 'a' && before != 'e' && before != 'q' && before != 'g' &&
             after != 'u';
    if (from == "q") return after != 'u';
    if (from == "k" || from == "d" || from == "j") {
      return after != 'h' && before != 'd' && before != 'c' && before != 's' && before != from[0];
    }
    if (from == "ch") return before != 't' && before != 's';
    return true;
  }

  std::string_view name_;
  std::set<std::string> found_;
};

}  // namespace

std::vector<std::string> transliterations(std::string_view name) {
  constexpr std::size_t kLongest = 30;
  const bool letters =
      std::all_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!letters || name.size() < kShortest || name.size() > kLongest) return {};
  return Spellings(name).run();
}

}  // namespace kiosque::text
