// What stands around the control of every field: label or legend, hint, error, "why do we ask?", "I don't know".
// SPDX-License-Identifier: MIT
import type { ComponentChildren } from "preact";
import { AnswerState, type Field } from "../../screen.ts";
import { Details, LawList, Paragraphs } from "../text.tsx";
import { classes, fieldId, idList, type View } from "../view.ts";

export interface FieldProps {
  readonly view: View;
  readonly field: Field;
}

const hintId = (field: Field) => `${fieldId(field.id)}-help`;
const errorId = (field: Field) => `${fieldId(field.id)}-error`;

export const describedBy = (field: Field) =>
  idList(field.hint && hintId(field), field.error && errorId(field));

// The page's title already asks the question where it holds one question only.
const titleAsks = ({ view, field }: FieldProps) =>
  view.screen.kind === "question" &&
  view.screen.fields?.length === 1 &&
  ["choice", "choices", "yesNo", "date"].includes(field.kind);

function LabelText({ view, field }: FieldProps) {
  const optional = field.required === false && field.kind !== "file" && view.screen.chrome?.["optional"];
  return (
    <>
      {field.label}
      {optional && ` ${optional}`}
    </>
  );
}

function HintAndError({ field }: FieldProps) {
  return (
    <>
      {field.hint && (
        <div class="govuk-hint" id={hintId(field)}>
          {field.hint}
        </div>
      )}
      {field.error && (
        <p class="govuk-error-message" id={errorId(field)}>
          {field.error}
        </p>
      )}
    </>
  );
}

function Why({ view, field }: FieldProps) {
  if (!field.why) return null;
  return (
    <Details title={view.screen.chrome?.["why"] ?? ""}>
      <Paragraphs text={field.why} />
      <LawList law={field.law} />
    </Details>
  );
}

const notKnown = [
  { state: AnswerState.dontKnow, name: "dontKnow", word: "dont_know" },
  { state: AnswerState.withheld, name: "withheld", word: "withheld" },
] as const;

// The answers that say nothing: which of them this field offers.
export function unsaid({ view, field }: FieldProps) {
  const { chrome } = view.screen;
  if (field.kind === "file") {
    const words = [{ state: AnswerState.dontKnow, name: "dontKnow", text: chrome?.["file.not_yet"] ?? "" }];
    if (field.required !== false) return words;
    return [...words, { state: AnswerState.none, name: "none", text: chrome?.["file.none"] ?? "" }];
  }
  return notKnown
    .filter(({ name }) => (name === "dontKnow" ? field.mayNotKnow : field.mayWithhold))
    .map(({ state, name, word }) => ({ state, name, text: view.screen.chrome?.[word] ?? "" }));
}

function UnsaidBoxes({ view, field }: FieldProps) {
  const offered = unsaid({ view, field });
  if (!offered.length) return null;
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small q-unsaid">
      {offered.map(({ state, name, text }) => (
        <div class="govuk-checkboxes__item" key={name}>
          <input
            class="govuk-checkboxes__input"
            id={`${fieldId(field.id)}-${name}`}
            type="checkbox"
            checked={field.state === name}
            onChange={(event) =>
              view.on.answer(field.id, event.currentTarget.checked ? state : AnswerState.unanswered, "")
            }
          />
          <label class="govuk-label govuk-checkboxes__label" for={`${fieldId(field.id)}-${name}`}>
            {text}
          </label>
        </div>
      ))}
    </div>
  );
}

const groupClass = (field: Field) => classes("govuk-form-group", field.error && "govuk-form-group--error");

// A field of one control; the control's id is fieldId(field.id).
export function Single({ view, field, children }: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={groupClass(field)}>
      <label class="govuk-label govuk-label--s" for={fieldId(field.id)}>
        <LabelText view={view} field={field} />
      </label>
      <HintAndError view={view} field={field} />
      {children}
      <UnsaidBoxes view={view} field={field} />
      <Why view={view} field={field} />
    </div>
  );
}

// A field of several controls; `boxes` adds the check boxes of "I don't know" (radios offer it themselves).
export function Several(
  props: FieldProps & { children: ComponentChildren; boxes?: boolean; role?: "group" },
) {
  const { view, field, children, boxes, role } = props;
  const label = <LabelText view={view} field={field} />;
  return (
    <div class={groupClass(field)}>
      <fieldset class="govuk-fieldset" role={role} aria-describedby={describedBy(field)}>
        {titleAsks(props) ? (
          <legend class="q-legend">
            <span class="govuk-visually-hidden">{label}</span>
          </legend>
        ) : (
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
        )}
        <HintAndError view={view} field={field} />
        {children}
      </fieldset>
      {boxes && <UnsaidBoxes view={view} field={field} />}
      <Why view={view} field={field} />
    </div>
  );
}
