// `qadam schema` against a validator: every application of the case files fits, spoiled ones do not.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";
import { root } from "../support/paths.mjs";
import { run } from "./author.mjs";

const require = createRequire(path.join(root, "web/package.json"));
const Ajv = require("ajv/dist/2020").default;

const cases = path.join(root, "tests/cases");
const services = readdirSync(cases, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "feel")
  .map((entry) => entry.name);

function validator(service) {
  const ajv = new Ajv({ strict: true, strictTuple: false, strictTypes: false, allErrors: true });
  ajv.addFormat("date", /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
  const { status, stdout } = run(["schema", service]);
  assert.equal(status, 0);
  return ajv.compile(JSON.parse(stdout));
}

function* applications(service) {
  for (const name of readdirSync(path.join(cases, service)).sort()) {
    const file = path.join(cases, service, name);
    const asOf = JSON.parse(readFileSync(file, "utf8")).asOf;
    const { stdout } = run(["run", service, "--input", file, "--as-of", asOf, "--json"]);
    const { application } = JSON.parse(stdout);
    if (application !== null) yield { name, application };
  }
}

for (const service of services) {
  test(`every application of ${service}'s case files fits its schema`, () => {
    const validate = validator(service);
    let count = 0;
    for (const { name, application } of applications(service)) {
      assert.ok(validate(application), `${name}: ${JSON.stringify(validate.errors)}`);
      ++count;
    }
    assert.ok(count > 1, "case files that apply");
  });
}

test("an application spoiled in any way does not fit", () => {
  const validate = validator("licence-first");
  const sound = [...applications("licence-first")].find((each) => each.name === "all_clear.json").application;
  const spoil = {
    "a member too many": (a) => (a.extra = 1),
    "no consent member": (a) => delete a.consent,
    "another service": (a) => (a.service = "licence-exchange"),
    "another version": (a) => (a.pack.version = "0"),
    "a checksum that is none": (a) => (a.pack.checksum = "xyz"),
    "a question of no service": (a) => (a.answers.shoe_size = "43"),
    "a register's answer": (a) => (a.answers.registry_medical = "exists"),
    "no category": (a) => delete a.answers.category,
    "a category that does not exist": (a) => (a.answers.category = "Z"),
    "an IIN of eleven digits": (a) => (a.answers.iin = "98051410101"),
    "a phone as typed": (a) => (a.answers.phone = "8 701 234 56 78"),
    "a day that is none": (a) => (a.answers.birth_date = "14.05.1998"),
    "a text for a yes": (a) => (a.answers.military_referral = "true"),
    "a state that the question does not offer": (a) => (a.answers.category = { state: "dontKnow" }),
    "a state that does not exist": (a) => (a.answers.military_referral = { state: "perhaps" }),
    "a verdict that does not exist": (a) => (a.subtypes[0].verdict = "yes"),
    "a reason of another service": (a) => (a.subtypes[0].because = ["rich"]),
    "no verdict": (a) => (a.subtypes = []),
    "a verdict too many": (a) => a.subtypes.push(a.subtypes[0]),
    "a language that we do not speak": (a) => (a.language = "fr"),
  };
  for (const [what, change] of Object.entries(spoil)) {
    const spoiled = structuredClone(sound);
    change(spoiled);
    assert.equal(validate(spoiled), false, what);
  }
});
