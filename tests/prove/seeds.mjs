// The properties that a test run tries with a fixed seed, tried with fresh ones. A seed that fails is named: QADAM_SEED=N and the
// program itself show it again.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { test } from "node:test";
import { root } from "../support/paths.mjs";

const rounds = Number(process.env.ROUNDS ?? 20);
const programs = [
  ["build/release/tests/feel_lang/feel_lang_test", "*"],
  [
    "build/release/tests/engine/engine_test",
    "*a verdict of a real pack*,*answer by answer*",
  ],
];

test("the test programs are built", () => {
  const built = spawnSync(
    "cmake",
    ["--build", "build/release", "--target", "feel_lang_test", "engine_test"],
    { cwd: root, encoding: "utf8" },
  );
  assert.equal(built.status, 0, built.stdout + built.stderr);
});

for (let round = 0; round < rounds; ++round) {
  const seed = String(randomInt(1, 2 ** 31));
  test(`seed ${seed}`, () => {
    for (const [program, cases] of programs) {
      const run = spawnSync(program, [`-tc=${cases}`], {
        cwd: root,
        encoding: "utf8",
        env: { ...process.env, QADAM_SEED: seed },
      });
      assert.equal(run.status, 0, run.stdout + run.stderr);
    }
  });
}
