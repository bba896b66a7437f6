// A backend stub of our own for one test: a free port, an empty data folder, stopped and removed at the end.
// SPDX-License-Identifier: MIT
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { qadam, root } from "./paths.mjs";

export class Server {
  constructor(options = []) {
    this.options = options;
    this.data = mkdtempSync(path.join(tmpdir(), "qadam-data-"));
  }

  async start(port = 0) {
    const args = ["serve", "--port", String(port), "--data", this.data, "--requests-per-minute", "1000000"];
    this.process = spawn(qadam(), [...args, ...this.options], {
      env: { ...process.env, QADAM_ROOT: root },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.log = "";
    this.process.stderr.on("data", (bytes) => (this.log += bytes));
    this.url = await new Promise((resolve, reject) => {
      let printed = "";
      this.process.stdout.on("data", (bytes) => {
        printed += bytes;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed);
        if (found) resolve(found[0]);
      });
      this.process.on("exit", (code) => reject(new Error(`the server ended with ${code}: ${this.log}`)));
    });
    return this;
  }

  // No chance to tidy up: what a power cut leaves.
  async kill() {
    const gone = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.kill("SIGKILL");
    await gone;
  }

  // On the same data and, so that an open page finds it again, the same port.
  async restart() {
    return this.start(Number(new URL(this.url).port));
  }

  async stop() {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const gone = new Promise((resolve) => this.process.once("exit", resolve));
      this.process.kill("SIGTERM");
      await gone;
    }
    rmSync(this.data, { recursive: true, force: true });
  }

  token() {
    return readFileSync(path.join(this.data, "operator.token"), "utf8").trim();
  }

  async move(number, move, ground, paper) {
    const response = await fetch(`${this.url}/api/operator/applications/${number}/moves`, {
      method: "POST",
      headers: { authorization: `Bearer ${this.token()}`, "content-type": "application/json" },
      body: JSON.stringify({ move, ground, paper }),
    });
    if (!response.ok) throw new Error(`${move}: ${response.status} ${await response.text()}`);
    return response.json();
  }
}
