// Every field kind and the component that draws it. Rows that follow each other share one list.
// SPDX-License-Identifier: MIT
import type { FunctionComponent } from "preact";
import type { Field, InputKind, RowKind } from "../../screen.ts";
import type { View } from "../view.ts";
import { CheckRows } from "./checks.tsx";
import { ChoiceField } from "./choice.tsx";
import { ChoicesField } from "./choices.tsx";
import { CodeField } from "./code.tsx";
import { DateField } from "./date.tsx";
import { FileField } from "./file.tsx";
import { FoundHeadings, FoundRows } from "./found.tsx";
import type { FieldProps } from "./group.tsx";
import { IinField } from "./iin.tsx";
import { PhoneField } from "./phone.tsx";
import { SlotField } from "./slot.tsx";
import { StageRows } from "./stages.tsx";
import { Facts, SummaryRows } from "./summary.tsx";
import { TextField } from "./text.tsx";
import { YesNoField } from "./yes-no.tsx";

const inputs: Record<InputKind, FunctionComponent<FieldProps>> = {
  text: TextField,
  iin: IinField,
  phone: PhoneField,
  date: DateField,
  code: CodeField,
  choice: ChoiceField,
  choices: ChoicesField,
  yesNo: YesNoField,
  file: FileField,
  slot: SlotField,
};

const rows: Record<RowKind, FunctionComponent<{ view: View; fields: readonly Field[] }>> = {
  summaryRow: SummaryRows,
  fact: Facts,
  checkRow: CheckRows,
  stageRow: StageRows,
  foundHeading: FoundHeadings,
  foundRow: FoundRows,
};

// Which heading stands over which rows on pages that show several lists.
const headings: Partial<Record<RowKind, string>> = {
  summaryRow: "summary.answers",
  checkRow: "summary.checks",
};

function runsOf(fields: readonly Field[]): Field[][] {
  const runs: Field[][] = [];
  for (const field of fields) {
    const last = runs.at(-1);
    if (last && last[0]!.kind === field.kind && field.kind in rows) last.push(field);
    else runs.push([field]);
  }
  return runs;
}

export function Fields({ view, fields }: { view: View; fields: readonly Field[] }) {
  const { screen } = view;
  return runsOf(fields).map((run) => {
    const { id, kind } = run[0]!;
    const Input = inputs[kind as InputKind];
    if (Input) return <Input key={id} view={view} field={run[0]!} />;
    const Rows = rows[kind as RowKind];
    if (!Rows) return null;
    const heading = screen.kind === "summary" ? screen.chrome?.[headings[kind as RowKind] ?? ""] : undefined;
    return (
      <section key={id} class="q-section">
        {heading && <h2 class="govuk-heading-m">{heading}</h2>}
        <Rows view={view} fields={run} />
      </section>
    );
  });
}
