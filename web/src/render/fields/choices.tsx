// Any of several answers: check boxes; the raw text is "a,b" in the order of the options.
// SPDX-License-Identifier: MIT
import { AnswerState } from "../../screen.ts";
import { optionId } from "./choice.tsx";
import { Several, type FieldProps } from "./group.tsx";

export function ChoicesField(props: FieldProps) {
  const { view, field } = props;
  const options = field.options ?? [];
  const chosen = new Set((field.value ?? "").split(",").filter(Boolean));

  function toggle(value: string, on: boolean) {
    const next = options.filter((option) => (option.value === value ? on : chosen.has(option.value)));
    const text = next.map((option) => option.value).join(",");
    view.on.answer(field.id, text ? AnswerState.value : AnswerState.unanswered, text);
  }

  return (
    <Several {...props} boxes>
      <div class="govuk-checkboxes">
        {options.map((option, i) => {
          const id = optionId(field, i);
          const hint = option.hint ? `${id}-hint` : undefined;
          return (
            <div class="govuk-checkboxes__item" key={option.value}>
              <input
                class="govuk-checkboxes__input"
                id={id}
                type="checkbox"
                value={option.value}
                checked={chosen.has(option.value)}
                aria-describedby={hint}
                onChange={(event) => toggle(option.value, event.currentTarget.checked)}
              />
              <label class="govuk-label govuk-checkboxes__label" for={id}>
                {option.text}
              </label>
              {hint && (
                <div class="govuk-hint govuk-checkboxes__hint" id={hint}>
                  {option.hint}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </Several>
  );
}
