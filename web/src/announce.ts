// What a screen reader is told when a screen changes under it without a change of page: each change once.
// SPDX-License-Identifier: MIT
import type { Screen } from "./screen.ts";

const loud = new Set(["stop", "success", "warning"]);

export function announcement(before: Screen, after: Screen): string {
  if (before.id !== after.id || before.lang !== after.lang) return "";
  const states = new Map(before.fields?.map((field) => [field.id, field.state]));
  const said: string[] = [];
  for (const field of after.fields ?? []) {
    if (field.kind !== "checkRow" && field.kind !== "stageRow") continue;
    if (field.state === states.get(field.id) || field.state === "waiting" || field.state === "later")
      continue;
    said.push(`${field.label ?? ""}: ${field.shown ?? ""}`);
  }
  const known = new Set(before.notices?.map(({ id }) => id));
  for (const notice of after.notices ?? []) {
    if (loud.has(notice.kind) && !known.has(notice.id)) said.push(notice.title || notice.text || "");
  }
  if (after.busy && !before.busy && !said.length) said.push(after.chrome?.["working"] ?? "");
  return said.filter(Boolean).join(". ");
}
