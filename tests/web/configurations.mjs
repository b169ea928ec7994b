// Starts a real web server with the example of scripts/webserver, word for word but for its paths,
// and asks it a few things.
//   node configurations.mjs lighttpd|apache2|nginx PROGRAM
import { spawn } from "node:child_process";
import { chmodSync, copyFileSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { exchange, freePort, isUp, makeIndex, searcher, source } from "./server.mjs";

const [, , name, program] = process.argv;
const { index, remove } = makeIndex();
const folder = path.dirname(index);
chmodSync(folder, 0o755);  // started by root, Apache works as www-data
copyFileSync(searcher, path.join(folder, "searcher"));
const children = [];
let failures = 0;

function check(what, ok) {
  if (ok) return;
  failures += 1;
  console.error(`FAILED ${name}, ${what}`);
}

// The example with paths of ours; each of those it has must be there.
function example(file, paths) {
  let text = readFileSync(path.join(source, "scripts/webserver", file), "utf8");
  for (const [theirs, ours] of Object.entries(paths)) {
    if (!text.includes(theirs)) throw new Error(`${file} does not say ${theirs}`);
    text = text.replaceAll(theirs, ours);
  }
  const to = path.join(folder, file);
  writeFileSync(to, text);
  return to;
}

const ours = { "/usr/bin/searcher": `${folder}/searcher`, "/var/lib/kiosque/index": index };

// What Debian's own configuration says around the example, as far as the example needs it.
const around = {
  lighttpd: (port) => ({
    text: `server.document-root = "${folder}"\nserver.bind = "127.0.0.1"\nserver.port = ${port}\n` +
      `include "${example("lighttpd.conf",
        { ...ours, "/run/lighttpd/searcher.socket": `${folder}/searcher.socket` })}"\n`,
    options: ["-D", "-f"],
  }),
  apache2: (port) => ({
    text: ["mpm_event", "authz_core", "alias", "env", "cgid"].map((module) =>
      `LoadModule ${module}_module /usr/lib/apache2/modules/mod_${module}.so\n`).join("") +
      `Listen 127.0.0.1:${port}\nServerName localhost\nUser www-data\nGroup www-data\n` +
      `DefaultRuntimeDir "${folder}"\nPidFile "${folder}/pid"\nScriptSock "${folder}/cgid"\n` +
      `ErrorLog "${folder}/error.log"\n<Directory />\nRequire all denied\n</Directory>\n` +
      `Include "${example("apache.conf", ours)}"\n`,
    options: ["-DFOREGROUND", "-f"],
  }),
  nginx: (port, socket) => ({
    text: `daemon off;\nmaster_process off;\npid ${folder}/pid;\nerror_log ${folder}/error.log;\n` +
      `events { }\nhttp {\n  access_log off;\n` +
      ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) =>
        `  ${kind}_temp_path ${folder}/${kind};\n`).join("") +
      `  server {\n    listen 127.0.0.1:${port};\n    include ${example("nginx.conf",
        { ...ours, "/run/fcgiwrap.socket": socket })};\n  }\n}\n`,
    options: ["-c"],
  }),
};

function start(command, options) {
  const child = spawn(command, options, { stdio: ["ignore", "ignore", "inherit"] });
  children.push(new Promise((resolve) => child.on("close", resolve)));
  return () => child.kill("SIGTERM");
}

async function judge(port, how) {
  const ask = (method, query, headers = "") => exchange(port, `${method} /recherche${query} ` +
    `HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n${headers}\r\n`);

  const page = await ask("GET", "?q=armes");
  check(`${how}: query`, page.status === 200 && page.body.includes("<mark>") &&
    page.headers["content-type"] === "text/html; charset=utf-8" &&
    page.headers["content-security-policy"]?.startsWith("default-src 'none'"));
  const latin1 = await ask("GET", "?q=%E9lections");
  check(`${how}: an old browser's é`, latin1.status === 200 && latin1.body.includes("élections"));
  const head = await ask("HEAD", "?q=armes");
  check(`${how}: HEAD`, head.status === 200 && head.body === "" &&
    head.headers.etag === page.headers.etag);
  const again = await ask("GET", "?q=armes", `If-None-Match: ${page.headers.etag}\r\n`);
  check(`${how}: not modified`, again.status === 304 && again.body === "");
  const put = await ask("PUT", "?q=armes", "Content-Length: 0\r\n");
  check(`${how}: PUT`, put.status === 405 && put.headers.allow === "GET, HEAD");
  // Without a = a server may hand the words of the query over as arguments.
  for (const query of ["?--help", "?--version", "?--index+/etc"]) {
    const { status, body } = await ask("GET", query);
    check(`${how}: argument ${query}`, status === 200 && body.includes("Comment chercher"));
  }
}

async function serve(how, socket) {
  const port = await freePort();
  const { text, options } = around[name](port, socket);
  const file = path.join(folder, "server.conf");
  writeFileSync(file, text);
  const stop = start(program, [...options, file]);
  if (await isUp({ port, host: "127.0.0.1" })) await judge(port, how);
  else check(`${how}: start`, false);
  stop();
}

if (name === "nginx") {
  copyFileSync("/etc/nginx/fastcgi_params", path.join(folder, "fastcgi_params"));
  for (const [how, command] of [["fcgiwrap", "/usr/sbin/fcgiwrap"], ["FastCGI", `${folder}/searcher`]]) {
    const socket = path.join(folder, how);
    const stop = start("spawn-fcgi", ["-n", "-M", "0666", "-s", socket, "--", command]);
    await isUp({ path: socket });
    await serve(how, socket);
    stop();
  }
} else {
  await serve(name);
}
await Promise.all(children);
remove();
console.log(`${name} with its example: ${failures} failures`);
process.exit(failures === 0 ? 0 : 1);
