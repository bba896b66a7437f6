import assert from "node:assert/strict";
import { test } from "node:test";
import { announcement } from "./announce.ts";
import fixtures from "./fixtures/screens.json";
import type { Field, Screen } from "./screen.ts";

const checks = fixtures.checks as unknown as Screen;
const withState = (screen: Screen, id: string, state: string, shown: string): Screen => ({
  ...screen,
  fields: screen.fields!.map((field): Field => (field.id === id ? { ...field, state, shown } : field)),
});

test("a check that changes is said once, with its name and its state", () => {
  const passed = withState(checks, "check_medical", "passed", "Passed");
  assert.equal(
    announcement(checks, passed),
    "Whether there is a medical certificate, form 073/\u0443: Passed",
  );
  assert.equal(announcement(passed, passed), "");
});

test("a stop that appears is said with its title", () => {
  const stopped: Screen = {
    ...checks,
    notices: [{ id: "stop", kind: "stop", title: "One check did not pass" }],
  };
  assert.equal(announcement(checks, stopped), "One check did not pass");
});

test("beginning to work is said; a new page or another language says nothing here", () => {
  const still = { ...checks, busy: false };
  assert.equal(announcement(still, checks), checks.chrome!["working"]);
  assert.equal(announcement({ ...still, id: "other" }, checks), "");
  assert.equal(announcement({ ...still, lang: "ru" }, checks), "");
});
