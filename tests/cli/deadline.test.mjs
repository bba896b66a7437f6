// `qadam deadline`: the days of the order, in Kazakhstan's civil time whatever zone the machine is in.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { test } from "node:test";
import { copy, run } from "./author.mjs";

function deadline(service, filed, { env, lang } = {}) {
  const args = ["deadline", service, "--filed", filed, "--json", ...(lang ? ["--lang", lang] : [])];
  const { status, stdout, stderr } = run(args, { env });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

test("deadline: the worked examples", () => {
  const table = [
    ["registration", "2026-12-11T10:00", "2026-12-11", "2026-12-15", true],
    ["deferment", "2026-12-11T10:00", "2026-12-11", "2026-12-22", true],
    ["registration", "2026-12-11T18:15", "2026-12-14", "2026-12-17", true],
    ["deferment", "2026-12-11T18:15", "2026-12-11", "2026-12-22", true],
    ["registration", "2026-03-22", "2026-03-26", "2026-03-30", true],
    ["exemption", "2026-03-22", "2026-03-26", "2026-04-03", true],
    ["registration", "2026-05-06T12:00", "2026-05-06", "2026-05-12", true],
    ["deferment", "2026-05-06T12:00", "2026-05-06", "2026-05-18", true],
    ["deferment", "2026-06-30T18:29", "2026-06-30", "2026-07-09", true],
    ["deferment", "2026-06-30T18:31", "2026-07-01", "", false],
    ["deferment", "2026-06-30T19:00", "2026-07-01", "", false],
    ["exemption", "2026-12-31T10:00", "2026-12-31", "", false],
    ["deferment", "2026-08-31T19:00", "2026-09-01", "2026-09-09", true],
  ];
  for (const [service, filed, accepted, due, insideWindow] of table) {
    const { note, ...days } = deadline(service, filed);
    assert.deepEqual(days, { accepted, due, insideWindow }, `${service} ${filed}`);
    assert.equal(typeof note, "string");
  }
});

test("deadline: the note is empty on an ordinary day, and says what is out of the ordinary, in three languages", () => {
  assert.equal(deadline("deferment", "2026-12-11T10:00").note, "");
  assert.match(deadline("registration", "2026-12-11T18:15").note, /after working hours.*14 December 2026/);
  assert.match(deadline("registration", "2026-03-22").note, /day off.*26 March 2026/);
  assert.match(deadline("deferment", "2026-07-15").note, /not taken.*1 September 2026/);
  assert.match(deadline("deferment", "2026-06-30T19:00").note, /does not say.*30 June 2026, 18:30/);
  assert.match(deadline("registration", "2027-02-01").note, /approximate/);
  assert.match(deadline("licence-first", "2026-08-03").note, /no term/);
  assert.match(deadline("deferment", "2026-07-15", { lang: "kk" }).note, /2026 жылғы 1 қыркүйек/);
  assert.match(deadline("deferment", "2026-07-15", { lang: "ru" }).note, /1 сентября 2026 года/);
});

test("deadline: midnight is Kazakhstan's under any zone of the machine", () => {
  for (const TZ of ["America/New_York", "Asia/Tokyo", "Asia/Almaty"]) {
    const at = (filed) => deadline("deferment", filed, { env: { TZ } });
    assert.equal(at("2026-06-30T18:29").accepted, "2026-06-30", TZ);
    assert.equal(at("2026-06-30T18:31").accepted, "2026-07-01", TZ);
    assert.equal(at("2026-08-31T23:59").accepted, "2026-09-01", TZ);
    assert.equal(at("2026-09-01T00:00").accepted, "2026-09-01", TZ);
    assert.equal(at("2026-12-10T23:59").accepted, "2026-12-11", TZ);
    assert.equal(at("2026-12-11T00:00").accepted, "2026-12-11", TZ);
  }
});

test("deadline: what cannot be read is wrong usage, an unknown service is invalid with the nearest name", () => {
  for (const filed of ["", "yesterday", "2026-02-30", "2026-12-11T25:00", "2026-12-11T10:00Z", "2026-12-11 10:00"]) {
    assert.equal(run(["deadline", "deferment", "--filed", filed, "--json"]).status, 2, filed);
  }
  assert.equal(run(["deadline", "deferment"]).status, 2);
  const unknown = run(["deadline", "deferrment", "--filed", "2026-12-11"]);
  assert.equal(unknown.status, 1);
  assert.match(unknown.stderr, /did you mean 'deferment'/);
});

test("lint: a slip in the calendar is told with its place", (t) => {
  const { folder, edit } = copy(t);
  edit("assets/calendars/kz.json", (s) => s.replace('"day": "2026-07-06", "is": "off"', '"day": "2026-07-05", "is": "off"'));
  const { status, stdout, stderr } = run(["lint", "registration"], { packs: folder });
  assert.equal(status, 1);
  assert.match(stdout + stderr, /assets\/calendars\/kz\.json.*calendar\.weekday/);
});
