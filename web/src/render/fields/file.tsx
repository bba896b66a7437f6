// One file: chosen here, looked at here, and not sent anywhere before the applicant submits.
// SPDX-License-Identifier: MIT
import { fileName } from "../../files.ts";
import { fieldId } from "../view.ts";
import { describedBy, Single, type FieldProps } from "./group.tsx";

export function FileField(props: FieldProps) {
  const { view, field } = props;
  const name = field.value && (field.shown || fileName(field.value));
  return (
    <Single {...props}>
      {name && (
        <p class="q-file">
          <span class="q-file__name">{name}</span>{" "}
          <button type="button" class="q-link" onClick={() => view.on.choose(field.id, null)}>
            {view.screen.chrome?.["remove"]}
            <span class="govuk-visually-hidden"> {name}</span>
          </button>
        </p>
      )}
      <div class="q-choose">
        <input
          class="q-choose__input govuk-visually-hidden"
          id={fieldId(field.id)}
          type="file"
          accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
          aria-describedby={describedBy(field)}
          aria-invalid={field.error ? true : undefined}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) view.on.choose(field.id, file);
            event.currentTarget.value = ""; // so that the same file can be chosen again
          }}
        />
        <label class="govuk-button govuk-button--secondary" for={fieldId(field.id)}>
          {view.screen.chrome?.["choose_file"]}
        </label>
      </div>
    </Single>
  );
}
