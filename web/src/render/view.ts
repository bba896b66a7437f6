// What the renderer is given beside the Screen: the little state that belongs to the page and not to the engine.
// SPDX-License-Identifier: MIT
import type { AnswerState, Screen } from "../screen.ts";

export const languages = ["kk", "ru", "en"] as const;
export type Language = (typeof languages)[number];

// Each language names itself, on every page alike: the only words of the shell that no catalogue holds.
export const languageNames: Record<Language, string> = {
  kk: "\u049a\u0430\u0437\u0430\u049b\u0448\u0430",
  ru: "\u0420\u0443\u0441\u0441\u043a\u0438\u0439",
  en: "English",
};

export interface Handlers {
  act(id: string, event: Event): void;
  ask(id: string | null): void; // opens or closes the question that an action asks first
  answer(field: string, state: AnswerState, text: string): void;
  draft(field: string, text: string): void; // typed, not yet sent
  commit(field: string): void; // the field is left: sends its draft
  choose(field: string, file: File | null): void;
  speak(lang: Language): void;
  focus(id: string): void;
  home(event: Event): void; // the site's name was tapped
  reload(): void;
}

export interface View {
  readonly screen: Screen;
  readonly words: Readonly<Record<string, string>>; // shell.* texts of the screen's language
  readonly drafts: ReadonlyMap<string, string>;
  readonly asking: string | null;
  readonly trouble: "load" | "crash" | null;
  readonly announce: string; // said once by a screen reader
  readonly page: PageLinks | null; // null: embedded in somebody else's page
  readonly on: Handlers;
}

export interface PageLinks {
  readonly home: (lang: Language) => string;
  readonly service: (lang: Language) => string;
  readonly below: boolean; // the page has more to show under its first screen
  readonly papers: ((lang: Language) => string) | null; // the page without script, where there is one
  readonly operator: boolean;
  readonly kiosk: boolean;
}

export const fieldId = (field: string) => `f-${field}`;

export const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(" ");

// Space-separated ids for aria-describedby; undefined when there are none.
export const idList = (...ids: (string | false | undefined)[]) => classes(...ids) || undefined;
