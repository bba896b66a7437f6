// Walks a case file through the wasm engine screen by screen, as a person would: only what a Screen offers is used.
// SPDX-License-Identifier: MIT
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { caseFolder, root } from "../support/paths.mjs";
import { begin, screenOf, shell } from "../support/shell.mjs";

export const caseNames = (service) =>
  readdirSync(caseFolder(service))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -5))
    .sort();

export const readCase = (service, name) => JSON.parse(readFileSync(path.join(caseFolder(service), `${name}.json`), "utf8"));

const states = ["unanswered", "dontKnow", "withheld", "none", "value"];
const inputs = new Set(["text", "iin", "phone", "date", "choice", "choices", "yesNo", "file"]);

function give(engine, field, value) {
  if (value === null) return engine.answer(field, 3, "");
  if (typeof value === "object" && !Array.isArray(value)) return engine.answer(field, states.indexOf(value.state), "");
  engine.answer(field, 4, String(value));
}

// A paper: not there yet, none, or a file of the repository, as the page describes a chosen one.
function giveFile(engine, field, value, files) {
  if (value === "notYet") return engine.answer(field, 1, "");
  if (value === "none") return engine.answer(field, 3, "");
  const bytes = readFileSync(path.join(root, value));
  const digest = createHash("sha256").update(bytes).digest("hex");
  files.set(digest, new Blob([bytes]));
  engine.answer(field, 4, `${digest} ${bytes.length} pdf ${path.basename(value)}`);
}

// The outside world as the case describes it: an effect in, what shell.perform would have returned out.
export const worldOf = (c) => async (effect) => {
  const ok = (entries) => ({ outcome: shell.Outcome.ok, record: new Map(entries) });
  switch (effect.kind) {
    case "session":
      return ok([["session", "case"]]);
    case "confirm":
      return ok([["token", "case"]]);
    case "consent":
      return ok([["consent", "case"]]);
    case "signing":
      return ok([["signing", "case"]]);
    case "check": {
      const entry = c.registry?.[effect.params.check];
      const result = typeof entry === "string" ? entry : entry?.result;
      if (!result || result === "unavailable") return { outcome: shell.Outcome.unavailable, record: new Map([["code", "server"]]) };
      return ok(typeof entry === "string" ? [["result", entry]] : Object.entries(entry));
    }
    default:
      return { outcome: shell.Outcome.unavailable, record: new Map([["code", "server"]]) };
  }
};

// Ends before anything is sent. `world(effect)` answers effects; `codes` collects demonstration codes on the way.
export async function walk(c, { world = worldOf(c), lang = "en" } = {}) {
  const engine = await begin(c.service, { lang, asOf: c.asOf });
  const out = { engine, screens: [], application: null, code: "000000", used: new Set(), files: new Map() };
  const settle = async () => {
    for (let effects = engine.effects(); effects.length > 0; effects = engine.effects()) {
      for (const effect of effects) {
        const { outcome, record } = await world(effect);
        if (record.get("code") && outcome === shell.Outcome.ok) out.code = record.get("code");
        if (effect.kind === "signing") out.application = effect.params.application;
        engine.result(effect.id, outcome, record);
      }
    }
  };
  for (let step = 0; step < 200; ++step) {
    const screen = screenOf(engine);
    if (out.screens.at(-1) !== screen.id) out.screens.push(screen.id);
    const offers = (id) => screen.actions?.some((action) => action.id === id);
    const before = engine.save() + screen.id + screen.revision;
    if (["closed", "early", "ended", "case", "prepared", "sign"].includes(screen.kind)) break;
    if (screen.kind === "consent") {
      engine.act(c.consent === false ? "refuse" : "agree");
    } else {
      for (const field of screen.fields ?? []) {
        if (field.kind === "code") engine.answer(field.id, 4, out.code);
        const paper = field.kind === "file" && c.documents?.[field.id.replace(/^file_/, "")];
        if (paper && !out.used.has(field.id)) giveFile(engine, field.id, paper, out.files);
        if (paper) out.used.add(field.id);
        if (!inputs.has(field.kind) || !(field.id in c.answers) || out.used.has(field.id)) continue;
        out.used.add(field.id);
        give(engine, field.id, c.answers[field.id]);
      }
      if (!offers("continue")) break;
      engine.act("continue");
    }
    await settle();
    const after = screenOf(engine);
    // Nothing moved and nothing new to fill in: the person stands before an error or a stop.
    const fillable = (after.fields ?? []).some((field) => field.kind === "code" && screen.fields?.length !== after.fields.length);
    if (after.id === screen.id && !fillable && after.kind !== "checks") break;
    if (before === engine.save() + after.id + after.revision) break;
  }
  out.screen = screenOf(engine);
  out.record = shell.decodeRecord(engine.save());
  return out;
}
