// The personal plan and the card for the clerk in a real browser: opened from the papers, printed, saved, left again.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Applicant, words } from "../support/applicant.mjs";
import { onPhone } from "../support/hooks.mjs";
import { Server } from "../support/server.mjs";

const server = new Server(["--as-of", "2026-11-25"]);
let page;
let faults;
onPhone([server], (opened) => ({ page, faults } = opened));

const journey = {
  answers: { for_whom: "self", birth_date: "2004-05-14", deferment_case: "study", study_form: "full_time", study_level: "higher", level_used: "false", study_abroad: "true", study_distance: "false", religious_school: "false", region: "71", phone: "8 701 234 56 78" },
};

for (const lang of ["kk", "ru", "en"]) {
  test(`a student abroad opens the plan and the card from the papers, saves the plan and comes back (${lang})`, async () => {
    const student = new Applicant(page, server.url, lang);
    const t = words("deferment", lang);
    const kk = words("deferment", "kk");
    await student.go("deferment", journey, "documents");
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
  });
}
