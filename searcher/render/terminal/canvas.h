#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/engine/page.h"

namespace kiosque::render::terminal {

/// What the terminal can do.
struct Style {
  std::size_t columns = 80;  ///< 20 to 100 are used; 0: no line is broken (for a pipe)
  bool colour = false;       ///< SGR escapes
  bool links = false;        ///< OSC 8 hyperlinks
  bool unicode = true;       ///< false: ASCII only
};

/// Columns that text takes on a terminal: 0 for combining marks, 2 for wide characters (UAX #11).
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Bytes [begin, end) of the lines of `text`, broken at spaces so that none is wider than `columns`
/// (a longer word stays whole on its own line). No-break spaces do not break.
[[nodiscard]] std::vector<engine::Span> wrap(std::string_view text, std::size_t columns);

/// For terminals that are not UTF-8: Latin letters without accents, quotes and dashes in ASCII,
/// anything else as "?".
[[nodiscard]] std::string to_ascii(std::string_view text);

inline constexpr std::size_t kWidestText = 100;  // longer lines are hard to read

inline constexpr std::string_view kBold = "\x1b[1m";
inline constexpr std::string_view kDim = "\x1b[2m";

/// What becomes of an address that is longer than a line. It is shortened only where it is a link,
/// which leads to the whole address all the same.
enum class LongAddress { Shorten, Keep };

/// Text made safe (safe_for_terminal) and put on one line, its marks moved along.
[[nodiscard]] engine::MarkedText make_safe(const engine::MarkedText& marked);

/// Writes lines for one terminal: wraps, colours, links, and spells in ASCII where it must.
class Canvas {
 public:
  explicit Canvas(const Style& style);

  [[nodiscard]] std::size_t columns() const { return columns_; }
  [[nodiscard]] bool unicode() const { return style_.unicode; }

  /// Wrapped text behind `first_margin`, later lines behind as many spaces; `style` around all but
  /// the margin, and the marks told apart. `marked` must be safe.
  void paragraph(const engine::MarkedText& marked, std::string_view first_margin,
                 std::string_view style);

  /// The same for a text that need not be safe.
  void paragraph(std::string_view text, std::string_view first_margin, std::string_view style);

  /// An address on a line of its own, never broken, as a link where the terminal knows links.
  void address(std::string_view url, std::string_view margin, LongAddress length);

  void line(std::string_view text = {});

  [[nodiscard]] std::string take();

 private:
  [[nodiscard]] engine::MarkedText as_shown(const engine::MarkedText& marked) const;
  void open(std::string_view style);
  void close(std::string_view style);
  void marked_line(const engine::MarkedText& marked, const engine::Span& line,
                   std::string_view style);
  [[nodiscard]] std::string shortened(const std::string& address, std::size_t columns) const;

  Style style_;
  std::size_t columns_;
  std::string out_;
};

}  // namespace kiosque::render::terminal
