// Registry checks as they run: one row each, its state in words and as a sign.
// SPDX-License-Identifier: MIT
import type { Field } from "../../screen.ts";

const signs: Record<string, string> = { passed: "\u2713", stopped: "!", unavailable: "?" };

export function CheckRows({ fields }: { fields: readonly Field[] }) {
  return (
    <ol class="q-rows">
      {fields.map((field) => (
        <li class={`q-row q-row--${field.state ?? "waiting"}`} key={field.id}>
          <span class="q-row__sign" aria-hidden="true">
            {signs[field.state ?? ""]}
          </span>
          <div class="q-row__text">
            {field.label}
            {field.hint && <div class="q-row__hint">{field.hint}</div>}
          </div>
          <strong class="q-row__state">{field.shown}</strong>
        </li>
      ))}
    </ol>
  );
}
