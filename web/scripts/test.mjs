// Compiles every *.test.ts and *.test.tsx and runs them with node's own test runner.
// SPDX-License-Identifier: MIT
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const web = fileURLToPath(new URL("..", import.meta.url));
const src = join(web, "src");
const tests = readdirSync(src, { recursive: true }).filter((name) => /\.test\.tsx?$/.test(name));
const out = mkdtempSync(join(web, "node_modules/.tests-"));
try {
  await build({
    entryPoints: tests.map((name) => join(src, name)),
    bundle: true,
    outdir: out,
    outbase: src,
    outExtension: { ".js": ".mjs" },
    format: "esm",
    platform: "node",
    target: "node18",
    packages: "external",
    jsx: "automatic",
    jsxImportSource: "preact",
    define: {
      QADAM_BUILD: JSON.stringify({ files: {}, texts: {}, papers: [], operator: false, kiosk: false }),
    },
    logLevel: "error",
  });
  const files = tests.map((name) => join(out, name.replace(/tsx?$/, "mjs")));
  const { status } = spawnSync(process.execPath, ["--test", ...process.argv.slice(2), ...files], {
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
