// Hands a file over to the person: a Blob of this page's own, so no request is made and the page's policy holds.
// SPDX-License-Identifier: MIT
import type { TakenFile } from "./engine.ts";

// How ids of buttons that offer a file begin.
export const fileAction = "file:";

const keptMs = 60_000; // some browsers read the address only after the person has chosen a folder

// `near`: where the link stands for a moment; some browsers press only what is in the page.
export function download(file: TakenFile, near: HTMLElement): void {
  const link = near.ownerDocument.createElement("a");
  link.href = URL.createObjectURL(new Blob([file.text], { type: file.type }));
  link.download = file.name;
  link.hidden = true;
  near.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), keptMs);
}
