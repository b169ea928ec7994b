#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/base/utf8.h"
#include "indexer/extract/extract.h"

/// Bytes -> Article, as a page and as plain text: no crash, and text that is valid UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const kiosque::extract::Judgement judgement =
      kiosque::extract::judge(bytes, {"https://www.example.fr/2024/06/03/a.html", "text/html"});
  const kiosque::index::Article plain = kiosque::extract::from_plain_text(bytes);
  for (const kiosque::index::Article* article : {&judgement.article, &plain}) {
    if (!kiosque::is_utf8(article->title) || !kiosque::is_utf8(body_text(*article))) std::abort();
    for (const auto& author : article->authors) {
      if (!kiosque::is_utf8(author)) std::abort();
    }
  }
  return 0;
}
