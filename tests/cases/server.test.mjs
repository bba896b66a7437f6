// The same case files through the server: its registers, its checks, its verdict.
// SPDX-License-Identifier: MIT
import { randomUUID } from "node:crypto";
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { root } from "../support/paths.mjs";
import { Server } from "../support/server.mjs";
import { shell } from "../support/shell.mjs";
import { caseNames, readCase, walk } from "./walk.mjs";

const server = new Server();
before(() => server.start());
after(() => server.stop());

const outside = () => ({ backend: server.url, fetch, timeoutMs: 20000 });
const world = (effect) => shell.perform(effect, outside());
const service = "licence-first";

const cases = [service, "registration", "deferment", "exemption"].flatMap((of) => caseNames(of).map((name) => [of, name]));
for (const [of, file] of cases) {
  const c = readCase(of, file);
  test(`server: ${of}: ${c.about}`, async () => {
    const { screens, record, application, engine, code, files } = await walk(c, { world });
    assert.deepEqual(screens, c.expect.screens);
    assert.equal(record.get(`verdict.${c.expect.subtype ?? of}`), c.expect.verdict);
    assert.equal(application !== null, c.expect.application);
    if (application === null) return;
    engine.answer("signing_code", 4, code);
    engine.act("send");
    // The papers first, then the application.
    let [effect] = engine.effects();
    for (; effect.kind === "upload"; [effect] = engine.effects()) {
      const sent = await shell.perform(effect, { ...outside(), file: (digest) => files.get(digest) });
      assert.equal(sent.outcome, shell.Outcome.ok, JSON.stringify([...sent.record]));
      engine.result(effect.id, sent.outcome, sent.record);
    }
    assert.equal(effect.kind, "submit");
    const { outcome, record: answer } = await world(effect);
    assert.equal(outcome, shell.Outcome.ok, JSON.stringify([...answer]));
    assert.match(answer.get("number"), /^DEMO-/);
    assert.equal(answer.get("verdict"), c.expect.verdict);
    // The page that lost the answer asks once more: the same application, not a second one.
    const again = await world(effect);
    assert.equal(again.record.get("number"), answer.get("number"));
  });
}

test("server: an application whose paper was never sent, or that lacks one, gets no number; with it, it does", async () => {
  const paper = "build/tests/never-sent.pdf";
  writeFileSync(path.join(root, paper), `%PDF-1.4\n${randomUUID()}\n%%EOF\n`);
  const c = { ...readCase("deferment", "student"), documents: { study_certificate: paper } };
  const { application, engine, code, files } = await walk(c, { world });
  engine.answer("signing_code", 4, code);
  engine.act("send");
  const [upload] = engine.effects();
  engine.result(upload.id, shell.Outcome.ok, new Map([["sha256", "claimed"]])); // a client that only says so
  const [submit] = engine.effects();
  assert.equal((await world(submit)).record.get("code"), "documents.missing");
  const sent = await shell.perform(upload, { ...outside(), file: (digest) => files.get(digest) });
  assert.equal(sent.outcome, shell.Outcome.ok);
  assert.ok((await world(submit)).record.get("number"));
  // Without the paper in the application itself it is incomplete, whatever its client says.
  const forged = JSON.parse(application);
  delete forged.answers.file_study_certificate;
  const text = JSON.stringify(forged);
  const token = upload.params.token;
  const signing = await shell.perform({ id: 5, kind: "signing", params: { token, application: text } }, outside());
  const params = { token, application: text, signing: signing.record.get("signing"), code: signing.record.get("code"), key: randomUUID() };
  const refused = await shell.perform({ id: 6, kind: "submit", params }, outside());
  assert.equal(refused.record.get("code"), "application.incomplete");
  assert.equal(refused.record.get("place"), "study_certificate");
});

test("server: an application stopped by a register is refused although the client calls it eligible", async () => {
  const honest = await walk(readCase(service, "all_clear"), { world });
  const stopped = readCase(service, "no_medical");
  const registry = { ...stopped, registry: undefined };
  // A forged client: it passes its own checks, then sends what it likes under the session of a stopped person.
  const session = await shell.perform({ id: 1, kind: "session", params: { iin: stopped.answers.iin } }, outside());
  const confirm = await shell.perform(
    { id: 2, kind: "confirm", params: { session: session.record.get("session"), code: session.record.get("code") } },
    outside(),
  );
  const token = confirm.record.get("token");
  const consent = await shell.perform(
    { id: 3, kind: "consent", params: { token, service, checks: "licence,bar,medical,dispensary,school,attempts" } },
    outside(),
  );
  for (const check of ["licence", "bar", "medical", "dispensary", "school", "attempts"]) {
    await shell.perform({ id: 4, kind: "check", params: { token, consent: consent.record.get("consent"), check } }, outside());
  }
  const forged = JSON.parse(honest.application);
  forged.answers.iin = registry.answers.iin;
  forged.consent = consent.record.get("consent");
  const application = JSON.stringify(forged);
  const signing = await shell.perform({ id: 5, kind: "signing", params: { token, application } }, outside());
  const submit = await shell.perform(
    {
      id: 6,
      kind: "submit",
      params: { token, application, signing: signing.record.get("signing"), code: signing.record.get("code"), key: randomUUID() },
    },
    outside(),
  );
  assert.equal(submit.outcome, shell.Outcome.refused);
  assert.equal(submit.record.get("code"), "application.not_eligible");
});

test("server: kill -9 right after the number was given loses nothing", async () => {
  const { application, engine, code } = await walk(readCase(service, "all_clear"), { world });
  assert.ok(application);
  engine.answer("signing_code", 4, code);
  engine.act("send");
  const { record } = await world(engine.effects()[0]);
  await server.kill();
  await server.restart();
  const params = { number: record.get("number"), secret: record.get("secret") };
  const status = await shell.perform({ id: 9, kind: "status", params }, outside());
  assert.equal(status.outcome, shell.Outcome.ok);
  assert.equal(status.record.get("number"), params.number);
  assert.equal(status.record.get("stage"), "13");
});
