// A date in three inputs, sent as one raw text when the three are left together.
// SPDX-License-Identifier: MIT
import { joinDate, splitDate, type DateParts } from "../../dates.ts";
import { classes, fieldId } from "../view.ts";
import { Several, type FieldProps } from "./group.tsx";

const parts: readonly (keyof DateParts)[] = ["day", "month", "year"];

export function DateField({ view, field: given }: FieldProps) {
  const field = given.hint ? given : { ...given, hint: view.screen.chrome?.["date_hint"] ?? "" };
  const { on, drafts, screen } = view;
  const current = () => splitDate(drafts.get(field.id) ?? field.value);
  const shown = current();

  function leave(event: FocusEvent) {
    const group = event.currentTarget as HTMLElement;
    if (!group.contains(event.relatedTarget as Node | null)) on.commit(field.id);
  }

  return (
    <Several view={view} field={field} boxes role="group">
      <div class="govuk-date-input" onFocusOut={leave}>
        {parts.map((name, i) => {
          const id = i === 0 ? fieldId(field.id) : `${fieldId(field.id)}-${name}`;
          return (
            <div class="govuk-date-input__item" key={name}>
              <div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label" for={id}>
                  {screen.chrome?.[name]}
                </label>
                <input
                  class={classes(
                    "govuk-input govuk-date-input__input",
                    `govuk-input--width-${name === "year" ? 4 : 2}`,
                    field.error && "govuk-input--error",
                  )}
                  id={id}
                  type="text"
                  inputMode="numeric"
                  autocomplete="off"
                  aria-invalid={field.error ? true : undefined}
                  value={shown[name]}
                  onInput={(event) =>
                    on.draft(field.id, joinDate({ ...current(), [name]: event.currentTarget.value }))
                  }
                />
              </div>
            </div>
          );
        })}
      </div>
    </Several>
  );
}
