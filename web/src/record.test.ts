import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeRecord, encodeRecord, flatten } from "./record.ts";

test("a record is written sorted, with its special signs escaped", () => {
  const text = encodeRecord(
    new Map([
      ["b", "two\nlines\tand \\ more\r"],
      ["a", ""],
    ]),
  );
  assert.equal(text, "qadam-record 1\na\t\nb\ttwo\\nlines\\tand \\\\ more\\r\n");
});

test("what is written is read back, whatever the texts", () => {
  const record = new Map([
    ["key\t1", "\\n"],
    ["\ufffd", "above"],
    ["\u{1f600}", "astral"],
    ["", "empty key"],
  ]);
  const read = decodeRecord(encodeRecord(record));
  assert.equal(read?.size, record.size);
  for (const [key, value] of record) assert.equal(read?.get(key), value);
});

test("keys are sorted as UTF-8 bytes are, not as UTF-16 units", () => {
  const text = encodeRecord(
    new Map([
      ["\u{1f600}", "2"],
      ["\uffff", "1"],
    ]),
  );
  assert.ok(text.indexOf("\uffff") < text.indexOf("\u{1f600}"));
});

test("an empty record is its first line", () => {
  assert.equal(encodeRecord(new Map()), "qadam-record 1\n");
  assert.equal(decodeRecord("qadam-record 1\n")?.size, 0);
});

for (const [what, text] of [
  ["another version", "qadam-record 2\n"],
  ["no end of line", "qadam-record 1\na\tb"],
  ["no value", "qadam-record 1\na\n"],
  ["two values", "qadam-record 1\na\tb\tc\n"],
  ["an unknown escape", "qadam-record 1\na\t\\x\n"],
  ["a lonely backslash", "qadam-record 1\na\tb\\\n"],
  ["a repeated key", "qadam-record 1\na\t1\na\t2\n"],
  ["keys out of order", "qadam-record 1\nb\t1\na\t2\n"],
  ["nothing", ""],
] as const) {
  test(`a record with ${what} is refused`, () => assert.equal(decodeRecord(text), null));
}

test("JSON is flattened: members by dots, lists with their count, null left out", () => {
  const json = {
    number: "DEMO-1",
    stage: 13,
    ok: true,
    none: null,
    bookings: { "13": { at: 5 } },
    slots: [{ id: "x" }, { id: "y" }],
  };
  assert.deepEqual(Object.fromEntries(flatten(json)!), {
    number: "DEMO-1",
    stage: "13",
    ok: "true",
    "bookings.13.at": "5",
    "slots.count": "2",
    "slots.0.id": "x",
    "slots.1.id": "y",
  });
});

test("JSON that is no object, or absurdly deep or long, is not flattened", () => {
  assert.equal(flatten([1]), null);
  assert.equal(flatten("text"), null);
  assert.equal(flatten(null), null);
  assert.equal(flatten(JSON.parse(`${'{"a":'.repeat(50)}1${"}".repeat(50)}`)), null);
  assert.equal(flatten({ list: new Array(5000).fill(1) }), null);
});

test("a member named __proto__ is an entry like any other", () => {
  assert.equal(flatten(JSON.parse('{"__proto__":{"x":1}}'))?.get("__proto__.x"), "1");
});
