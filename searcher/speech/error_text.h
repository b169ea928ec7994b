#pragma once

#include "common/base/result.h"
#include "searcher/speech/language.h"

namespace kiosque::speech {

/// `error` as a reader of `language` is told it: message and hint are replaced by ours for its
/// kind. An error of no kind stays as it is, unless it is a bug, which is said to be one.
///
/// The English of the place where an error is made needs no table: it is what logs hold.
[[nodiscard]] Error in_language(const Error& error, Language language);

}  // namespace kiosque::speech
