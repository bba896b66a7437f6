// A one-time code.
// SPDX-License-Identifier: MIT
import { Single, type FieldProps } from "./group.tsx";
import { TextInput } from "./text.tsx";

export function CodeField(props: FieldProps) {
  return (
    <Single {...props}>
      <TextInput
        {...props}
        look={{ width: 10, inputMode: "numeric", autocomplete: "one-time-code", digits: true }}
      />
    </Single>
  );
}
