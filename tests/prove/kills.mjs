// 200 rounds: an application is sent and the server killed at a random moment around the answer. Whatever was acknowledged
// is there after the restart; whatever was not may be sent again under its key and is then there once.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { test } from "node:test";
import { readCase, walk } from "../cases/walk.mjs";
import { Server } from "../support/server.mjs";
import { shell } from "../support/shell.mjs";

const rounds = Number(process.env.ROUNDS ?? 200);

test(`${rounds} kills lose no acknowledged application`, async () => {
  const server = await new Server().start();
  const outside = () => ({ backend: server.url, fetch, timeoutMs: 20000 });
  const world = (effect) => shell.perform(effect, outside());
  let acknowledged = 0;
  try {
    for (let round = 0; round < rounds; ++round) {
      const { engine, code } = await walk(readCase("licence-first", "all_clear"), { world });
      engine.answer("signing_code", 4, code);
      engine.act("send");
      const [effect] = engine.effects();
      const sent = world(effect);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 12));
      await server.kill();
      const first = await sent;
      await server.restart();
      const again = await world(effect);
      if (first.outcome === shell.Outcome.ok) {
        ++acknowledged;
        assert.equal(again.record.get("number"), first.record.get("number"), `round ${round}`);
      }
      const params = { number: again.record.get("number"), secret: again.record.get("secret") };
      const status = await world({ id: 1, kind: "status", params });
      assert.equal(status.outcome, shell.Outcome.ok, `round ${round}: ${JSON.stringify([...again.record])}`);
    }
    console.log(`${rounds} rounds, ${acknowledged} acknowledged before the kill, none lost`);
  } finally {
    await server.stop();
  }
});
