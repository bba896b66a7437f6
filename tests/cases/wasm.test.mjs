// The shared case files, as wasm under Node through the web shell's own wrapper.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { test } from "node:test";
import { caseNames, readCase, walk } from "./walk.mjs";

const service = "licence-first";
for (const name of caseNames(service)) {
  const c = readCase(service, name);
  test(`wasm: ${c.about}`, async () => {
    const { screens, record, application, screen } = await walk(c);
    assert.deepEqual(screens, c.expect.screens);
    assert.equal(record.get(`verdict.${service}`), c.expect.verdict);
    assert.equal(application !== null, c.expect.application);
    if (application !== null) {
      const { subtypes, answers } = JSON.parse(application);
      assert.deepEqual(subtypes, [{ because: c.expect.because ?? [], id: service, verdict: c.expect.verdict }]);
      assert.ok(!Object.keys(answers).some((field) => field.startsWith("registry_")), "no register's answer is sent");
    }
    // An answer that will not do is said at its own field, in words.
    for (const refused of c.expect.refused ?? []) {
      const field = refused.split(":")[0];
      assert.ok(screen.errors.some((error) => error.field === field && error.text.length > 10), `an error at ${field}`);
    }
  });
}
