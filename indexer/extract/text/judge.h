#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.h"
#include "indexer/extract/extract.h"

namespace kiosque {

/// A block of a page and what became of it.
struct JudgedBlock {
  Block block;
  bool kept = false;
  std::string_view
      reason;  ///< "body", "standfirst", or why it was dropped: "caption", "share links"
};

/// An article with the reasons for it.
struct Judgement {
  Article article;
  std::vector<JudgedBlock> blocks;    ///< every block of the page, in order
  std::vector<std::string> captions;  ///< of pictures, with their credits
};

/// `extract_article` with all that was judged on the way, for people who ask why.
[[nodiscard]] Judgement judge_article(std::string_view html, const PageContext& page);

}  // namespace kiosque
