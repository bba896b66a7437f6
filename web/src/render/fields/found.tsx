// The finder's lists: a heading over each, and below it what fits, what does not and why, what cannot be told yet.
//
// A kind is told by its list's heading and by a sign, never by colour alone.
// SPDX-License-Identifier: MIT
import type { Field } from "../../screen.ts";
import { ActionButton } from "../actions.tsx";
import { Details, LawList, linesOf } from "../text.tsx";
import type { View } from "../view.ts";

interface Rows {
  readonly view: View;
  readonly fields: readonly Field[];
}

const signs: Readonly<Record<string, string>> = { fits: "✓", notFits: "–", unknown: "?", see: "i" };

export function FoundHeadings({ fields }: Rows) {
  return fields.map(({ id, label }) => (
    <h2 class="govuk-heading-m" key={id}>
      {label}
    </h2>
  ));
}

export function FoundRows({ view, fields }: Rows) {
  return (
    <ul class="q-found">
      {fields.map((field) => (
        <li class={`q-found__row q-found__row--${field.state}`} key={field.id}>
          <span class="q-found__sign" aria-hidden="true">
            {signs[field.state ?? ""]}
          </span>
          <div class="q-found__body">
            <h3 class="govuk-heading-s">{field.label}</h3>
            {field.shown && <p class="govuk-body q-found__title">{field.shown}</p>}
            {linesOf(field.hint).map((line, i) => (
              <p class="govuk-body" key={i}>
                {line}
              </p>
            ))}
            <ActionButton
              view={view}
              button={{
                id: field.action!,
                kind: field.state === "fits" ? "primary" : "secondary",
                text: view.screen.chrome?.["start"] ?? "",
              }}
              label={field.actionText}
            />
            <Details title={view.screen.chrome?.["law"] ?? ""}>
              <LawList law={field.law} />
            </Details>
          </div>
        </li>
      ))}
    </ul>
  );
}
