#pragma once

namespace kiosque::cgi {

/// True if standard input is a socket that listens: the sign of FastCGI (specification, 2.2).
[[nodiscard]] bool is_fastcgi();

/// Answers FastCGI requests, one at a time, in as many processes as SEARCHER_WORKERS says (1 if it
/// says nothing), until the server ends us. Returns the exit status.
int run_fastcgi();

}  // namespace kiosque::cgi
