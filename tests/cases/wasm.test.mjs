// The shared case files, as wasm under Node through the web shell's own wrapper.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { test } from "node:test";
import { caseNames, readCase, walk } from "./walk.mjs";

for (const service of ["licence-first", "registration", "deferment", "exemption"]) {
  for (const name of caseNames(service)) {
    const c = readCase(service, name);
    const subtype = c.expect.subtype ?? service;
    test(`wasm: ${service}: ${c.about}`, async () => {
      const { screens, record, application, screen } = await walk(c);
      assert.deepEqual(screens, c.expect.screens);
      assert.equal(record.get(`verdict.${subtype}`), c.expect.verdict);
      assert.equal(application !== null, c.expect.application);
      if (application !== null) {
        const { subtypes, answers } = JSON.parse(application);
        const mine = subtypes.find(({ id }) => id === subtype);
        assert.deepEqual(mine, { because: c.expect.because ?? [], id: subtype, verdict: c.expect.verdict });
        assert.ok(!Object.keys(answers).some((field) => field.startsWith("registry_")), "no register's answer is sent");
      }
      // An answer that will not do is said at its own field, in words.
      for (const refused of c.expect.refused ?? []) {
        const field = refused.split(":")[0];
        if (field) assert.ok(screen.errors.some((error) => error.field === field && error.text.length > 10), `an error at ${field}`);
      }
      // What is missing is named on the page where the journey waits.
      if (c.expect.papersMissing?.length) assert.ok(screen.notices.some(({ id, text }) => id === "missing" && text.length > 10));
    });
  }
}
