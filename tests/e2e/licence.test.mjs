// A first driver's licence in a real browser: to the licence issued, to every stop, through every mishap.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { Person } from "../support/browser.mjs";
import { onPhone } from "../support/hooks.mjs";
import { root } from "../support/paths.mjs";
import { Server } from "../support/server.mjs";

const json = (file) => JSON.parse(readFileSync(path.join(root, file), "utf8"));
const personas = Object.fromEntries(json("assets/personas.json").personas.map((person) => [person.id, person]));
const words = (lang) => ({ ...json(`i18n/${lang}.json`), ...json(`i18n/licence-first/${lang}.json`) });

const server = new Server();
let context;
let page;
let faults;
onPhone([server], (opened) => ({ context, page, faults } = opened));

test("a person walks from the start page to a licence issued", async () => {
  const person = new Person(page, server.url, "kk");
  const t = words("kk");
  await person.toSignIn();
  await person.signIn(personas.all_clear.iin);
  await person.agree();
  assert.match(await person.text(), new RegExp(t["ui.check.all_passed"]));
  await person.fillForm();
  const number = await person.send();
  assert.match(await person.text(), new RegExp(t["stage.theory.now"]));

  await person.book(13);
  await server.move(number, "passed");
  await person.act("refresh");
  await person.book(14);
  for (const [move, now] of [["passed", "stage.duty.now"], ["paid", "stage.review.now"], ["approved", "stage.print.now"], ["printed", "stage.issue.now"], ["issued", "stage.done"]]) {
    await server.move(number, move);
    await person.act("refresh");
    const wanted = t[now].split("{")[0];
    assert.ok((await person.text()).includes(wanted), `${move}: ${wanted}`);
  }
  assert.deepEqual(faults, []);
});

const stops = [
  ["has_licence", "licence", "pilot-algorithm", "5"],
  ["bar_seven", "bar", "pilot-algorithm", "6"],
  ["bar_unknown_end", "bar", "pilot-algorithm", "6"],
  ["no_medical", "medical", "pilot-algorithm", "7"],
  ["dispensary", "dispensary", "pilot-algorithm", "8"],
  ["no_school", "school", "pilot-algorithm", "9"],
  ["no_attempts", "attempts", "pilot-algorithm", "10"],
];
for (const [id, stop, , clause] of stops) {
  test(`the stop of stage ${clause} (${id}) explains itself with its clause in every language`, async () => {
    const person = new Person(page, server.url, "kk");
    await person.toSignIn();
    await person.signIn(personas[id].iin);
    await person.agree();
    for (const lang of ["kk", "ru", "en"]) {
      if (lang !== "kk") await page.getByRole("link", { name: lang === "ru" ? "Русский" : "English" }).click();
      const t = words(lang);
      await page.getByText(t[`stop.${stop}.title`]).first().waitFor();
      const sensitive = stop === "bar" || stop === "dispensary";
      const place = t["law.form.paragraph.2"].replace("{act}", t["law.act.pilot-algorithm"]).replace("{1}", "3").replace("{2}", clause);
      const seen = await page.locator("form").innerText();
      if (sensitive) {
        assert.ok(!seen.includes(place), "the clause would name the register to a bystander");
        await page.locator("details", { hasText: t["ui.check.details"] }).locator("summary").click();
      }
      const opened = await page.locator("form").innerText();
      assert.ok(opened.includes(t[`stop.${stop}.text`].split("\n")[0]), `${lang}: what was found`);
      assert.ok(opened.includes(t[`stop.${stop}.todo`].split("\n")[0]), `${lang}: what to do`);
      assert.ok((await page.locator("form").textContent()).includes(place), `${lang}: ${place}`);
      if (sensitive) await page.locator("details", { hasText: t["ui.check.details"] }).locator("summary").click();
    }
    assert.deepEqual(faults, []);
  });
}

test("the last day of a bar is shown when the register gives it", async () => {
  const person = new Person(page, server.url, "ru");
  await person.toSignIn();
  await person.signIn(personas.bar_seven.iin);
  await person.agree();
  assert.match(await page.locator("form").textContent(), /2 мая 2031 года/);
});

test("a bar that is over lets the application through", async () => {
  const person = new Person(page, server.url, "en");
  await person.toSignIn();
  await person.signIn(personas.bar_over.iin);
  await person.agree();
  assert.ok((await person.text()).includes(words("en")["ui.check.all_passed"]));
});

test("a register that does not answer is neither a yes nor a no, and one may try again", async () => {
  const person = new Person(page, server.url, "en");
  await person.toSignIn();
  await person.signIn(personas.silent.iin);
  await person.agree();
  assert.ok((await person.text()).includes(words("en")["ui.check.silent.title"]));
  assert.equal(await page.locator('[id="a-continue"]').count(), 0);
  await page.locator('[id="a-retry"]').waitFor();
});

test("a number that is none of the demonstration's is neither passed nor stopped", async () => {
  const person = new Person(page, server.url, "en");
  await person.toSignIn();
  await person.signIn("800416100254");
  await person.agree();
  assert.ok((await person.text()).includes(words("en")["ui.check.unknown.title"]));
  assert.equal(await page.locator('[id="a-continue"]').count(), 0);
});

test("a refusal of consent ends politely, and one may change one's mind", async () => {
  const person = new Person(page, server.url, "en");
  await person.toSignIn();
  await person.signIn(personas.all_clear.iin);
  await person.act("refuse");
  assert.equal(await person.title(), words("en")["stop.consent.title"]);
  await person.act("back");
  await person.on("consent");
});

for (const [id, stage, stop] of [["fails_theory", 13, "theory"], ["fails_practice", 14, "practice"], ["refused", 16, "review"]]) {
  test(`stage ${stage}: the ${stop} may end the application, and the page says what then`, async () => {
    const person = new Person(page, server.url, "en");
    await person.toSummary(personas[id].iin);
    const number = await person.send();
    await person.book(13);
    if (stage > 13) {
      await server.move(number, "passed");
      await person.act("refresh");
      await person.book(14);
    }
    if (stage === 16) {
      await server.move(number, "passed");
      await server.move(number, "paid");
      await server.move(number, "refused", "by_rules");
    } else {
      await server.move(number, "failed");
    }
    await person.act("refresh");
    const t = words("en");
    assert.ok((await person.text()).includes(t[`stop.${stop}.title`]));
    if (stage === 16) assert.ok((await person.text()).includes(t["ground.by_rules"]));
    await page.locator('[id="a-new"]').waitFor();
    if (stage !== 16) return;
    for (const id of ["remedy.objection", "remedy.appeal"]) assert.ok((await person.text()).includes(t[id]));
    await person.act("again");
    await person.on("summary");
    assert.ok((await person.text()).includes(number), "the old number stays in sight");
    const second = await person.send();
    assert.notEqual(second, number);
  });
}

test("kill -9 of the server between submission and status: the number is still there", async () => {
  const person = new Person(page, server.url, "en");
  await person.toSummary(personas.all_clear.iin);
  const number = await person.send();
  await server.kill();
  // The page says so in words, and nothing is lost.
  await person.act("refresh");
  assert.ok((await person.text()).includes(words("en")["error.offline"]));
  assert.ok((await person.text()).includes(number));
  await server.restart();
  await person.act("refresh");
  assert.ok((await person.text()).includes(words("en")["stage.theory.now"]));
  // And from nothing but the number and the secret.
  const secret = /\b\w{4}-\w{4}-\w{4}-\w{4}\b/.exec(await person.text())[0];
  const other = await context.newPage();
  const returning = new Person(other, server.url, "ru");
  await returning.open();
  await returning.act("status");
  await other.locator("main input").nth(0).fill(number);
  await other.locator("main input").nth(1).fill(secret);
  await returning.act("show_status");
  assert.ok((await returning.text()).includes(number));
});

test("answers that will not do are said in the page's language, with a link to the field, and kept", async () => {
  const person = new Person(page, server.url, "ru");
  const t = words("ru");
  await person.toSignIn();
  const iin = page.locator("main input").first();
  await iin.fill("980514101013");
  await person.act("continue");
  await page.getByRole("link", { name: t["error.iin.checksum"] }).click();
  assert.ok(await iin.evaluate((element) => element.getRootNode().activeElement === element), "the link leads to the field");
  assert.equal(await iin.inputValue(), "980514101013");
  await page.getByRole("link", { name: "English" }).click();
  await page.getByRole("link", { name: words("en")["error.iin.checksum"] }).waitFor();
  assert.equal(await iin.inputValue(), "980514101013");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
});

test("a date that does not exist, a category too young for: the words say what to do, later answers stay", async () => {
  const person = new Person(page, server.url, "en");
  const t = words("en");
  await person.toSignIn();
  await person.signIn(personas.seventeen.iin);
  await person.agree();
  await person.act("continue");
  const [day, month] = [page.locator("main input").nth(0), page.locator("main input").nth(1)];
  await day.fill("31");
  await month.fill("2");
  await person.act("continue");
  assert.ok((await person.text()).includes(t["error.date.no_such_day"]));
  assert.equal(await day.inputValue(), "31");
  await day.fill("10");
  await month.fill("3");
  await person.act("continue");
  await person.choose("A");
  assert.ok((await person.text()).includes(t["condition.age_18.stop"]));
  await person.choose("B");
  await page.getByText(t["screen.referral.title"]).first().waitFor();
  await person.choose("true");
  await page.locator("main input").first().fill("8 701 234 56 78");
  await person.act("continue");
  await person.choose("71");
  await person.on("summary");
  await person.act("change:category");
  await person.choose("A1");
  await person.on("summary");
  assert.ok((await person.text()).includes("+77012345678"), "the phone given before is still there");
});

const mishaps = [
  ["a server that answers 500", (route) => route.fulfill({ status: 500, body: "oops" }), "error.server"],
  ["a server that answers nonsense", (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<h1>hi" }), "error.answer"],
  ["a server that answers an empty object", (route) => route.fulfill({ status: 201, contentType: "application/json", body: "{}" }), "error.answer"],
  ["a lost connection", (route) => route.abort(), "error.offline"],
];
for (const [what, answer, code] of mishaps) {
  test(`${what} is said in words, and nothing entered is lost`, async () => {
    const person = new Person(page, server.url, "kk");
    await person.toSummary(personas.all_clear.iin);
    await page.route("**/api/**", answer);
    await person.act("continue");
    await page.locator(".govuk-error-summary").getByText(words("kk")[code]).waitFor();
    await page.unroute("**/api/**");
    await person.act("retry");
    await page.locator('[id="a-send"]').waitFor();
    await person.act("back");
    assert.ok((await person.text()).includes("+77012345678"));
  });
}

test("a slot that was just taken is said, others are offered, nothing else changes", async () => {
  const person = new Person(page, server.url, "en");
  await person.toSummary(personas.all_clear.iin);
  const number = await person.send();
  await page.route("**/bookings", (route) =>
    route.fulfill({ status: 409, contentType: "application/problem+json", body: '{"type":"about:blank","title":"taken","status":409,"code":"slot.taken"}' }),
  );
  await page.locator('[id="a-book:13"]').click();
  await person.on("booking");
  await page.locator("input[type=radio]").first().check({ force: true });
  await page.locator('[id="a-confirm_booking"]').click();
  await page.getByText(words("en")["ui.booking.taken"]).first().waitFor();
  await page.unroute("**/bookings");
  await page.locator("input[type=radio]").first().check({ force: true });
  await page.locator('[id="a-confirm_booking"]').click();
  await person.on("case");
  assert.ok((await person.text()).includes(number));
});

test("erase and leave asks first, then nothing of the answers is left in the page or the browser", async () => {
  const person = new Person(page, server.url, "en");
  const withdrawn = [];
  page.on("request", (request) => /\/consents\/./.test(request.url()) && withdrawn.push(request.method()));
  await person.toSignIn();
  await person.signIn(personas.all_clear.iin);
  await person.agree();
  await page.locator('[id="a-erase"]').click();
  await page.getByRole("button", { name: words("en")["ui.erase"] }).last().click();
  await person.on("erased");
  assert.ok(!(await page.content()).includes(personas.all_clear.iin));
  assert.deepEqual(withdrawn, ["DELETE"], "leaving takes the consent back");
  const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie.length, location.href]);
  assert.deepEqual(kept.slice(0, 3), [0, 0, 0]);
  assert.ok(!kept[3].includes(personas.all_clear.iin));
});

test("today, after the pilot's last day, the page says so and never that licences are closed", async () => {
  for (const lang of ["kk", "ru", "en"]) {
    const person = new Person(page, server.url, lang);
    await person.open();
    await person.on("closed");
    const text = await person.text();
    assert.ok(text.includes("1414") && text.includes("862"), lang);
    assert.equal(await person.title(), words(lang)["closed.title"]);
  }
});

test("the browser's Back is a step back, and what was answered is still chosen", async () => {
  const person = new Person(page, server.url, "en");
  await person.open();
  await person.act("as_of:2026-08-31");
  await person.act("continue");
  await person.choose("other");
  await person.choose("bank");
  await person.on("signIn");
  await page.goBack();
  await page.getByText(words("en")["screen.channel.title"]).first().waitFor();
  assert.ok(await page.locator('input[value="bank"]').isChecked());
  await page.goBack();
  assert.ok(await page.locator('input[value="other"]').isChecked());
});

test("every screen says in every language that this is a demonstration and that nothing was filed", async () => {
  const person = new Person(page, server.url, "kk");
  const banner = words("kk")["ui.mode.demonstration"];
  await person.toSignIn();
  for (const step of ["signIn", "consent", "checks", "summary", "case"]) {
    if (step === "consent") await person.signIn(personas.all_clear.iin);
    if (step === "checks") await person.agree();
    if (step === "summary") await person.fillForm();
    if (step === "case") await person.send();
    assert.ok(await page.getByText(banner).first().isVisible(), step);
  }
});

test("the page works by keyboard alone from the start to signing in", async () => {
  const person = new Person(page, server.url, "en");
  await person.open();
  await page.locator('[id="a-as_of:2026-08-31"]').focus();
  await page.keyboard.press("Enter");
  await person.on("start");
  await page.locator('[id="a-continue"]').focus();
  await page.keyboard.press("Enter");
  await person.on("question");
  // The title has the focus on a new page; Tab goes to the answers, Space chooses, Enter goes on.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  assert.ok(await page.locator("input[value=self]").isChecked());
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText(words("en")["screen.channel.title"]).first().waitFor();
});
