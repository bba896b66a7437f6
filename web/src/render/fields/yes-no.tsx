// Yes or no: a choice whose two answers are the same everywhere.
// SPDX-License-Identifier: MIT
import { ChoiceField } from "./choice.tsx";
import type { FieldProps } from "./group.tsx";

export function YesNoField({ view, field }: FieldProps) {
  const word = (name: string) => view.screen.chrome?.[name] ?? "";
  const options = field.options ?? [
    { value: "true", text: word("yes") },
    { value: "false", text: word("no") },
  ];
  return <ChoiceField view={view} field={{ ...field, options }} />;
}
