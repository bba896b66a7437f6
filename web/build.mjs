// Builds the pages, the script and the style into OUT (default web/dist): see web/README.md.
//
// Reads WIZARD_WASM (the wizard's module) and SERVICES_DIR (<service>.bin, <service>.<lang>.bin). The first screens
// are obtained from the module itself, run here, and drawn by the renderer that the browser uses.
// SPDX-License-Identifier: MIT
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { buildStyles } from "./scripts/styles.mjs";

const web = dirname(fileURLToPath(import.meta.url));
const repo = resolve(web, "..");
const out = resolve(process.env.OUT ?? join(web, "dist"));
const wasmFile = resolve(process.env.WIZARD_WASM ?? join(repo, "build/wasm/bin/wizard.wasm"));
const servicesDir = resolve(process.env.SERVICES_DIR ?? join(repo, "build/services"));
const languages = ["kk", "ru", "en"];
const bundleTarget = ["chrome111", "safari16.4", "firefox111"];

const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));
const hashOf = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 10);

function catalogue(lang, service = "") {
  const file = join(repo, "i18n", service, `${lang}.json`);
  if (!existsSync(file)) throw new Error(`no texts: ${relative(repo, file)}`);
  return readJson(file);
}

const scriptWords = ["footer", "papers", "operator", "kiosk", "load_failed", "reload", "crashed"]; // the pages' own stay out

function shellWords(lang, names) {
  const texts = catalogue(lang);
  return Object.fromEntries(names.map((name) => [name, texts[`shell.${name}`]]));
}

// SERVICES names some, drafts too, to try them; else all that are published.
function services() {
  if (process.env.SERVICES) return process.env.SERVICES.split(",");
  const folder = join(repo, "assets/services");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => readJson(join(folder, name)))
    .filter((pack) => ["application", "information"].includes(pack.kind) && pack.status !== "draft")
    .map((pack) => pack.id)
    .sort((a, b) => Number(b === "licence-first") - Number(a === "licence-first") || a.localeCompare(b));
}

// What `qadam compile` worded for the page without script, or null: the service has no kinds to tell apart.
function papersOf(lang, service) {
  const file = join(servicesDir, `${service}.${lang}.papers.json`);
  return existsSync(file) ? readJson(file) : null;
}

const files = {}; // name -> hashed name under /assets/

function addAsset(name, bytes) {
  const dot = name.lastIndexOf(".");
  files[name] = `${name.slice(0, dot)}.${hashOf(bytes)}${name.slice(dot)}`;
  writeFileSync(join(out, "assets", files[name]), bytes);
  return bytes;
}

// Copies what the operator's page and the kiosk have ready, when they have.
function copyNeighbour(from, to) {
  if (!existsSync(join(from, "index.html"))) return false;
  cpSync(from, join(out, to), { recursive: true, filter: (file) => !/\.test\.|\.md$/.test(file) });
  return true;
}

async function bundleScript(define) {
  const result = await build({
    entryPoints: [join(web, "src/main.ts")],
    bundle: true,
    write: false,
    format: "esm",
    minify: true,
    charset: "utf8",
    legalComments: "none",
    target: bundleTarget,
    jsx: "transform",
    jsxFactory: "h",
    jsxFragment: "Fragment",
    inject: [join(web, "src/jsx.ts")],
    tsconfigRaw: {},
    define: { QADAM_BUILD: JSON.stringify(define) },
  });
  return Buffer.from(result.outputFiles[0].contents);
}

async function loadPages() {
  const file = join(out, ".pages.mjs");
  await build({
    entryPoints: [join(web, "src/pages/pages.tsx")],
    bundle: true,
    outfile: file,
    format: "esm",
    platform: "node",
    target: "node18",
    jsx: "automatic",
    jsxImportSource: "preact",
    charset: "utf8",
  });
  const pages = await import(pathToFileURL(file).href);
  rmSync(file);
  return pages;
}

function allFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? allFiles(path) : [path];
  });
}

function compress(path) {
  const bytes = readFileSync(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const br = brotliCompressSync(bytes, { params });
  writeFileSync(`${path}.br`, br);
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  return { raw: bytes.length, br: br.length };
}

function reportSizes(ids) {
  const sizes = {};
  for (const path of allFiles(out)) {
    if (/\.(html|js|mjs|css|wasm|bin|svg|json|data)$/.test(path)) sizes[relative(out, path)] = compress(path);
  }
  const of = (name) => sizes[`assets/${files[name]}`];
  const journeys = {};
  for (const id of ids) {
    for (const lang of languages) {
      const parts = {
        html: sizes[id === "finder" ? `${lang}/index.html` : `${lang}/${id}/index.html`],
        style: of("style.css"),
        script: of("main.js"),
        wasm: of("wizard.wasm"),
        service: of(`${id}.bin`),
        texts: of(`${id}.${lang}.bin`),
      };
      const sum = (unit) => Object.values(parts).reduce((total, part) => total + part[unit], 0);
      journeys[`${lang}/${id}`] = { ...parts, total: { raw: sum("raw"), br: sum("br") } };
    }
  }
  writeFileSync(join(out, "sizes.json"), JSON.stringify({ journeys, files: sizes }, null, 1));
  const columns = ["html", "style", "script", "wasm", "service", "texts", "total"];
  const line = (cells) =>
    console.log(cells.map((cell, i) => String(cell)[i ? "padStart" : "padEnd"](i ? 9 : 22)).join(""));
  line(["bytes, brotli", ...columns]);
  for (const [name, parts] of Object.entries(journeys))
    line([name, ...columns.map((column) => parts[column].br)]);
}

async function main() {
  const started = Date.now();
  for (const needed of [wasmFile, servicesDir]) {
    if (!existsSync(needed)) throw new Error(`not found: ${needed} (set WIZARD_WASM and SERVICES_DIR)`);
  }
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, "assets"), { recursive: true });
  const ids = services();
  const wordsOf = (names) => Object.fromEntries(languages.map((lang) => [lang, shellWords(lang, names)]));
  const words = wordsOf([...scriptWords, "services", "no_script", "papers_text"]);
  const neighbours = {
    operator: copyNeighbour(join(web, "operator"), "operator"),
    kiosk: copyNeighbour(join(web, "kiosk/dist"), "kiosk"),
  };

  addAsset("style.css", Buffer.from(await buildStyles()));
  const module = await WebAssembly.compile(addAsset("wizard.wasm", readFileSync(wasmFile)));
  const binaries = {};
  for (const id of ["finder", ...ids]) {
    for (const name of [`${id}.bin`, ...languages.map((lang) => `${id}.${lang}.bin`)]) {
      binaries[name] = addAsset(name, readFileSync(join(servicesDir, name)));
    }
  }
  addAsset("icon.svg", readFileSync(join(web, "src/icon.svg")));
  const scriptFiles = Object.fromEntries(
    Object.entries(files).filter(([name]) => /\.(css|wasm|bin)$/.test(name)),
  );
  addAsset(
    "main.js",
    await bundleScript({
      files: scriptFiles,
      texts: wordsOf(scriptWords),
      papers: ids.filter((id) => papersOf("kk", id) !== null),
      ...neighbours,
    }),
  );

  const pages = await loadPages();
  const context = { files, words, ...neighbours };
  const write = (path, html) => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), html);
  };
  for (const lang of languages) {
    const global = catalogue(lang);
    const cards = ids.map((id) => ({
      id,
      title: catalogue(lang, id)["title"],
      summary: catalogue(lang, id)["summary"],
      papers: papersOf(lang, id) !== null,
    }));
    const first = (id) => pages.firstScreen(module, binaries[`${id}.bin`], binaries[`${id}.${lang}.bin`]);
    const index = pages.indexPage({ ...context, lang, cards, ...(await first("finder")) });
    write(`${lang}/index.html`, index);
    if (lang === "kk") write("index.html", index);
    for (const id of ids) {
      const papers = papersOf(lang, id);
      const page = pages.servicePage({ ...context, lang, id, papers: papers !== null, ...(await first(id)) });
      write(`${lang}/${id}/index.html`, page);
      if (papers !== null)
        write(`${lang}/${id}/papers/index.html`, pages.papersPage({ ...context, lang, global, papers }));
    }
  }
  reportSizes(["finder", ...ids]);
  console.log(
    `web: ${allFiles(out).length} files in ${relative(repo, out) || out}, ${Date.now() - started} ms`,
  );
}

await main().catch((error) => {
  console.error(`web build: ${error.message}`);
  process.exitCode = 1;
});
