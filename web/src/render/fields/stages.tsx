// The stages of an application: what is done, where it is now, what comes.
// SPDX-License-Identifier: MIT
import type { Field } from "../../screen.ts";
import { ActionButton } from "../actions.tsx";
import type { View } from "../view.ts";

const signs: Record<string, string> = { done: "\u2713", stopped: "!" };

export function StageRows({ view, fields }: { view: View; fields: readonly Field[] }) {
  return (
    <ol class="q-rows q-rows--stages">
      {fields.map((field) => {
        const button = view.screen.actions?.find(({ id }) => id === field.action);
        return (
          <li
            class={`q-row q-row--${field.state ?? "later"}`}
            key={field.id}
            aria-current={field.state === "current" ? "step" : undefined}
          >
            <span class="q-row__sign" aria-hidden="true">
              {signs[field.state ?? ""]}
            </span>
            <div class="q-row__text">
              {field.label}
              {field.hint && <div class="q-row__hint">{field.hint}</div>}
              {button && <ActionButton view={view} button={button} label={field.actionText} />}
            </div>
            <strong class="q-row__state">{field.shown}</strong>
          </li>
        );
      })}
    </ol>
  );
}
