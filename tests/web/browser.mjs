// Uses the page as a reader does, in Debian's Chromium without JavaScript, looks for violations of
// WCAG with axe-core in light and dark, and keeps pictures of the page with the demo corpus in the
// folder given (or a default).
import { mkdirSync } from "node:fs";
import path from "node:path";
import axe from "axe-core";
import { launch } from "./chromium.mjs";
import { makeIndex, serve, source } from "./server.mjs";

const inDocs = ["first-page", "results", "facets", "no-result", "phone"];
const all = process.argv[3] !== "docs";
const pictures = process.argv[2] ?? path.join(source, "build/screenshots");
mkdirSync(pictures, { recursive: true });
let failures = 0;

function check(name, ok) {
  if (ok) return;
  failures += 1;
  console.error(`FAILED ${name}`);
}

const { index, remove } = makeIndex();
const demo = makeIndex(path.join(source, "corpus/pages"), path.join(source, "corpus/feeds"));
const server = await serve(index);
const browser = await launch();

async function open(options = {}) {
  const context = await browser.newContext({
    locale: "fr-FR", javaScriptEnabled: false, viewport: { width: 1280, height: 900 }, ...options });
  return context.newPage();
}

async function useThePage() {
  const page = await open();
  await page.goto(server.page);
  await page.getByLabel("Rechercher dans la presse").fill("armes kiev");
  await Promise.all([page.waitForURL(/q=armes/), page.keyboard.press("Enter")]);
  check("search finds", await page.locator(".hits li").count() > 0);
  check("words are marked", await page.locator(".hits mark").count() > 0);
  check("title has the query", (await page.title()).startsWith("armes kiev – "));
  await page.goto(server.page + "?q=article&tout=1");
  const before = await page.locator(".count").textContent();
  const [facet] = await page.locator(".facet a").all();
  check("there are facets", facet !== undefined);
  if (facet) {
    await facet.click();
    check("facet narrows", (await page.locator(".count").textContent()) !== before);
      await page.locator(".active a").first().click();
    check("facet can be removed", (await page.locator(".count").textContent()) === before);
  }
  await page.locator("a[rel=next]").click();
  check("next page", page.url().includes("page=2"));
  check("list goes on", (await page.locator(".hits").getAttribute("start")) === "11");
  await page.goto(server.page + "?q=livraisnos");
  const back = page.locator(".notes a, .meant a").first();
  check("a misspelt word is told of", await back.count() === 1);
  await page.goto(server.page + "?q=zzzyxw+qqqq&source=Le+Phare");
  check("no result helps", await page.locator(".nothing li").count() === 3);
}

async function takePictures(address) {
  const question = "?q=maire+communes+habitants";
  const screens = {
    "first-page": [""],
    results: [question],
    facets: [question + "&source=hexapresse.example&du=2025-01-01"],
    "no-result": ["?q=zzzyxw+qqqq&source=lefanal.example&exact=1"],
    phone: [question, { viewport: { width: 360, height: 720 }, deviceScaleFactor: 2 }],
    zoom: [question, { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }],
    dark: [question, { colorScheme: "dark" }],
    english: [question + "&lang=en"],
  };
  for (const [name, [query, options]] of Object.entries(screens)) {
    if (!all && !inDocs.includes(name)) continue;
    const page = await open(options);
    await page.goto(address + query);
    await page.screenshot({ path: path.join(pictures, name + ".png") });
  }
}

// 320 pixels are a narrow phone, and a window of 1280 at 400 %.
async function fitsNarrowScreens() {
  const page = await open({ javaScriptEnabled: true, viewport: { width: 320, height: 640 } });
  for (const query of ["", "?q=article&tout=1", "?q=zzzyxw", "?page=0"]) {
    await page.goto(server.page + query);
    const width = await page.evaluate("document.documentElement.scrollWidth");
    check(`no sideways scrolling ${query}: ${width}`, width <= 320);
  }
}

// WCAG 2.4.1, 2.4.7 and 2.5.8: the skip link comes first and works, what has the focus shows it, and
// what stands on its own is at least 24 pixels high.
async function worksByKeyboard() {
  const page = await open({ javaScriptEnabled: true, bypassCSP: true });
  await page.goto(server.page + "?q=article&tout=1&source=Le+Phare");
  const focused = (what) => page.evaluate((expression) => {
    const element = document.activeElement;
    return { skip: element.className === "skip" && element.getBoundingClientRect().top >= 0,
      inResults: element.closest("#resultats") !== null && element.tagName === "A",
      atTheEnd: element === document.body,
      shown: getComputedStyle(element).outlineStyle !== "none" }[expression];
  }, what);
  await page.keyboard.press("Tab");
  check("skip link comes first", await focused("skip"));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  check("skip link leads to the results", await focused("inResults"));
  let stops = 0;
  for (; !(await focused("atTheEnd")); ++stops) {
    check("the focus is seen", await focused("shown"));
    await page.keyboard.press("Tab");
  }
  check("there is much to reach", stops > 20);
  const low = await page.evaluate(() => [...document.querySelectorAll(
    "nav a, aside li a, .active a, .foot a, .others a, .to-refine, button, input:not([type=hidden])")]
    .filter((element) => element.getClientRects().length && element.getBoundingClientRect().height < 24)
    .map((element) => element.outerHTML));
  check(`high enough to be hit: ${low}`, low.length === 0);
}

async function isAccessible(colorScheme) {
  const page = await open({ javaScriptEnabled: true, bypassCSP: true, colorScheme });
  for (const query of ["", "?q=article&tout=1", "?q=article&source=Le+Phare&lang=en&page=2",
    "?q=zzzyxw", "?page=0"]) {
    await page.goto(server.page + query);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    for (const { id, nodes } of violations) {
      check(`axe ${colorScheme} ${query}: ${id} ${nodes[0].html} ${nodes[0].failureSummary}`, false);
    }
  }
}

try {
  await useThePage();
  await fitsNarrowScreens();
  await worksByKeyboard();
  await isAccessible("light");
  await isAccessible("dark");
  const shown = await serve(demo.index);
  await takePictures(shown.page).finally(shown.stop);
} finally {
  await browser.close();
  await server.stop();
  remove();
  demo.remove();
}
console.log(`the page in a browser: ${failures} failures; pictures in ${pictures}`);
process.exit(failures === 0 ? 0 : 1);
