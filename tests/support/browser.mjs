// Headless Chromium as a person's browser, and a person's moves in the wizard: by what is written on the page.
// SPDX-License-Identifier: MIT
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "./paths.mjs";

const require = createRequire(path.join(root, "web/package.json"));
const { chromium } = require("playwright-core");

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });

// Every request to another origin, every console error and page error is a fault of ours.
export function watch(page, origin) {
  const faults = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("data:") && !url.startsWith("blob:")) faults.push(`foreign: ${url}`);
  });
  page.on("console", (message) => message.type() === "error" && faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`page: ${error.message}`));
  return faults;
}

export class Person {
  constructor(page, base, lang = "en") {
    Object.assign(this, { page, base, lang });
    page.setDefaultTimeout(10_000);
  }

  async open(service = "licence-first") {
    await this.page.goto(`${this.base}/${this.lang}/${service}/`);
  }

  title() {
    return this.page.locator("h1").innerText();
  }

  text() {
    return this.page.locator("main").innerText();
  }

  // Presses the action and waits until the page has said what came of it: another page, an error, a new field.
  async act(id) {
    const before = await this.fingerprint();
    await this.page.locator(`[id="a-${id}"]`).click();
    await this.page.waitForFunction(
      (old) => {
        const shadow = document.querySelector("qadam-wizard")?.shadowRoot;
        const form = shadow?.querySelector("form");
        return form && !shadow.querySelector('[aria-busy="true"], .q-working') && form.innerText !== old;
      },
      before,
    );
  }

  fingerprint() {
    return this.page.evaluate(() => document.querySelector("qadam-wizard")?.shadowRoot?.querySelector("form")?.innerText ?? "");
  }

  // The page of that kind ("checks", "summary", ...) stands there.
  async on(kind) {
    await this.page.locator(`form.q-content--${kind}`).waitFor();
  }

  async choose(value) {
    await this.page.locator(`input[type=radio][value="${value}"]`).check();
    await this.act("continue");
  }

  async fill(label, value) {
    await this.page.getByLabel(label).fill(value);
  }

  // The demonstration's code stands on the page itself.
  async code() {
    const found = /(?<!\d)\d{6}(?!\d)/.exec(await this.text());
    if (!found) throw new Error(`no code on the page: ${await this.text()}`);
    return found[0];
  }

  async toSignIn(asOf = "2026-08-31") {
    await this.open();
    await this.act(`as_of:${asOf}`);
    await this.act("continue");
    await this.choose("self");
    await this.choose("hkko_app");
    await this.on("signIn");
  }

  async signIn(iin) {
    await this.page.locator("main input").first().fill(iin);
    await this.act("continue");
    await this.page.locator("main input").nth(1).fill(await this.code());
    await this.act("continue");
    await this.on("consent");
  }

  // Consents and waits for the checks' end: all passed, a stop, or no answer.
  async agree() {
    await this.page.locator('[id="a-agree"]').click();
    await this.on("checks");
    await this.page.locator("form.q-content--checks .q-notice--success, form.q-content--checks .q-notice--stop, form.q-content--checks .q-notice--warning").first().waitFor();
  }

  async fillForm(category = "B") {
    await this.act("continue");
    await this.act("continue"); // the date of birth is known from signing in
    await this.choose(category);
    await this.page.locator("main input").first().fill("8 701 234 56 78");
    await this.act("continue");
    await this.choose("71");
    await this.on("summary");
  }

  // The number that the page shows.
  async send() {
    await this.page.locator('[id="a-continue"]').click();
    await this.page.locator('[id="a-send"]').waitFor();
    await this.page.locator("main input").first().fill(await this.code());
    await this.page.locator('[id="a-send"]').click();
    await this.on("case");
    return /DEMO-\w{4}-\w{4}/.exec(await this.text())[0];
  }

  // From the start page to the check-your-answers page, as a person whose registers let them through.
  async toSummary(iin) {
    await this.toSignIn();
    await this.signIn(iin);
    await this.agree();
    await this.fillForm();
  }

  async book(stage) {
    await this.page.locator(`[id="a-book:${stage}"]`).click();
    await this.on("booking");
    await this.page.locator("input[type=radio]").first().check({ force: true });
    await this.page.locator('[id="a-confirm_booking"]').click();
    await this.on("case");
  }
}
