#pragma once

namespace kiosque::cgi {

/// Runs `serve` in `count` processes of its own and starts another for each that ends: a request
/// that crashed or was cut off takes only its own process with it. Returns the exit status when
/// SIGTERM or SIGINT asks the parent to stop; the children are stopped with it.
int run_workers(int count, int (*serve)());

}  // namespace kiosque::cgi
