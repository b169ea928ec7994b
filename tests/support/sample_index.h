#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/index/article.h"

namespace kiosque::test {

/// An article of one paragraph; `published` as feeds write dates, "" for none.
[[nodiscard]] index::Article article_of(const std::string& url, const std::string& body,
                                        const std::string& published = "");

/// Writes an index of `articles` into `directory`, in their order. Fails the test if it cannot.
void write_index(const std::filesystem::path& directory,
                 const std::vector<index::Article>& articles);

}  // namespace kiosque::test
