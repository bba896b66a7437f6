// A date field is three inputs; its raw text is "Y-M-D", also when there is no such day.
// SPDX-License-Identifier: MIT

export interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

export const noDate = "--";

// Parts keep what was typed, without spaces and without the sign that separates them.
export function joinDate({ year, month, day }: DateParts): string {
  return [year, month, day].map((text) => text.replace(/[\s-]+/g, "")).join("-");
}

export function splitDate(text: string | undefined): DateParts {
  const [year = "", month = "", day = ""] = (text ?? "").split("-");
  return { year, month, day };
}
