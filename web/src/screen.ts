// The Screen as the wizard module writes it: everything a person sees at one moment, already worded.
//
// Mirrors src/view/screen.hpp in camelCase. Empty texts, empty lists, false and 0 are left out of the JSON, so
// nearly every member is optional here; `required` is written only when it is false.
// SPDX-License-Identifier: MIT

export interface Law {
  readonly id: string;
  readonly text: string;
}

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
  readonly group?: string; // slot: the day a time belongs to; choice: the heading it stands under
}

export type InputKind =
  "text" | "iin" | "phone" | "date" | "code" | "choice" | "choices" | "yesNo" | "file" | "slot";
export type RowKind = "summaryRow" | "checkRow" | "stageRow" | "fact" | "foundHeading" | "foundRow";

export interface Field {
  readonly id: string;
  readonly kind: InputKind | RowKind;
  readonly label?: string;
  readonly hint?: string;
  readonly value?: string;
  readonly shown?: string;
  readonly state?: string;
  readonly error?: string;
  readonly why?: string;
  readonly required?: boolean;
  readonly mayNotKnow?: boolean;
  readonly mayWithhold?: boolean;
  readonly action?: string;
  readonly actionText?: string;
  readonly maxLength?: number;
  readonly options?: readonly Option[];
  readonly examples?: readonly Option[];
  readonly law?: readonly Law[];
}

export type NoticeKind = "info" | "warning" | "stop" | "note" | "success" | "details" | "list" | "sample";

export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly title?: string;
  readonly text?: string;
  readonly law?: readonly Law[];
}

export interface Button {
  readonly id: string;
  readonly kind: "primary" | "secondary" | "link" | "danger";
  readonly text: string;
  readonly ask?: string;
}

export interface FieldError {
  readonly field?: string;
  readonly text: string;
}

export interface ModeNotice {
  readonly id: "demonstration" | "preparation" | "connected";
  readonly banner: string;
  readonly detail?: string;
  readonly asOf?: string;
}

export interface Progress {
  readonly step?: number;
  readonly total?: number;
  readonly text?: string;
}

export type ScreenKind =
  | "start"
  | "question"
  | "information"
  | "signIn"
  | "consent"
  | "checks"
  | "summary"
  | "sign"
  | "case"
  | "documents"
  | "booking"
  | "status"
  | "closed"
  | "early"
  | "prepared"
  | "ended"
  | "found"
  | "erased"
  | "plan"
  | "card";

export interface Screen {
  readonly id: string;
  readonly kind: ScreenKind;
  readonly service: string;
  readonly serviceTitle?: string;
  readonly lang: string;
  readonly bodyLang?: string; // of the notices, where it is another one
  readonly mode: ModeNotice;
  readonly title: string;
  readonly lead?: string;
  readonly progress?: Progress;
  readonly notices?: readonly Notice[];
  readonly fields?: readonly Field[];
  readonly errors?: readonly FieldError[];
  readonly actions?: readonly Button[];
  readonly law?: readonly Law[];
  readonly chrome?: Readonly<Record<string, string>>;
  readonly busy?: boolean;
  readonly revision?: number;
}

// Answer states as qadam_answer takes them.
export const AnswerState = { unanswered: 0, dontKnow: 1, withheld: 2, none: 3, value: 4 } as const;
export type AnswerState = (typeof AnswerState)[keyof typeof AnswerState];

// The title of the browser's tab: what the page is and of which service, never an answer.
export function tabTitle(screen: Screen): string {
  const parts = [screen.title];
  if (screen.errors?.length) parts.unshift(screen.chrome?.["error_title"] ?? "");
  if (screen.serviceTitle && screen.serviceTitle !== screen.title) parts.push(screen.serviceTitle);
  return parts.filter(Boolean).join(" \u2013 ");
}

// A short fingerprint of a screen's JSON (FNV-1a, 32 bits): tells whether a prerendered page is still right.
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16);
}
