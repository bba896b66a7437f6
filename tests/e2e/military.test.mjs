// Registration, deferment and exemption in a real browser: from the start page, with a simple file, to a number.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { test } from "node:test";
import { Applicant, certificate, words } from "../support/applicant.mjs";
import { onPhone } from "../support/hooks.mjs";
import { Server } from "../support/server.mjs";

const server = new Server(["--as-of", "2026-11-25"]);
let page;
let faults;
onPhone([server], (opened) => ({ page, faults } = opened));

const phone = "8 701 234 56 78";
const journeys = {
  deferment: {
    answers: { for_whom: "self", birth_date: "2004-05-14", deferment_case: "study", study_form: "full_time", study_level: "higher", level_used: "false", study_abroad: "false", religious_school: "false", region: "71", phone },
    papers: { study_certificate: certificate },
  },
  registration: {
    answers: { for_whom: "self", registration_case: "never_registered", citizenship: "true", sex: "male", birth_date: "1996-05-14", permanently_abroad: "false", released_from_prison: "false", region: "71", phone },
    papers: { never_registered_education: "none", never_registered_medical_card: certificate },
  },
  exemption: {
    answers: { for_whom: "self", exemption_case: "degree", citizenship: "true", region: "71", phone },
    papers: { degree_diploma: certificate },
  },
};

for (const [service, langs] of [["deferment", ["kk", "ru", "en"]], ["registration", ["kk", "ru", "en"]], ["exemption", ["kk", "ru", "en"]]]) {
  for (const lang of langs) {
    test(`${service}, ${lang}: a person comes from the start page to a number, and the body decides`, async () => {
      const person = new Applicant(page, server.url, lang);
      const t = words(service, lang);
      const uploads = [];
      page.on("request", (request) => /\/api\/documents\//.test(request.url()) && uploads.push(request.method()));
      await person.go(service, journeys[service], "summary");
      assert.ok((await person.text()).includes("certificate.pdf"));
      assert.deepEqual(uploads, [], "nothing leaves before it is sent");
      const number = await person.send();
      assert.deepEqual(uploads, ["PUT"]);
      assert.match(number, /^DEMO-/);
      assert.ok((await person.text()).includes(t["stage.review.now"].split(".")[0]));
      await server.move(number, "approved");
      await person.act("refresh");
      assert.ok((await person.text()).includes(t["stage.issue.now"].split(".")[0]));
      await server.move(number, "issued");
      await person.act("refresh");
      assert.ok((await person.text()).includes(t["stage.done"].split(".")[0]));
      assert.ok(!page.url().includes("study") && !(await page.title()).includes("certificate"), "the ground stays off the address and the tab");
      assert.deepEqual(faults, []);
    });
  }
}

test("whoever fills in for another is told at the start who signs, and the words speak of the applicant", async () => {
  const person = new Applicant(page, server.url, "kk");
  const t = words("deferment", "kk");
  const { answers, papers } = journeys.deferment;
  await person.open("deferment");
  assert.ok((await page.locator("form").textContent()).includes(t["screen.start.other_note"]));
  await person.go("deferment", { answers: { ...answers, for_whom: "other" }, papers }, "signIn");
  assert.equal(await person.title(), t["screen.sign_in.title.other"]);
  for (let i = 0; i < 6 && (await person.kind()) !== "summary"; ++i) await person.step({ answers, papers });
  assert.equal(await person.title(), t["screen.summary.title.other"]);
  await person.send();
});

test("without the paper one comes to the summary, which names it; with it, to the number", async () => {
  const person = new Applicant(page, server.url, "en");
  const t = words("deferment", "en");
  const { answers } = journeys.deferment;
  await person.go("deferment", { answers, papers: { study_certificate: "notYet" } }, "summary");
  assert.ok((await person.text()).includes(t["ui.documents.missing_then"].split(".")[0]));
  assert.equal(await page.locator('[id="a-continue"]').count(), 0);
  await page.locator('main [id="a-change:documents"]').first().click();
  await person.on("documents");
  await person.step(journeys.deferment);
  await person.on("summary");
  await person.send();
});

test("a file that is none of the accepted kinds, or empty, is refused at its own place in words", async () => {
  const person = new Applicant(page, server.url, "en");
  const t = words("deferment", "en");
  await person.go("deferment", journeys.deferment, "documents");
  for (const [name, bytes, error] of [["notes.docx", "PK junk", "error.file.type"], ["empty.pdf", "", "error.file.empty"]]) {
    await page.locator('[id="f-file_study_certificate"]').setInputFiles({ name, mimeType: "application/pdf", buffer: Buffer.from(bytes) });
    await page.locator(".q-file__name", { hasText: name }).waitFor();
    await person.act("continue");
    assert.ok((await person.text()).includes(t[error]), error);
  }
});

test("an upload that fails keeps everything, and the next try goes through", async () => {
  const person = new Applicant(page, server.url, "ru");
  await person.go("deferment", journeys.deferment, "summary");
  await page.locator('[id="a-continue"]').click();
  await page.locator('[id="a-send"]').waitFor();
  await page.route("**/api/documents/**", (route) => route.abort());
  await page.locator("main input").first().fill(await person.code());
  await person.act("send");
  assert.ok((await person.text()).includes(words("deferment", "ru")["error.offline"]));
  await page.unroute("**/api/documents/**");
  await page.locator('[id="a-send"]').click();
  await person.on("case");
});

test("an answer that is no application ends with its page", async () => {
  const person = new Applicant(page, server.url, "kk");
  await person.open("registration");
  await person.act("continue");
  await person.choose("self");
  await person.choose("moved");
  assert.equal(await person.title(), words("registration", "kk")["screen.moved.title"]);
  assert.equal(await page.locator('[id="a-continue"]').count(), 0);
});

test("the services to read end with what they say, and offer nothing to file", async () => {
  for (const service of ["military-id", "military-data-update", "veteran-certificate"]) {
    const person = new Applicant(page, server.url, "kk");
    await person.open(service);
    await person.act("continue");
    assert.equal(await page.locator('[id="a-send"], [id="a-agree"]').count(), 0, service);
    assert.ok((await person.title()).length > 5, service);
  }
});

test("a refusal names its ground and the paper it hit, and is corrected with every answer kept", async () => {
  const person = new Applicant(page, server.url, "kk");
  const t = words("deferment", "kk");
  await person.go("deferment", journeys.deferment, "summary");
  const first = await person.send();
  await server.move(first, "refused", "mismatch", "study_certificate");
  await person.act("refresh");
  const said = await person.text();
  assert.ok(said.includes(t["ground.mismatch"].split(".")[0]));
  assert.ok(said.includes(t["item.study_certificate"]));
  assert.ok(said.includes(t["remedy.appeal"] ?? t["remedy.appeal.title"]));
  await person.act("again");
  assert.equal(await person.kind(), "documents", "at the paper that was hit");
  assert.ok((await person.text()).includes(first));
  await person.goOn(journeys.deferment, "summary");
  assert.ok((await person.text()).includes("certificate.pdf"));
  const second = await person.send();
  assert.notEqual(second, first);
  assert.deepEqual(faults, []);
});
