#pragma once
// The program behind a web server, by CGI (RFC 3875) or FastCGI.
//
// In: the environment and the input of a process that a web server started. Out: a response on
// standard output, or one to each FastCGI request; and the exit status.
// Main types: within the room, Settings (what the administrator set), Environment (the variables of
// a request), Site (answers one) and Response.
// Also open to other rooms: nothing.
//
// Example (tests/unit/searcher/cgi/example_test.cc):
//   ::setenv("GATEWAY_INTERFACE", "CGI/1.1", 1);
//   EXPECT_TRUE(started_by_web_server());

namespace kiosque::cgi {

/// True if a web server started this process: GATEWAY_INTERFACE is set (CGI), or standard input is
/// a listening socket (FastCGI). The command line must not be looked at then: RFC 3875, section
/// 4.4, lets a visitor choose it.
[[nodiscard]] bool started_by_web_server();

/// Answers one CGI request, or FastCGI requests until the server ends the process. Returns the exit
/// status. What it serves, the environment and the configuration file say: see docs/web.md.
int run();

}  // namespace kiosque::cgi
