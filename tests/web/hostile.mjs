// Sends every request of hostile.json to a real web server, by FastCGI and by CGI, and holds the
// answers to what the list says; then the few things that a list cannot say.
//   query, path, method, headers, body: the request      status: of the answer (or one of several)
//   contains, lacks: in the body      type, header, lacks_header: of the head      empty: no body
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { exchange, makeIndex, serve, source } from "./server.mjs";

const cases = JSON.parse(readFileSync(path.join(source, "tests/web/hostile.json"), "utf8"));
const safety = {
  "content-security-policy": "default-src 'none'; style-src 'self'; img-src 'self'; " +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};
// A tag, handler or address that runs; handlers are looked for outside quoted values.
const runs = (html) => /<script|<img|href="javascript:/i.test(html) ||
  /<[a-z][^>]*\son[a-z]+=/i.test(html.replace(/"[^"]*"/g, '""'));
const started = Date.now();
let failures = 0;

function check(name, ok, what) {
  if (ok) return;
  failures += 1;
  console.error(`FAILED ${name}: ${what}`);
}

function requestOf({ query, path: below = "", method = "GET", headers = {}, body = "" }) {
  const target = "/cgi-bin/searcher" + below + (query === undefined ? "" : "?" + query);
  const all = { Host: "127.0.0.1", Connection: "close", ...headers };
  if (body) all["Content-Length"] = body.length;
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return `${method} ${target} HTTP/1.1\r\n${lines}\r\n${body}`;
}

function judge(test, { status, headers, body }, name) {
  check(name, [test.status].flat().includes(status), `status ${status}, not ${test.status}`);
  const expected = { ...(Array.isArray(test.status) ? {} : safety), ...test.header };
  if (test.type) expected["content-type"] = test.type;
  for (const [header, value] of Object.entries(expected)) {
    check(name, headers[header] === value, `${header}: ${headers[header]}`);
  }
  check(name, test.scripts_are_data || !runs(body), "a script got through");
  if (test.contains) check(name, body.includes(test.contains), `no '${test.contains}'`);
  if (test.lacks) check(name, !body.includes(test.lacks), `there is '${test.lacks}'`);
  if (test.empty) check(name, body === "", "a body");
  if (test.lacks_header) check(name, !(test.lacks_header in headers), test.lacks_header);
}

async function judgeList(server, how) {
  for (const test of cases) {
    judge(test, await exchange(server.port, requestOf(test)), `${how}, ${test.name}`);
  }
  const first = await exchange(server.port, requestOf({ query: "q=armes" }));
  check(`${how}, last commit`, Math.abs(Date.parse(first.headers["last-modified"]) - started) <
    600_000, first.headers["last-modified"]);
  check(`${how}, negotiated`, first.headers.vary === "Accept-Language", first.headers.vary);
  const chosen = await exchange(server.port, requestOf({ query: "q=armes&lang=fr" }));
  check(`${how}, chosen`, chosen.headers.vary === undefined, chosen.headers.vary);
  const headers = { "If-None-Match": first.headers.etag };
  const again = await exchange(server.port, requestOf({ query: "q=armes", headers }));
  check(`${how}, entity tag`, again.status === 304 && again.body === "", `status ${again.status}`);
  const other = await exchange(server.port, requestOf({ query: "q=armes&page=2" }));
  check(`${how}, entity tag`, other.headers.etag !== first.headers.etag, "the same for two pages");
}

// An index that is not there; then one that never answers: a pipe that nobody writes to.
async function judgeBroken(server, how, broken) {
  const ask = (query) => exchange(server.port, requestOf({ query }));
  judge({ status: 503, lacks: broken, header: { "retry-after": "30" } }, await ask("q=armes"),
    `${how}, no index`);
  execFileSync("mkfifo", [path.join(broken, "kiosque.json")]);
  for (let i = 0; i < 3; ++i) {
    judge({ status: 503, contains: "trop de temps" }, await ask("q=armes"), `${how}, too slow`);
  }
  judge({ status: 200, contains: "Comment chercher" }, await ask(""), `${how}, alive after it`);
}

const { index, remove } = makeIndex();
for (const mode of [[], ["--cgi"]]) {
  const how = mode[0] ?? "--fastcgi";
  const server = await serve(index, mode);
  await judgeList(server, how).finally(server.stop);
  const broken = path.join(path.dirname(index), "broken" + how);
  mkdirSync(broken);
  const brokenServer = await serve(broken, mode);
  await judgeBroken(brokenServer, how, broken).finally(brokenServer.stop);
}
remove();
console.log(`${cases.length} hostile requests, by FastCGI and by CGI: ${failures} failures`);
process.exit(failures === 0 ? 0 : 1);
