// Commands of a pack's author: exit codes, what stands on stdout, and what a mistake looks like.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { test } from "node:test";
import { copy, run } from "./author.mjs";

const scenarios = "assets/services/licence-first.scenarios.json";

test("test --strict: the scenarios of every pack pass, and no rule is left that was never true or never false", () => {
  const { status, stdout, stderr } = run(["test", "--strict", "--json"]);
  const { passed, services } = JSON.parse(stdout);
  const wrong = services.flatMap((s) => [...s.scenarios.filter((each) => !each.passed), ...s.gaps, ...s.diagnostics]);
  assert.deepEqual([status, passed, wrong.filter((each) => each.strict !== false)], [0, true, []], stderr);
  assert.ok(services.find((s) => s.service === "licence-first").passed >= 30);
});

test("test: a scenario that comes out otherwise fails, with what was expected and what came", (t) => {
  const { folder, edit } = copy(t);
  edit("assets/services/licence-first.json", (s) => s.replace(".years >= 16", ".years >= 17"));
  const { status, stdout } = run(["test", "licence-first"], { packs: folder });
  assert.equal(status, 1);
  assert.match(stdout, /FAILED: A1 on the sixteenth birthday\n +verdict: expected eligible; got notEligible\n +because: expected \(none\); got age_16/);
});

test("test: a mistake in a scenario file is told with its place; JSON stays alone on stdout", (t) => {
  const { folder, edit } = copy(t);
  edit(scenarios, (s) => s.replace('"category": "A1"', '"categry": "A1"'));
  const { status, stdout, stderr } = run(["test", "--json"], { packs: folder });
  assert.equal(status, 1);
  assert.match(stderr, /licence-first\.scenarios\.json:\/scenarios\/\d+\/answers\/categry: scenario\.unknown_field: categry \(did you mean 'category'\?\)/);
  const licence = JSON.parse(stdout).services.find((s) => s.service === "licence-first");
  assert.equal(licence.diagnostics[0].code, "scenario.unknown_field");
});

test("test: a file that is no JSON is told with line and column", (t) => {
  const { folder, edit } = copy(t);
  edit(scenarios, (s) => s.replace('"scenarios": [', '"scenarios": [,'));
  const { status, stderr } = run(["test", "licence-first"], { packs: folder });
  assert.equal(status, 1);
  assert.match(stderr, /json\.syntax: at line \d+, column \d+/);
});

test("test --strict fails where something was never false; without it the gap is only listed", (t) => {
  const { folder, edit } = copy(t);
  edit(scenarios, (s) => s.replace(/ {4}\{\n {6}"name": "A record in the dispensary[^]*?\n {4}\},\n/, ""));
  const plain = run(["test", "licence-first"], { packs: folder });
  assert.equal(plain.status, 0);
  assert.match(plain.stdout, /no scenario: condition dispensary \(licence-first\): never false|no scenario: condition dispensary: never false/);
  assert.equal(run(["test", "licence-first", "--strict"], { packs: folder }).status, 1);
});

test("graph: DOT that Graphviz reads, and an SVG where it is there", { skip: spawnSync("dot", ["-V"]).error && "no dot" }, (t) => {
  const { folder, edit } = copy(t);
  for (const lang of ["kk", "ru", "en"]) {
    edit(`i18n/licence-first/${lang}.json`, (s) => s.replace(/"title": "[^"]*"/, '"title": "\\"]; <script>x</script> \\\\"'));
  }
  const out = path.join(folder, "flow.svg");
  assert.equal(run(["graph", "licence-first", "--lang", "kk", "--out", out], { packs: folder }).status, 0);
  const svg = readFileSync(out, "utf8");
  assert.match(svg, /<svg/);
  assert.doesNotMatch(svg, /<script/);
});

test("graph: without Graphviz an SVG is refused with what to do, and nothing is left behind", (t) => {
  const { folder } = copy(t);
  const out = path.join(folder, "flow.svg");
  const { status, stderr } = run(["graph", "licence-first", "--out", out], { packs: folder, env: { PATH: folder } });
  assert.equal(status, 1);
  assert.match(stderr, /graphviz/);
  assert.ok(!existsSync(out) && !existsSync(`${out}.dot.part`));
});

test("diff: an older checkout against this one; drafts without a way are a problem", (t) => {
  const { folder, edit } = copy(t);
  edit("assets/services/licence-first.json", (s) => s.replace(".years >= 16", ".years >= 17"));
  const same = run(["diff", "licence-first", "--from", folder, "--json"]);
  assert.equal(same.status, 0);
  const [comparison] = JSON.parse(same.stdout).comparisons;
  assert.equal(comparison.warnings.length, 1);
  assert.ok(comparison.scenarios.some((s) => s.changed.includes("verdict")));
  edit("assets/services/licence-first.json", (s) => s.replace(/"version": "[^"]*"/, '"version": "before"'));
  const { status, stdout } = run(["diff", folder, "licence-first"]);
  assert.equal(status, 1);
  assert.match(stdout, /PROBLEM: drafts of version before/);
});

test("diff: a scenario file that cannot be read is no empty one", (t) => {
  const { folder, edit } = copy(t);
  edit(scenarios, (s) => s.replace('"scenarios": [', '"scenarios": [,'));
  const { status, stderr } = run(["diff", "licence-first", "--from", folder]);
  assert.equal(status, 1);
  assert.match(stderr, /json\.syntax/);
});

test("wrong usage is 2, a service that does not exist is 1 and names the nearest", () => {
  for (const args of [
    ["diff", "licence-first"],
    ["diff", "licence-first", "licence-first@2026-02-30"],
    ["preview", "licence-first"],
    ["preview", "licence-first", "--as-of", "tomorrow"],
    ["rulebook", "licence-first"],
    ["graph", "licence-first", "--out", "x.gif"],
    ["schema"],
  ]) {
    assert.equal(run(args).status, 2, args.join(" "));
  }
  for (const command of ["test", "graph", "schema"]) {
    const { status, stderr } = run([command, "licence-frst"]);
    assert.equal(status, 1, command);
    assert.match(stderr, /did you mean 'licence-first'/);
  }
});

test("preview and rulebook write pages in each language", (t) => {
  const { folder } = copy(t);
  for (const lang of ["kk", "ru", "en"]) {
    for (const args of [["preview", "licence-first", "--as-of", "2027-01-15"], ["rulebook", "licence-first"]]) {
      const out = path.join(folder, `${args[0]}.${lang}.html`);
      assert.equal(run([...args, "--lang", lang, "--out", out]).status, 0);
      assert.match(readFileSync(out, "utf8"), new RegExp(`^<!doctype html>\\n<html lang="${lang}">`));
    }
  }
  assert.match(run(["preview", "licence-first", "--as-of", "2027-01-15", "--lang", "en"]).stdout, /one may not apply/);
});
