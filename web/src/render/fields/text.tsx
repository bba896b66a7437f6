// One line of text; iin, phone and code are this with another keyboard and width.
// SPDX-License-Identifier: MIT
import { classes, fieldId } from "../view.ts";
import { describedBy, Single, type FieldProps } from "./group.tsx";

export interface InputLook {
  readonly width?: 4 | 5 | 10 | 20;
  readonly inputMode?: "numeric" | "tel";
  readonly autocomplete?: string;
  readonly digits?: boolean; // a number to copy sign by sign: even digits, no spelling help
}

export function TextInput({ view, field, look }: FieldProps & { look: InputLook }) {
  const { on, drafts } = view;
  return (
    <input
      class={classes(
        "govuk-input",
        look.width && `govuk-input--width-${look.width}`,
        look.digits && "q-digits",
        field.error && "govuk-input--error",
      )}
      id={fieldId(field.id)}
      type="text"
      inputMode={look.inputMode}
      autocomplete={look.autocomplete ?? "off"}
      spellcheck={look.digits ? false : undefined}
      autocapitalize={look.digits ? "off" : undefined}
      aria-describedby={describedBy(field)}
      aria-invalid={field.error ? true : undefined}
      value={drafts.get(field.id) ?? field.value ?? ""}
      onInput={(event) => on.draft(field.id, event.currentTarget.value)}
      onChange={() => on.commit(field.id)}
    />
  );
}

export function TextField(props: FieldProps) {
  return (
    <Single {...props}>
      <TextInput {...props} look={{}} />
    </Single>
  );
}
