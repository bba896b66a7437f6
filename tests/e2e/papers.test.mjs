// The pages that need no script, in a browser that has none: found from the list of services, read, printed.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { watch } from "../support/browser.mjs";
import { inBrowser } from "../support/hooks.mjs";
import { webDist } from "../support/paths.mjs";
import { Server } from "../support/server.mjs";

const server = new Server();
let browser;
inBrowser([server], (launched) => (browser = launched));

const services = (lang) =>
  readdirSync(path.join(webDist(), lang), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(webDist(), lang, entry.name, "papers/index.html")))
    .map((entry) => entry.name);

async function plain(width, see) {
  const context = await browser.newContext({ viewport: { width, height: 740 }, javaScriptEnabled: false });
  const page = await context.newPage();
  const faults = watch(page, server.url);
  await see(page);
  assert.deepEqual(faults, []);
  await context.close();
}

test("without script a person comes from the list of services to the papers of one, and back to the service", async () => {
  assert.notEqual(services("kk").length, 0);
  await plain(360, async (page) => {
    for (const id of services("kk")) {
      await page.goto(`${server.url}/`);
      await page.locator(`a[href="/kk/${id}/papers/"]`).click();
      assert.equal(new URL(page.url()).pathname, `/kk/${id}/papers/`);
      await page.locator("a.q-back").click();
      assert.equal(new URL(page.url()).pathname, `/kk/${id}/`);
      await page.locator(`.q-noscript a[href="/kk/${id}/papers/"]`).click();
    }
  });
});

test("each kind opens without script, and the narrowest phone needs no sideways scrolling", async () => {
  for (const lang of ["kk", "ru", "en"]) {
    for (const id of services(lang)) {
      await plain(320, async (page) => {
        await page.goto(`${server.url}/${lang}/${id}/papers/`);
        const kinds = page.locator("details");
        for (let i = 0; i < (await kinds.count()); i++) {
          const rules = kinds.nth(i).locator(".q-rules").first();
          assert.equal(await rules.isVisible(), false);
          await kinds.nth(i).locator("summary").click();
          assert.equal(await rules.isVisible(), true);
        }
        const size = await page.locator("html").evaluate((root) => [root.scrollWidth, root.clientWidth]);
        assert.ok(size[0] <= size[1], `${lang}/${id}: ${size}`);
        assert.equal(await page.locator("#mode-text").isVisible(), true);
      });
    }
  }
});
