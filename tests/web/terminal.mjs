// Uses the searcher as a reader does, in a real terminal (tmux) of 80 and 40 columns, in UTF-8 and in
// the C locale, and holds what is on the screen to what it should be; then, if asked, draws two
// screens as pictures in the folder given.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { makeIndex, searcher, source } from "./server.mjs";

const { index, remove } = makeIndex(path.join(source, "corpus/pages"), path.join(source, "corpus/feeds"));
const home = path.dirname(index);
const environment = {
  PATH: `${path.dirname(searcher)}:/usr/bin:/bin`, HOME: home, TMUX_TMPDIR: home, TERM: "xterm-256color",
  SEARCHER_INDEX: index,
};
let failures = 0;

function check(name, ok) {
  if (ok) return;
  failures += 1;
  console.error(`FAILED ${name}`);
}

const userid = process.getuid();
let terminals = 0;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

class Terminal {
  constructor(columns, rows, locale) {
    this.unicode = locale.endsWith("UTF-8");
    // French everywhere: the locale decides on letters alone.
    this.env = { ...environment, LC_CTYPE: locale, LC_MESSAGES: "fr_FR.UTF-8" };
    this.socket = `t${++terminals}`;  // the server of the one before may still be leaving
    this.tmux("new-session", "-d", "-x", columns, "-y", rows, "env PS1='$ ' HISTFILE= LESSHISTFILE=- bash --norc --noprofile");
  }

  tmux(...words) {
    const options = ["-L", this.socket, "-f", "/dev/null", ...(this.unicode ? ["-u"] : [])];
    return execFileSync("tmux", [...options, ...words.map(String)], { env: this.env, encoding: "utf8" });
  }

  // The screen and what has scrolled off it; lines that the terminal broke are joined again, so that
  // one too long shows.
  text(...options) {
    return this.tmux("capture-pane", "-p", "-S", "-", "-J", ...options).trimEnd();
  }

  // Waits until `done` holds for the screen.
  async until(what, done) {
    for (let i = 0; i < 100; ++i) {
      if (done(this.text())) return;
      await pause(100);
    }
    check(`${what} within ten seconds; the screen is:\n${this.text()}`, false);
  }

  type(line) {
    this.tmux("send-keys", "-l", line);
    this.tmux("send-keys", "Enter");
  }

  async run(line) {
    const before = this.text().split("\n").length;
    this.type(line);
    const prompt = (text) => text.split("\n").length > before && text.endsWith("\n$");
    await this.until(line, prompt);
    return this.text().split("\n").slice(before, -1);
  }

  // Waits for the server to be gone: it takes its socket along.
  async close() {
    this.tmux("kill-server");
    for (let i = 0; i < 50 && existsSync(path.join(home, `tmux-${userid}`, this.socket)); ++i) {
      await pause(100);
    }
  }
}

const width = (line) => [...line.trimEnd()].length;

async function fits(columns, locale) {
  const name = `${columns} columns, ${locale}`;
  const terminal = new Terminal(columns, 24, locale);
  await terminal.until("a prompt", (text) => text.endsWith("$"));
  const lines = await terminal.run("searcher --no-pager --facets --timeline armes OU loups");
  const text = lines.join("\n");
  for (const line of lines) check(`${name}: fits: ${line}`, width(line) <= columns);
  check(`${name}: hits are numbered`, /^ {2}1 {2}\S/m.test(text) && /^ {2}2 {2}\S/m.test(text));
  const bar = terminal.unicode ? /^[█▁▂▃▄▅▆▇ ]+$/m : /^[ .:=+*#@-]*@[ .:=+*#@-]*$/m;
  check(`${name}: bars:\n${text}`, bar.test(text));
  check(`${name}: letters`, /[é·]/.test(text) === terminal.unicode);
  if (!terminal.unicode) check(`${name}: ASCII`, /^[\x20-\x7e\n]*$/.test(text));
  await terminal.close();
}

async function pages() {
  const terminal = new Terminal(80, 12, "C.UTF-8");
  await terminal.until("a prompt", (text) => text.endsWith("$"));
  terminal.type("searcher armes OU loups");
  await terminal.until("the pager", (text) => text.endsWith(":"));
  terminal.tmux("send-keys", "q");
  await terminal.until("the prompt after it", (text) => text.endsWith("$"));
  terminal.type("searcher read 1");
  await terminal.until("the article", (text) => text.endsWith(":"));
  terminal.tmux("send-keys", "q");
  await terminal.until("the prompt after the article", (text) => text.endsWith("$"));
  terminal.type("searcher zzzyxw; echo status $?");
  await terminal.until("status 1 without a hit", (text) => text.endsWith("status 1\n$"));
  await terminal.close();
}

// What tmux prints of a screen with its colours, as HTML.
function toHtml(text) {
  let style = new Set();
  const html = text.split(/(\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\)/).map((part) => {
    const codes = part.match(/^\x1b\[([\d;]*)m$/);
    if (!codes) {
      const safe = part.startsWith("\x1b]") ? "" : part.replace(/[&<>]/g, (c) => `&#${c.charCodeAt()};`);
      return safe && `<span class="${[...style].join(" ")}">${safe}</span>`;
    }
    for (const code of codes[1].split(";")) {
      if (code === "" || code === "0") style = new Set();
      else if (code === "39") style.delete("c33");
      else style.add(`c${code}`);
    }
    return "";
  }).join("");
  return `<style>body { margin: 0; background: #171614 } pre { display: inline-block; margin: 0;
    padding: 20px 24px; font: 15px/1.35 "DejaVu Sans Mono", monospace; color: #d9d5cc }
    .c1 { font-weight: bold; color: #fff } .c2 { color: #96907f } .c33 { color: #f0c050 }</style>
    <pre>${html}</pre>`;
}

async function draw(folder) {
  mkdirSync(folder, { recursive: true });
  const { launch } = await import("./chromium.mjs");  // only pictures need a browser
  const browser = await launch();
  const page = await (await browser.newContext({ deviceScaleFactor: 2 })).newPage();
  for (const [name, rows, line] of [
    ["terminal-results", 30, "searcher --limit 3 restrictions armes Kiev"],
    ["terminal-timeline", 34, "searcher --limit 2 --timeline communes OU maire OU habitants"]]) {
    const terminal = new Terminal(80, rows, "C.UTF-8");
    await terminal.until("a prompt", (text) => text.endsWith("$"));
    await terminal.run(line);
    await page.setContent(toHtml(terminal.tmux("capture-pane", "-p", "-e").trimEnd()));
    await page.locator("pre").screenshot({ path: path.join(folder, name + ".png") });
    await terminal.close();
  }
  await browser.close();
}

try {
  for (const columns of [80, 40]) {
    for (const locale of ["C.UTF-8", "C"]) await fits(columns, locale);
  }
  await pages();
  if (process.argv[2]) await draw(process.argv[2]);
} finally {
  remove();
}
console.log(`the searcher in a terminal: ${failures} failures`);
process.exit(failures === 0 ? 0 : 1);
