// Starts scripts/serve on a free port with the articles of tests/data/web_articles.jsonl.
import { spawn, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const source = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const bin = process.env.SEARCHER_BIN ?? path.join(source, "build/release/bin");
export const searcher = path.join(bin, "searcher");

export function makeIndex(...inputs) {
  if (inputs.length === 0) inputs = [path.join(source, "tests/data/web_articles.jsonl")];
  const folder = mkdtempSync(path.join(os.tmpdir(), "kiosque-web-"));
  const index = path.join(folder, "index");
  execFileSync(path.join(bin, "indexer"), ["add", "--index", index, ...inputs], { stdio: "ignore" });
  return { index, remove: () => rmSync(folder, { recursive: true, maxRetries: 9 }) };
}

export function freePort() {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

// `address`: of net.connect, such as {port, host} or {path}.
function listens(address) {
  return new Promise((resolve) => {
    const socket = net.connect(address, () => { socket.destroy(); resolve(true); });
    socket.on("error", () => resolve(false));
  });
}

// Whether something listens there, after ten seconds at the most.
export async function isUp(address) {
  for (let attempt = 0; attempt < 100; ++attempt) {
    if (await listens(address)) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

export async function serve(index, options = []) {
  const port = await freePort();
  const child = spawn(path.join(source, "scripts/serve"), ["-p", port, "-i", index, ...options], {
    env: { ...process.env, SEARCHER_BIN: bin, SEARCHER_TIME_LIMIT: "1" },
    stdio: ["ignore", "ignore", "ignore"],
  });
  if (await isUp({ port, host: "127.0.0.1" })) {
    return {
      port, page: `http://127.0.0.1:${port}/cgi-bin/searcher`,
      stop: () => new Promise((resolve) => { child.on("close", resolve); child.kill("SIGTERM"); }),
    };
  }
  child.kill("SIGTERM");
  throw new Error("the server did not start");
}

// Sends bytes as they are: what a library would refuse to send is what hostile visitors send.
export function exchange(port, bytes) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    const socket = net.connect(port, "127.0.0.1", () => socket.write(Buffer.from(bytes, "latin1")));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("close", () => {
      const text = Buffer.concat(chunks).toString("utf8");
      const end = text.indexOf("\r\n\r\n");
      const [first, ...lines] = text.slice(0, end).split("\r\n");
      const headers = Object.fromEntries(lines.map((line) => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }));
      resolve({ status: Number(first.split(" ")[1]), headers, body: text.slice(end + 4) });
    });
    socket.setTimeout(20000, () => socket.destroy());
  });
}
