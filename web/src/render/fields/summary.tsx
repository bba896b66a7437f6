// Rows of "check your answers" and single facts: a name, a value, a way to change it.
// SPDX-License-Identifier: MIT
import type { Field } from "../../screen.ts";
import { ActionButton } from "../actions.tsx";
import { linesOf } from "../text.tsx";
import type { View } from "../view.ts";

function Value({ field }: { field: Field }) {
  const lines = linesOf(field.shown || field.value);
  return (
    <>
      {lines.map((line, i) => (
        <div key={i}>{line}</div>
      ))}
    </>
  );
}

function Change({ view, field }: { view: View; field: Field }) {
  const known = view.screen.actions?.find(({ id, kind }) => id === field.action && kind === "link");
  const text = known?.text ?? view.screen.chrome?.["change"] ?? field.actionText ?? "";
  const button = { id: field.action!, kind: known?.kind ?? "link", text, ask: known?.ask ?? "" } as const;
  return <ActionButton view={view} button={button} label={field.actionText} />;
}

export function SummaryRows({ view, fields }: { view: View; fields: readonly Field[] }) {
  return (
    <dl class="govuk-summary-list">
      {fields.map((field) => (
        <div class="govuk-summary-list__row" key={field.id} id={`r-${field.id}`}>
          <dt class="govuk-summary-list__key">{field.label}</dt>
          <dd class="govuk-summary-list__value">
            <Value field={field} />
            {field.error && <p class="govuk-error-message">{field.error}</p>}
          </dd>
          {field.action && (
            <dd class="govuk-summary-list__actions">
              <Change view={view} field={field} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

// The number and the secret of a case stand out: they are to be written down.
export function Facts({ view, fields }: { view: View; fields: readonly Field[] }) {
  if (view.screen.kind !== "case") return <SummaryRows view={view} fields={fields} />;
  return (
    <dl class="q-facts">
      {fields.map((field) => (
        <div key={field.id}>
          <dt>{field.label}</dt>
          <dd>
            <Value field={field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
