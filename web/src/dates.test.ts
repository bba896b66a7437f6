import assert from "node:assert/strict";
import { test } from "node:test";
import { joinDate, noDate, splitDate } from "./dates.ts";

test("three inputs become year, month, day", () => {
  assert.equal(joinDate({ day: "27", month: "3", year: "2005" }), "2005-3-27");
});

test("three empty inputs are no date", () => {
  assert.equal(joinDate({ day: "", month: " ", year: "" }), noDate);
});

test("parts keep what was typed, without the separating sign", () => {
  assert.equal(joinDate({ day: "-5", month: "may", year: "20 05" }), "2005-may-5");
});

test("a half-typed date is read back into its inputs", () => {
  assert.deepEqual(splitDate("-3-27"), { year: "", month: "3", day: "27" });
  assert.deepEqual(splitDate(undefined), { year: "", month: "", day: "" });
});
