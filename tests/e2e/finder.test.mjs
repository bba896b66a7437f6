// From the site's first page through the finder into a service, and to a number; and who comes outside the window.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { test } from "node:test";
import { Applicant, certificate, words } from "../support/applicant.mjs";
import { watch } from "../support/browser.mjs";
import { onPhone } from "../support/hooks.mjs";
import { Server } from "../support/server.mjs";

const server = new Server(["--as-of", "2026-11-25"]);
const inJuly = new Server(["--as-of", "2026-07-15"]);
let page;
let faults;
onPhone([server, inJuly], (opened) => ({ page, faults } = opened));

// On that day, at that server: to the other one, requests are foreign.
async function at(day, base) {
  if (base !== server.url) {
    page.removeAllListeners();
    faults = watch(page, base);
  }
  // What the device believes the day to be; its timers go on.
  await page.addInitScript((shift) => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + shift;
  }, Date.parse(`${day}T10:00:00+05:00`) - Date.now());
}

const phone = "8 701 234 56 78";
const people = {
  "deferment.study": {
    finder: { for_whom: "self", reason: "study", study_kind: "full_time", birth_date: "2004-05-14", level_used: "false", study_abroad: "false", religious_school: "false", study_level: "higher" },
    answers: { study_level: "higher", region: "71", phone },
    papers: { study_certificate: certificate },
  },
  "registration.never_registered": {
    finder: { for_whom: "self", reason: "register", register_event: "never", sex: "male", citizenship: "true", birth_date: "1996-05-14", permanently_abroad: "false", released_from_prison: "false", registered_before: "false" },
    answers: { sex: "male", permanently_abroad: "false", released_from_prison: "false", region: "71", phone },
    papers: { never_registered_education: "none", never_registered_medical_card: certificate },
  },
  "exemption.degree": {
    finder: { for_whom: "self", reason: "study", study_kind: "degree", citizenship: "true", birth_date: "2000-05-14" },
    answers: { region: "71", phone },
    papers: { degree_diploma: certificate },
  },
};

for (const [entry, person] of Object.entries(people)) {
  for (const lang of ["kk", "ru", "en"]) {
    test(`${lang}: the finder leads a person to ${entry}, and on to a number without asking twice`, async () => {
      await at("2026-11-25", server.url);
      const service = entry.split(".")[0];
      const applicant = new Applicant(page, server.url, lang);
      assert.ok((await applicant.find(person.finder)) <= 8);
      assert.ok(!(await page.title()).includes(words(service, lang)["title"]), "what was found stays off the tab");
      await applicant.enter(entry);
      assert.equal(await applicant.title(), words(service, lang)["screen.start.title"]);
      assert.equal(new URL(page.url()).pathname, `/${lang}/${service}/`);
      await applicant.goOn(person, "summary");
      assert.match(await applicant.send(), /^DEMO-/);
      assert.deepEqual(faults, []);
    });
  }
}

test("who looks for another is spoken to as such, from the finder to the signature", async () => {
  await at("2026-11-25", server.url);
  const person = people["deferment.study"];
  const applicant = new Applicant(page, server.url, "kk");
  await applicant.find({ ...person.finder, for_whom: "other" });
  await applicant.enter("deferment.study");
  await applicant.goOn(person, "summary");
  assert.equal(await applicant.title(), words("deferment", "kk")["screen.summary.title.other"]);
  await applicant.send();
});

test("Back from the service comes to the finder's lists with every answer kept; the site's name does, too", async () => {
  await at("2026-11-25", server.url);
  const applicant = new Applicant(page, server.url, "ru");
  await applicant.find(people["deferment.study"].finder);
  const found = await applicant.text();
  await applicant.enter("deferment.study");
  await page.goBack();
  await applicant.on("found");
  assert.equal(await applicant.text(), found);
  assert.equal(new URL(page.url()).pathname, "/ru/");
  await applicant.enter("deferment.study");
  await page.locator(".q-header__name").click();
  await applicant.on("found");
  assert.equal(await applicant.text(), found);
  assert.deepEqual(faults, []);
});

test("outside the window everything can be prepared, nothing is sent, and a calendar file tells when it opens", async () => {
  await at("2026-07-15", inJuly.url);
  const person = people["deferment.study"];
  const applicant = new Applicant(page, inJuly.url, "kk");
  const t = words("deferment", "kk");
  await applicant.find(person.finder);
  await applicant.enter("deferment.study");
  assert.ok((await applicant.text()).includes(t["ui.window.closed_title"]));
  await applicant.goOn(person, "summary");
  await page.locator('[id="a-continue"]').click();
  await applicant.on("sign");
  assert.equal(await page.locator('[id="a-send"]').count(), 0);
  assert.ok((await applicant.text()).includes(t["ui.window.closed_title"]));
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator('[id="a-file:calendar"]').click()]);
  assert.equal(download.suggestedFilename(), "qadam.ics");
  // In the marked demonstration of the first day inside, with the same answers, it goes through.
  await applicant.act("as_of:2026-09-01");
  await page.locator('[id="a-send"]').waitFor();
  await page.locator("main input").first().fill(await applicant.code());
  await page.locator('[id="a-send"]').click();
  await applicant.on("case");
  assert.match(await applicant.text(), /DEMO-/);
  assert.deepEqual(faults, []);
});
