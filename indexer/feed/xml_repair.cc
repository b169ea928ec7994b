#include "indexer/feed/xml_repair.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/base/ascii.h"

namespace kiosque::feed {
namespace {

bool is_name_start(char c) { return is_letter(c) || c == '_' || !is_ascii(c); }

bool is_name_char(char c) {
  return is_name_start(c) || is_digit(c) || c == '-' || c == '.' || c == ':';
}

class Repairer {
 public:
  explicit Repairer(std::string_view xml) : rest_(xml) { out_.reserve(xml.size() + 64); }

  std::string run() {
    while (!rest_.empty()) {
      const std::size_t tag = rest_.find('<');
      out_ += rest_.substr(0, tag);
      rest_.remove_prefix(std::min(tag, rest_.size()));
      if (!rest_.empty()) read_markup();
    }
    while (!open_.empty()) close_last();
    return std::move(out_);
  }

 private:
  void read_markup() {
    if (rest_.starts_with("<![CDATA[")) return copy_cdata();
    if (rest_.starts_with("<!--")) return drop_until("-->", comments_end_);
    if (rest_.starts_with("<?")) return drop_until("?>", instructions_end_);
    if (rest_.starts_with("<!")) return drop_until(">", declarations_end_);
    if (rest_.starts_with("</")) return read_end_tag();
    if (rest_.size() > 1 && is_name_start(rest_[1]) && read_start_tag()) return;
    out_ += "&lt;";
    rest_.remove_prefix(1);
  }

  /// Drops a comment or the like; one that never ends is only its '<' too much.
  void drop_until(std::string_view end, bool& can_end) {
    const std::size_t at = can_end ? rest_.find(end) : std::string_view::npos;
    can_end = at != std::string_view::npos;
    if (can_end) {
      rest_.remove_prefix(at + end.size());
    } else {
      out_ += "&lt;";
      rest_.remove_prefix(1);
    }
  }

  void copy_cdata() {
    const std::size_t end = rest_.find("]]>");
    out_ += rest_.substr(0, end);
    out_ += "]]>";
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 3);
  }

  void read_end_tag() {
    std::size_t end = 2;
    while (end < rest_.size() && is_name_char(rest_[end])) ++end;
    const std::string name = lower(rest_.substr(2, end - 2));
    while (end < rest_.size() && rest_[end] != '>' && rest_[end] != '<') ++end;
    if (end < rest_.size() && rest_[end] == '>') ++end;
    rest_.remove_prefix(end);
    const auto count = open_count_.find(name);
    if (count == open_count_.end() || count->second == 0) return;
    while (lower(open_.back()) != name) close_last();
    close_last();
  }

  /// False, with nothing read, if the tag does not end before another begins.
  bool read_start_tag() {
    std::size_t pos = 1;
    while (pos < rest_.size() && is_name_char(rest_[pos])) ++pos;
    std::string tag(rest_.substr(0, pos));
    const std::string name = tag.substr(1);
    bool closed = false;
    while (true) {
      while (pos < rest_.size() && is_space(rest_[pos])) ++pos;
      if (pos == rest_.size() || rest_[pos] == '<') return false;
      if (rest_[pos] == '>') break;
      if (is_name_start(rest_[pos])) {
        read_attribute(pos, tag);
      } else {
        closed = rest_[pos] == '/';
        ++pos;
        continue;
      }
      closed = false;
    }
    rest_.remove_prefix(pos + 1);
    out_ += tag;
    out_ += closed ? "/>" : ">";
    if (!closed) {
      ++open_count_[lower(name)];
      open_.push_back(name);
    }
    return true;
  }

  void read_attribute(std::size_t& pos, std::string& tag) const {
    const std::size_t start = pos;
    while (pos < rest_.size() && is_name_char(rest_[pos])) ++pos;
    const std::string_view name = rest_.substr(start, pos - start);
    while (pos < rest_.size() && is_space(rest_[pos])) ++pos;
    std::string_view value;
    if (pos < rest_.size() && rest_[pos] == '=') {
      ++pos;
      while (pos < rest_.size() && is_space(rest_[pos])) ++pos;
      value = read_value(pos);
    }
    tag += ' ';
    tag += name;
    tag += "=\"";
    for (const char c : value) {
      if (c == '"') {
        tag += "&quot;";
      } else {
        tag += c;
      }
    }
    tag += '"';
  }

  std::string_view read_value(std::size_t& pos) const {
    if (pos == rest_.size()) return {};
    const char quote = rest_[pos];
    std::size_t end = pos + 1;
    if (quote == '"' || quote == '\'') {
      while (end < rest_.size() && rest_[end] != quote && rest_[end] != '<') ++end;
      if (end < rest_.size() && rest_[end] == quote) {
        const std::string_view value = rest_.substr(pos + 1, end - pos - 1);
        pos = end + 1;
        return value;
      }
      ++pos;  // a quote that never closes
    }
    end = pos;
    while (end < rest_.size() && !is_space(rest_[end]) && rest_[end] != '>' && rest_[end] != '<') {
      ++end;
    }
    const std::string_view value = rest_.substr(pos, end - pos);
    pos = end;
    return value;
  }

  void close_last() {
    out_ += "</" + open_.back() + '>';
    --open_count_[lower(open_.back())];
    open_.pop_back();
  }

  std::string_view rest_;
  std::string out_;
  std::vector<std::string> open_;
  std::unordered_map<std::string, std::size_t> open_count_;
  // False once none follows: searching again and again would be quadratic.
  bool comments_end_ = true;
  bool instructions_end_ = true;
  bool declarations_end_ = true;
};

}  // namespace

std::string repair_xml(std::string_view xml) { return Repairer(xml).run(); }

}  // namespace kiosque::feed
