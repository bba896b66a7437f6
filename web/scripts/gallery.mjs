// Draws every fixture screen and takes pictures of it, for a look: node scripts/gallery.mjs OUT [name...]
// SPDX-License-Identifier: MIT
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { buildStyles } from "./styles.mjs";

const web = fileURLToPath(new URL("..", import.meta.url));
const [, , outArg = "/tmp/gallery", ...names] = process.argv;
const out = resolve(outArg);
mkdirSync(out, { recursive: true });
writeFileSync(join(out, "style.css"), await buildStyles());
const bundle = join(out, "gallery.mjs");
await build({
  entryPoints: [join(web, "src/pages/gallery.tsx")],
  bundle: true,
  outfile: bundle,
  format: "esm",
  platform: "node",
  jsx: "automatic",
  jsxImportSource: "preact",
});
const { galleryPage } = await import(pathToFileURL(bundle).href);
const screens = JSON.parse(readFileSync(join(web, "src/fixtures/screens.json"), "utf8"));
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
for (const width of [320, 360, 1280]) {
  const page = await browser.newPage({
    viewport: { width, height: 800 },
    colorScheme: process.env.DARK ? "dark" : "light",
  });
  for (const [name, screen] of Object.entries(screens)) {
    if (names.length && !names.includes(name)) continue;
    const file = join(out, `${name}.html`);
    writeFileSync(
      file,
      galleryPage(screen, "style.css", name === "start" ? {} : { asking: process.env.ASK ?? null }),
    );
    await page.goto(pathToFileURL(file).href);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) console.log(`${name} at ${width}: ${overflow} px too wide`);
    if (width > 320) await page.screenshot({ path: join(out, `${name}-${width}.png`), fullPage: true });
  }
  await page.close();
}
await browser.close();
