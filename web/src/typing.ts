// What is typed and chosen but not yet sent: a field's text goes to the engine when the field is left, and before
// any action or change of language. Typing itself costs nothing.
// SPDX-License-Identifier: MIT
import { noDate } from "./dates.ts";
import { describeFile } from "./files.ts";
import { AnswerState } from "./screen.ts";

export type Answer = (field: string, state: AnswerState, text: string, file?: File) => void;

export class Typing {
  readonly drafts = new Map<string, string>();

  constructor(private readonly answer: Answer) {}

  draft(field: string, text: string): void {
    this.drafts.set(field, text);
  }

  commit(field: string): void {
    const text = this.drafts.get(field);
    if (text === undefined) return;
    this.drafts.delete(field);
    if (text === "" || text === noDate) this.answer(field, AnswerState.unanswered, "");
    else this.answer(field, AnswerState.value, text);
  }

  commitAll(): void {
    for (const field of [...this.drafts.keys()]) this.commit(field);
  }

  async choose(field: string, file: File | null): Promise<void> {
    if (!file) {
      this.answer(field, AnswerState.unanswered, "");
      return;
    }
    try {
      this.answer(field, AnswerState.value, await describeFile(file), file);
    } catch {
      // One that cannot be read is told as of no bytes: the engine words the message.
      this.answer(field, AnswerState.value, `${"0".repeat(64)} 0 other ${file.name}`);
    }
  }
}
