#pragma once

#include <string>

#include "searcher/engine/page.h"
#include "searcher/engine/request.h"
#include "searcher/speech/speech.h"

namespace kiosque::render {

/// What every renderer is told beside the page.
struct Context {
  engine::Request request;  ///< what the page answers
  speech::Language language = speech::Language::French;
};

/// Page -> text, to be printed by whoever asked. A renderer does no I/O and reads no clock; what is
/// peculiar to it (width and colours, addresses and templates) its constructor takes.
class Renderer {
 public:
  virtual ~Renderer() = default;
  [[nodiscard]] virtual std::string render(const engine::Page& page,
                                           const Context& context) const = 0;
};

}  // namespace kiosque::render
