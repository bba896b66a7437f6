// One of several answers: radios, each with its hint; "I don't know" stands apart below them.
// SPDX-License-Identifier: MIT
import { Fragment } from "preact";
import { AnswerState, type Field, type Option } from "../../screen.ts";
import { classes, fieldId, type View } from "../view.ts";
import { Several, unsaid, type FieldProps } from "./group.tsx";

interface RadioProps {
  readonly view: View;
  readonly field: Field;
  readonly id: string;
  readonly option: Option;
  readonly state: AnswerState;
  readonly checked: boolean;
  readonly spoken?: string | undefined; // said before the label, where the eye sees it in a heading
}

export function Radio({ view, field, id, option, state, checked, spoken }: RadioProps) {
  const hint = option.hint ? `${id}-hint` : undefined;
  return (
    <div class="govuk-radios__item">
      <input
        class="govuk-radios__input"
        id={id}
        type="radio"
        name={fieldId(field.id)}
        value={option.value}
        checked={checked}
        aria-describedby={hint}
        onChange={() => view.on.answer(field.id, state, state === AnswerState.value ? option.value : "")}
      />
      <label class="govuk-label govuk-radios__label" for={id}>
        {spoken && <span class="govuk-visually-hidden">{spoken}, </span>}
        {option.text}
      </label>
      {hint && (
        <div class="govuk-hint govuk-radios__hint" id={hint}>
          {option.hint}
        </div>
      )}
    </div>
  );
}

export const optionId = (field: Field, index: number) =>
  index === 0 ? fieldId(field.id) : `${fieldId(field.id)}-${index}`;

// So much to read that two lines of each must do until one is chosen.
const isLong = (options: readonly Option[] = []) =>
  options.length > 4 && options.some(({ hint }) => (hint?.length ?? 0) > 110);

export function ChoiceField(props: FieldProps) {
  const { view, field } = props;
  const rest = unsaid(props);
  return (
    <Several {...props}>
      <div class={classes("govuk-radios", isLong(field.options) && "q-radios--many")}>
        {field.options?.map((option, i) => {
          const opens = option.group && option.group !== field.options![i - 1]?.group;
          return (
            <Fragment key={option.value}>
              {opens && (
                <p class="govuk-body q-group" aria-hidden="true">
                  {option.group}
                </p>
              )}
              <Radio
                view={view}
                field={field}
                id={optionId(field, i)}
                option={option}
                state={AnswerState.value}
                checked={
                  field.value === option.value && field.state !== "dontKnow" && field.state !== "withheld"
                }
                spoken={opens ? option.group : undefined}
              />
            </Fragment>
          );
        })}
        {rest.length > 0 && <div class="q-divider" />}
        {rest.map(({ state, name, text }) => (
          <Radio
            key={name}
            view={view}
            field={field}
            id={`${fieldId(field.id)}-${name}`}
            option={{ value: name, text }}
            state={state}
            checked={field.state === name}
          />
        ))}
      </div>
    </Several>
  );
}
