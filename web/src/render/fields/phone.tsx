// A phone number.
// SPDX-License-Identifier: MIT
import { Single, type FieldProps } from "./group.tsx";
import { TextInput } from "./text.tsx";

export function PhoneField(props: FieldProps) {
  return (
    <Single {...props}>
      <TextInput {...props} look={{ width: 20, inputMode: "tel", autocomplete: "tel", digits: true }} />
    </Single>
  );
}
