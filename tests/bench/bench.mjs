// The figures of DESIGN.md 7 that exist so far. Ratios are taken within one run, so that a slow machine changes both sides.
// SPDX-License-Identifier: MIT
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readCase, walk } from "../cases/walk.mjs";
import { launch } from "../support/browser.mjs";
import { root, services, webDist } from "../support/paths.mjs";
import { Server } from "../support/server.mjs";
import { begin, bytesOf, shell } from "../support/shell.mjs";

const service = "licence-first";
const rows = [];
const row = (what, value, bar, within) => {
  rows.push({ what, value, bar, within });
  console.log(`${within === false ? "MISS " : within === true ? "ok   " : "     "} ${what}: ${value}${bar ? `   (bar: ${bar})` : ""}`);
};
const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];
const median = (values) => quantile([...values].sort((a, b) => a - b), 0.5);

function bytes() {
  const { journeys } = JSON.parse(readFileSync(path.join(webDist(), "sizes.json"), "utf8"));
  const bar = 70 * 1024;
  for (const [name, parts] of Object.entries(journeys)) {
    if (!name.endsWith(service)) continue;
    const list = Object.entries(parts).filter(([part]) => part !== "total");
    row(`bytes, brotli, ${name}`, `${parts.total.br} = ${list.map(([part, size]) => `${part} ${size.br}`).join(", ")}`, `<= ${bar}`, parts.total.br <= bar);
  }
}

async function answers() {
  const loads = [];
  for (let i = 0; i < 60; ++i) {
    const engine = await begin(service);
    const [binary, texts] = [bytesOf(`${service}.bin`), bytesOf(`${service}.kk.bin`)];
    const start = performance.now();
    engine.load(binary);
    engine.texts(texts);
    loads.push(performance.now() - start);
  }
  row("wasm: loading service and texts, median ms", median(loads).toFixed(3), "<= 2", median(loads) <= 2);

  const at = async (screen, upTo) => {
    const c = readCase(service, "all_clear");
    const answers = Object.fromEntries(Object.entries(c.answers).filter(([field]) => !upTo.includes(field)));
    const { engine } = await walk({ ...c, answers }, { lang: "kk" });
    const id = JSON.parse(engine.screenText()).id;
    if (id !== screen) throw new Error(`expected the page ${screen}, found ${id}`);
    return engine;
  };
  const measure = (engine, field, values) => {
    const times = [];
    for (let i = 0; i < 24_000; ++i) {
      const start = performance.now();
      engine.answer(field, 4, values[i % values.length]);
      JSON.parse(engine.screenText());
      const time = performance.now() - start;
      if (i >= 4_000) times.push(time * 1000);
    }
    return times.sort((a, b) => a - b);
  };
  const question = measure(await at("phone", ["phone"]), "phone", ["+77012345678", "+77012345679"]);
  row("wasm: one answer on a question page, median us", quantile(question, 0.5).toFixed(1), "<= 10", quantile(question, 0.5) <= 10);
  row("wasm: one answer on a question page, p99 us", quantile(question, 0.99).toFixed(1), "<= 60", quantile(question, 0.99) <= 60);
  const choices = measure(await at("category", ["category"]), "category", ["A", "B"]);
  row("wasm: one answer on the largest question page (15 categories), median us", quantile(choices, 0.5).toFixed(1), "<= 10", quantile(choices, 0.5) <= 10);
  const engine = await at("region", ["region"]);
  engine.answer("region", 4, "71");
  engine.act("continue");
  const summary = measure(engine, "phone", ["+77012345678", "+77012345679"]);
  row("wasm: one answer on the summary page, median us", quantile(summary, 0.5).toFixed(1), "<= 100", quantile(summary, 0.5) <= 100);
}

async function judging() {
  const { application } = await walk(readCase(service, "all_clear"));
  const folder = mkdtempSync(path.join(tmpdir(), "qadam-bench-"));
  const record = path.join(folder, "application.record");
  writeFileSync(record, shell.encodeRecord(shell.flatten(JSON.parse(application))));
  const binary = path.join(services(), `${service}.bin`);
  const rate = Number(execFileSync(path.join(root, "build/release/bin/judge_bench"), [binary, record, "3"], { encoding: "utf8" }));
  rmSync(folder, { recursive: true });
  row("native: whole applications judged per second, one core", String(rate), ">= 50000", rate >= 50_000);
}

// The floors: a hand-written page with the same words and no more, and a page whose tap calls an empty wasm module.
function withFloors() {
  const folder = mkdtempSync(path.join(tmpdir(), "qadam-floors-"));
  cpSync(webDist(), folder, { recursive: true });
  const head = '<!doctype html><html lang="kk"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">';
  const words = "Пилоттық жобаның мерзімі аяқталды. Куәліктер тұрақты бұйрық бойынша беріледі. 1414 нөміріне қоңырау шалыңыз.";
  for (const [name, script] of [["floor", ""], ["floor-wasm", '<script type="module" src="/floor-wasm/floor.js"></script>']]) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, "index.html"), `${head}<title>Qadam</title>${script}</head><body><h1>${words}</h1><button id="go">OK</button></body></html>`);
  }
  // (module (func (export "f")))
  const empty = "0061736d0100000001040160000003020100070501016600000a040102000b";
  writeFileSync(path.join(folder, "floor-wasm/empty.wasm"), Buffer.from(empty, "hex"));
  writeFileSync(
    path.join(folder, "floor-wasm/floor.js"),
    `let f; let tapped = false;
const go = () => { f(); document.querySelector("h1").textContent = "next"; document.body.id = "next"; };
document.querySelector("#go").addEventListener("click", () => { tapped = true; if (f) go(); });
WebAssembly.instantiateStreaming(fetch("/floor-wasm/empty.wasm")).then(({ instance }) => { f = instance.exports.f; if (tapped) go(); });`,
  );
  return folder;
}

const slow4g = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };

async function visit(browser, url, { cpu, network, tap, next }) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  if (network) await cdp.send("Network.emulateNetworkConditions", slow4g);
  if (cpu) await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value))).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(url, { waitUntil: "commit" });
  const result = {};
  if (tap) {
    await page.locator(tap).click();
    await page.waitForSelector(next, { state: "attached" });
    result.next = await page.evaluate(() => performance.now());
  } else {
    await page.waitForLoadState("load");
    await page.waitForTimeout(cpu || network ? 800 : 300);
  }
  const paint = await page.evaluate(() => [performance.getEntriesByName("first-contentful-paint")[0]?.startTime, window.shift]);
  Object.assign(result, { paint: paint[0], shift: paint[1] });
  await context.close();
  return result;
}

async function pages() {
  const folder = withFloors();
  const server = await new Server(["--web", folder]).start();
  const browser = await launch();
  const times = 5;
  const several = async (url, options, field) => {
    const values = [];
    for (let i = 0; i < times; ++i) values.push((await visit(browser, server.url + url, options))[field]);
    return median(values);
  };
  try {
    const wizard = `/kk/${service}/`;
    for (const [name, options, bar] of [["slow 4G", { network: true }, 1.3], ["4x CPU", { cpu: true }, undefined]]) {
      const floor = await several("/floor/", options, "paint");
      const page = await several(wizard, options, "paint");
      const ratio = page / floor;
      row(`first screen readable, ${name}, ms`, `${page.toFixed(0)} against a static page's ${floor.toFixed(0)} = ${ratio.toFixed(2)} x`, bar && `<= ${bar} x`, bar && ratio <= bar);
    }
    const both = { network: true, cpu: true };
    const floor = await several("/floor-wasm/", { ...both, tap: "#go", next: "#next" }, "next");
    const tap = { ...both, tap: '[id^="a-as_of"]', next: "form.q-content--start" };
    const page = await several(wizard, tap, "next");
    row("tap to next screen, cold, slow 4G and 4x CPU, ms from navigation", `${page.toFixed(0)} against an empty wasm module's ${floor.toFixed(0)} = ${(page / floor).toFixed(2)} x`, "<= 1.5 x", page / floor <= 1.5);
    const shift = await several(wizard, { network: true }, "shift");
    row("layout shift while the page is taken over", shift.toFixed(4), "0", shift === 0);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (!process.argv.includes("--engine")) bytes();
await answers();
if (!process.argv.includes("--engine")) await judging();
if (!process.argv.includes("--engine")) await pages();
const missed = rows.filter(({ within }) => within === false);
console.log(`\n${rows.length} figures, ${missed.length} over their bar`);
