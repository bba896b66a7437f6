// The web shell's own engine wrapper and effects, bundled for Node: tests drive the very code that the page runs.
// SPDX-License-Identifier: MIT
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root, services, wizardWasm } from "./paths.mjs";

const require = createRequire(path.join(root, "web/package.json"));

async function bundled() {
  const outfile = path.join(root, "build/tests/shell.mjs");
  mkdirSync(path.dirname(outfile), { recursive: true });
  await require("esbuild").build({
    stdin: {
      contents: 'export * from "./engine.ts"; export * from "./effects.ts"; export * from "./record.ts";',
      resolveDir: path.join(root, "web/src"),
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    platform: "node",
    outfile,
    logLevel: "error",
  });
  return import(pathToFileURL(outfile).href);
}

export const shell = await bundled();

const module = await WebAssembly.compile(readFileSync(wizardWasm()));

export const bytesOf = (name) => new Uint8Array(readFileSync(path.join(services(), name)));

// A new instance at the start page of `service`. `asOf`: "YYYY-MM-DD", a demonstration of that day.
export async function begin(service, { lang = "en", asOf, mode = "demonstration", now = Date.now() / 1000 } = {}) {
  const engine = await shell.Engine.create(module);
  engine.load(bytesOf(`${service}.bin`));
  engine.texts(bytesOf(`${service}.${lang}.bin`));
  const setting = new Map([
    ["mode", mode],
    ["now", String(Math.floor(now))],
    ["seed", randomUUID()],
  ]);
  if (asOf) setting.set("asOf", asOf);
  engine.begin(setting);
  return engine;
}

export const screenOf = (engine) => JSON.parse(engine.screenText());
