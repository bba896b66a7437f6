// A free time to book, grouped by day.
// SPDX-License-Identifier: MIT
import { AnswerState, type Option } from "../../screen.ts";
import { optionId, Radio } from "./choice.tsx";
import { Several, type FieldProps } from "./group.tsx";

interface Day {
  readonly name: string;
  readonly slots: { option: Option; index: number }[];
}

export function daysOf(options: readonly Option[]): Day[] {
  const days: Day[] = [];
  options.forEach((option, index) => {
    const name = option.group ?? "";
    if (days.at(-1)?.name !== name) days.push({ name, slots: [] });
    days.at(-1)!.slots.push({ option, index });
  });
  return days;
}

export function SlotField(props: FieldProps) {
  const { view, field } = props;
  const days = daysOf(field.options ?? []);
  // Ten days of a dozen times would be a wall: the first day with the chosen time, or else the first, is open.
  const open = days.find(({ slots }) => slots.some(({ option }) => option.value === field.value)) ?? days[0];
  return (
    <Several {...props}>
      {days.map((day) => (
        <details class="govuk-details q-day" key={day.name} open={day === open}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{day.name}</span>
          </summary>
          <div class="govuk-radios govuk-details__text">
            {day.slots.map(({ option, index }) => (
              <Radio
                key={option.value}
                view={view}
                field={field}
                id={optionId(field, index)}
                option={option}
                state={AnswerState.value}
                checked={field.value === option.value}
                spoken={day.name || undefined}
              />
            ))}
          </div>
        </details>
      ))}
    </Several>
  );
}
