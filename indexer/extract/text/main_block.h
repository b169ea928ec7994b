#pragma once

#include <vector>

#include "indexer/extract/text/page_text.h"

namespace kiosque::extract::text {

/// The elements that hold the article's text, in document order, none within another. Looks for
/// what publishers name so (itemprop=articleBody, "article-body", article, main …), in this order,
/// and takes the first that holds enough of the page's prose; else the smallest element that holds
/// most of it.
[[nodiscard]] std::vector<html::NodeId> choose_main(const PageText& page);

}  // namespace kiosque::extract::text
