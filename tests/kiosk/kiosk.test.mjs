// The kiosk in a real browser, served by the real server (see kiosk.mjs).
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import path from "node:path";
import { root } from "../support/paths.mjs";
import { Server } from "../support/server.mjs";

test("one Screen, two shells: the kiosk draws a question of the real service and answers it", async () => {
  const server = await new Server().start();
  try {
    const child = spawn(process.execPath, [path.join(root, "tests/kiosk/kiosk.mjs"), `${server.url}/kiosk/`], { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    child.stdout.on("data", (bytes) => (said += bytes));
    child.stderr.on("data", (bytes) => (said += bytes));
    const code = await new Promise((resolve) => child.on("exit", resolve));
    assert.equal(code, 0, said);
  } finally {
    await server.stop();
  }
});
