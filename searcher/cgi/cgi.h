#pragma once

namespace kiosque::cgi {

/// True if a web server started this process: GATEWAY_INTERFACE is set (CGI), or standard input is
/// a listening socket (FastCGI). The command line must not be looked at then: RFC 3875, section
/// 4.4, lets a visitor choose it.
[[nodiscard]] bool started_by_web_server();

/// Answers one CGI request, or FastCGI requests until the server ends the process. Returns the exit
/// status. What it serves, the environment and the configuration file say: see docs/web.md.
int run_cgi();

}  // namespace kiosque::cgi
