#pragma once
// The program behind a web server, by CGI (RFC 3875) or FastCGI.
//
// In: the variables of a request (Environment), and what the administrator set (Settings). Out: a
// Response: a page, a feed, JSON, or why there is none.
// Main types: Site, Settings, Environment, Response.
// Also open to other rooms: nothing.
//
// Example (tests/unit/searcher/cgi/example_test.cc):
//   const date::SystemClock clock;
//   Site site(Settings{}, clock);
//   const Response home = site.answer({{"REQUEST_METHOD", "GET"}, {"HTTP_ACCEPT_LANGUAGE", "en"}});
//   EXPECT_EQ(home.status, 200);

namespace kiosque::cgi {

/// True if a web server started this process: GATEWAY_INTERFACE is set (CGI), or standard input is
/// a listening socket (FastCGI). The command line must not be looked at then: RFC 3875, section
/// 4.4, lets a visitor choose it.
[[nodiscard]] bool started_by_web_server();

/// Answers one CGI request, or FastCGI requests until the server ends the process. Returns the exit
/// status. What it serves, the environment and the configuration file say: see docs/web.md.
int run();

}  // namespace kiosque::cgi
