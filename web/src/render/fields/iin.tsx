// The individual identification number, with the demonstration's invented people to choose from.
// SPDX-License-Identifier: MIT
import { AnswerState } from "../../screen.ts";
import { Details } from "../text.tsx";
import { fieldId } from "../view.ts";
import { Single, type FieldProps } from "./group.tsx";
import { TextInput } from "./text.tsx";

function Examples({ view, field }: FieldProps) {
  const { on, screen } = view;
  if (!field.examples?.length) return null;
  return (
    <Details title={screen.chrome?.["signin.examples"] ?? ""}>
      <p class="govuk-body">{screen.chrome?.["signin.examples_text"]}</p>
      <ul class="govuk-list q-examples">
        {field.examples.map(({ value, text, hint }) => (
          <li key={value}>
            <button
              type="button"
              class="q-example"
              onClick={() => {
                on.answer(field.id, AnswerState.value, value);
                on.focus(fieldId(field.id));
              }}
            >
              <span class="q-digits">{value}</span> <span>{text}</span>
              {hint && <span class="q-example__hint">{hint}</span>}
            </button>
          </li>
        ))}
      </ul>
    </Details>
  );
}

export function IinField(props: FieldProps) {
  return (
    <>
      <Single {...props}>
        <TextInput {...props} look={{ width: 20, inputMode: "numeric", digits: true }} />
      </Single>
      <Examples {...props} />
    </>
  );
}
