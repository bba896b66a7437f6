// Puts the kiosk's page together in web/kiosk/dist: page, style, script with the module's glue, module, one compiled
// service with its texts. Self-contained, so that a kiosk without a network needs this folder alone.
//
// Reads KIOSK_DIR (kiosk.mjs and kiosk.wasm, default build/wasm/bin) and SERVICES_DIR (default build/services).
// SPDX-License-Identifier: MIT
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const repo = resolve(here, "../..");
const out = join(here, "dist");
const moduleDir = resolve(process.env.KIOSK_DIR ?? join(repo, "build/wasm/bin"));
const servicesDir = resolve(process.env.SERVICES_DIR ?? join(repo, "build/services"));

async function main() {
  const plan = JSON.parse(readFileSync(join(here, "kiosk.json"), "utf8"));
  const services = [plan.service, ...plan.languages.map(({ code }) => `${plan.service}.${code}`)];
  const files = [
    ...["index.html", "kiosk.css", "kiosk.json"].map((name) => join(here, name)),
    join(here, "../src/icon.svg"),
    join(moduleDir, "kiosk.wasm"),
    join(repo, "build/fonts/kiosk.ttf.licence"),
    ...services.map((name) => join(servicesDir, `${name}.bin`)),
  ];
  for (const file of [...files, join(moduleDir, "kiosk.mjs")]) {
    if (!existsSync(file)) throw new Error(`not found: ${file} (set KIOSK_DIR and SERVICES_DIR)`);
  }
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const file of files) copyFileSync(file, join(out, file.slice(dirname(file).length + 1)));
  await build({
    entryPoints: [join(here, "kiosk.js")],
    outfile: join(out, "kiosk.js"),
    alias: { "kiosk-module": join(moduleDir, "kiosk.mjs") },
    bundle: true,
    minify: true,
    format: "esm",
    target: ["chrome111", "firefox111", "safari16.4"],
    logLevel: "error",
  });
}

await main().catch((error) => {
  console.error(`kiosk build: ${error.message}`);
  process.exitCode = 1;
});
