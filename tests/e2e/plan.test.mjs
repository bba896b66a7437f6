// The personal plan and the card for the clerk in a real browser: opened from the papers, printed, saved, left again.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { Person, launch, watch } from "../support/browser.mjs";
import { root } from "../support/paths.mjs";
import { Server } from "../support/server.mjs";

const json = (file) => JSON.parse(readFileSync(path.join(root, file), "utf8"));
const words = (lang) => ({ ...json(`i18n/${lang}.json`), ...json(`i18n/deferment/${lang}.json`) });
const iin = "980514101012";

const server = new Server(["--as-of", "2026-11-25"]);
let browser;
before(async () => {
  await server.start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server.stop();
});

const answers = { for_whom: "self", deferment_case: "study", study_form: "full_time", study_level: "higher", level_used: "false", study_abroad: "true", study_distance: "false", religious_school: "false", region: "71" };

class Student extends Person {
  kind() {
    return this.page.locator("form").evaluate((form) => /q-content--(\w+)/.exec(form.className)[1]);
  }

  async step() {
    const kind = await this.kind();
    const input = (n) => this.page.locator("main input").nth(n);
    if (kind === "consent") return this.act("agree");
    if (kind === "signIn") {
      await input(0).fill(iin);
      await this.act("continue");
      await input(1).fill(await this.code());
      return this.act("continue");
    }
    if (kind !== "question") return this.act("continue");
    for (const [field, value] of Object.entries(answers)) {
      if ((await this.page.locator(`[id="f-${field}"]`).count()) === 0) continue;
      await this.page.locator(`input[type=radio][value="${value}"]`).check();
      return this.act("continue");
    }
    if ((await this.page.locator("main input").count()) === 3) {
      for (const [n, part] of ["14", "05", "2004"].entries()) await input(n).fill(part);
    } else {
      await input(0).fill("8 701 234 56 78");
    }
    return this.act("continue");
  }

  async toPapers() {
    await this.open("deferment");
    for (let i = 0; i < 40 && (await this.kind()) !== "documents"; ++i) await this.step();
    await this.on("documents");
  }
}

for (const lang of ["kk", "ru", "en"]) {
  test(`a student abroad opens the plan and the card from the papers, saves the plan and comes back (${lang})`, async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const faults = watch(page, server.url);
    const student = new Student(page, server.url, lang);
    const t = words(lang);
    const kk = words("kk");
    await student.toPapers();
    await page.locator('[id="f-file_study_certificate-dontKnow"]').check();
    await student.act("plan");
    await student.on("plan");
    const plan = await student.text();
    for (const key of ["ui.plan.missing", "ui.plan.unmarked", "item.study_certificate", "item.study_translation", "ui.plan.obtained", "ui.plan.private", "obtained.identity"])
      assert.ok(plan.includes(t[key]), key);
    assert.ok(plan.includes("1414, 8 800 080 7777"));

    const [download] = await Promise.all([page.waitForEvent("download"), page.locator('[id="a-file:plan"]').click()]);
    assert.equal(download.suggestedFilename(), "qadam-plan.txt");
    const file = readFileSync(await download.path(), "utf8");
    for (const key of ["ui.mode.demonstration", "item.study_certificate", "ui.plan.private"]) assert.ok(file.includes(t[key]), key);

    await student.act("card");
    await student.on("card");
    const body = page.locator(".q-body--card");
    await body.getByText(kk["subtype.study"]).waitFor();
    assert.equal(await body.getAttribute("lang"), lang === "kk" ? null : "kk");
    const card = await body.innerText();
    for (const key of ["ui.card.not_official", "title", "fee", "item.study_certificate", "ui.card.papers", "ui.card.obtained"]) assert.ok(card.includes(kk[key]), key);
    assert.match(card, /6 жұмыс күні/);
    assert.equal(await student.title(), t["ui.card.title"]);

    assert.equal(new URL(page.url()).pathname, `/${lang}/deferment/`);
    assert.ok(!decodeURIComponent(page.url()).includes("study"));
    assert.ok(!(await page.title()).includes(t["subtype.study"]));
    const size = await page.locator("html").evaluate((root) => [root.scrollWidth, root.clientWidth]);
    assert.ok(size[0] <= size[1], String(size));

    await student.act("back");
    await student.on("plan");
    await student.act("back");
    await student.on("documents");
    assert.equal(await page.locator('[id="f-file_study_certificate-dontKnow"]').isChecked(), true);
    assert.deepEqual(faults, []);
    await context.close();
  });
}
