// The JSON Schemas of packs and of the dictionary: the repository's files satisfy them, and a key that the format does
// not have is refused at every place. That schema and compiler know the same keys: shape_test.cpp.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const repo = resolve(fileURLToPath(import.meta.url), "../../..");
const require = createRequire(join(repo, "web/package.json"));
const Ajv = require("ajv/dist/2020").default;

const folder = join(repo, "assets/services");
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
const isPack = ajv.compile(read(join(folder, "pack.schema.json")));
const isDictionary = ajv.compile(read(join(folder, "fields.schema.json")));
const sound = read(join(repo, "tests/pack/broken/sound.json"));

const packs = readdirSync(folder)
  .filter((name) => /^[^.]+\.json$/.test(name) && name !== "fields.json" && name !== "finder.json")
  .map((name) => [name, read(join(folder, name))]);

function mustPass(validate, value, name) {
  const passes = validate(value);
  assert.ok(passes, `${name}: ${ajv.errorsText(validate.errors, { separator: "\n" })}`);
}

test("every pack, and the dictionary, satisfies its schema", () => {
  assert.ok(packs.length >= 2);
  for (const [name, pack] of packs) mustPass(isPack, pack, name);
  mustPass(isPack, sound.pack, "sound.json");
  mustPass(isDictionary, read(join(folder, "fields.json")), "fields.json");
  mustPass(isDictionary, sound.fields, "sound.json");
});

test("every pack names its schema, so that editors find it", () => {
  for (const [name, pack] of packs) {
    assert.ok(existsSync(join(folder, pack.$schema ?? "missing")), `${name} has no $schema`);
  }
});

// Objects whose keys are ids, not members.
const maps = /\/(definitions|ask|rename|options|options\/[^/]+|fields)$/;

function* objects(value, at = "") {
  if (Array.isArray(value)) {
    for (const [i, each] of value.entries()) yield* objects(each, `${at}/${i}`);
  } else if (value !== null && typeof value === "object") {
    if (!maps.test(at)) yield [at, value];
    for (const [key, each] of Object.entries(value)) yield* objects(each, `${at}/${key}`);
  }
}

test("a key that the format does not have is refused wherever it stands", () => {
  let places = 0;
  for (const [validate, document] of [
    [isPack, sound.pack],
    [isDictionary, sound.fields],
  ]) {
    for (const [at, object] of objects(document)) {
      object.zz = true;
      assert.ok(!validate(document), `an unknown key passes at ${at || "/"}`);
      delete object.zz;
      places += 1;
    }
    assert.ok(validate(document));
  }
  assert.ok(places > 30);
});

test("what the compiler refuses by its shape, the schema refuses too", () => {
  const refuses = (change) => {
    const pack = structuredClone(sound.pack);
    change(pack);
    assert.ok(!isPack(pack), change.toString());
  };
  refuses((p) => (p.format = 1));
  refuses((p) => (p.status = "secret"));
  refuses((p) => delete p.subtypes[0].items[0].law);
  refuses((p) => (p.subtypes[0].items[0].law = []));
  refuses((p) => (p.subtypes[0].items[0].when = "true"));
  refuses((p) => delete p.subtypes[0].items[1].when);
  refuses((p) => (p.subtypes[0].eligibleWhen.any = []));
  refuses((p) => (p.subtypes[0].eligibleWhen.from = "2026-01-01"));
  refuses((p) => (p.windows[0].from = "13-01"));
  refuses((p) => (p.hours[0].to = "24:00"));
  refuses((p) => (p.law[0].from = "soon"));
  refuses((p) => (p.notes[0].kind = "joke"));
  refuses((p) => (p.timeLimit.workingDays = 0));
});
