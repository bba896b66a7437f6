// `qadam find`: the shape that scripts rely on, a whole questionnaire, and input that will not do.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { run } from "./author.mjs";

function find(t, input, ...more) {
  const folder = mkdtempSync(path.join(tmpdir(), "qadam-find-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, "answers.json");
  writeFileSync(file, JSON.stringify(input));
  return run(["find", "--input", file, "--as-of", "2026-04-10", ...more]);
}

const ids = (list) => list.map((each) => `${each.service}.${each.subtype}`);

test("find: nothing said yet: all unknown, the reasons come next", (t) => {
  const { status, stdout } = find(t, {}, "--json");
  const found = JSON.parse(stdout);
  assert.equal(status, 0);
  assert.deepEqual(Object.keys(found), ["eligible", "notEligible", "unknown", "next", "questions"]);
  assert.deepEqual([found.eligible, found.notEligible, found.next], [[], [], "reason"]);
  assert.equal(found.unknown.length, 26); // 5 + 13 + 7 and the first licence
  assert.deepEqual(Object.keys(found.questions[0]), ["id", "kind", "options", "title"]);
  assert.equal(found.questions[0].options.length, 7);
  for (const lang of ["kk", "ru", "en"]) assert.ok(found.questions[0].title[lang]);
});

test("find: the questionnaire answered as it is asked leads to the study deferment, with the reasons against others", (t) => {
  const says = { reason: ["study"], study_kind: ["full_time"], birth_date: "2006-05-14" };
  const answers = {};
  for (let i = 0; i < 12; ++i) {
    const { next, questions, unknown } = JSON.parse(find(t, { answers }, "--json").stdout);
    if (next === null) break;
    assert.equal(questions[0].id, next);
    assert.ok(next === "reason" || unknown.some((each) => each.questions.includes(next)), next);
    answers[next] = says[next] ?? false;
  }
  const found = JSON.parse(find(t, { answers }, "--json").stdout);
  assert.deepEqual([ids(found.eligible), found.next], [["deferment.study"], null]);
  const age = found.notEligible.find((each) => each.subtype === "age_27");
  assert.deepEqual(age.because[0].id, "age_27_reached");
  assert.ok(age.because[0].law.includes("lms:36.1.2") && age.because[0].text);
});

test("find: a name that no question has, a day to come and an answer of the wrong shape are told in words", (t) => {
  const misspelt = find(t, { birth_dat: "2006-05-14" }, "--json");
  assert.equal(misspelt.status, 1);
  assert.match(misspelt.stderr, /'birth_dat' is no question of the finder \(did you mean 'birth_date'\?\)/);
  assert.ok(JSON.parse(misspelt.stdout).next);
  const future = find(t, { birth_date: "2030-01-01" });
  assert.equal(future.status, 1);
  assert.match(future.stderr, /birth_date: date\.future: \S+/);
  assert.equal(find(t, { married: { no: 1 } }).status, 1);
});

test("find: what is printed for people is in the language asked for", (t) => {
  const input = { reason: ["family"], family_kind: ["married"], birth_date: { state: "withheld" } };
  const { status, stdout } = find(t, input, "--lang", "kk");
  assert.equal(status, 0);
  assert.match(stdout, /Сай келмейді:\n/);
  assert.match(stdout, /next: /);
});
