// What every test in a real browser needs before and after it: servers, Chromium, a fresh page on a small phone.
// SPDX-License-Identifier: MIT
import { after, afterEach, before, beforeEach } from "node:test";
import { launch, watch } from "./browser.mjs";

const phone = { viewport: { width: 360, height: 740 } };

// Starts the servers and Chromium for a file's tests and stops them at its end; `opened(browser)` is told of it.
export function inBrowser(servers, opened) {
  let browser;
  before(async () => {
    await Promise.all(servers.map((server) => server.start()));
    opened((browser = await launch()));
  });
  after(async () => {
    await browser?.close();
    await Promise.all(servers.map((server) => server.stop()));
  });
}

// The same, and for each test a page of its own: `opened({context, page, faults})`. Faults are those of the first server.
export function onPhone(servers, opened) {
  let browser;
  let context;
  inBrowser(servers, (launched) => (browser = launched));
  beforeEach(async () => {
    context = await browser.newContext(phone);
    const page = await context.newPage();
    opened({ context, page, faults: watch(page, servers[0].url) });
  });
  afterEach(() => context.close());
}
