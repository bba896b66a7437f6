// A chosen file as an answer: "<sha256 hex> <bytes> <pdf|jpeg|png|other> <name>". The file itself stays here.
// SPDX-License-Identifier: MIT
import { sha256 } from "./digest.ts";

export type FileKind = "pdf" | "jpeg" | "png" | "other";

// Larger files are not read at all: the engine refuses them by their size.
const readLimitBytes = 64 * 1024 * 1024;
const noDigest = "0".repeat(64);

const signatures: readonly (readonly [FileKind, readonly number[]])[] = [
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["jpeg", [0xff, 0xd8, 0xff]],
  ["png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

export function fileKind(head: Uint8Array): FileKind {
  return signatures.find(([, signature]) => signature.every((byte, i) => head[i] === byte))?.[0] ?? "other";
}

// Throws when the browser cannot read the file (it was moved or changed since it was chosen).
export async function describeFile(file: File): Promise<string> {
  const name = file.name.replace(/[\u0000-\u001f\u007f]+/g, " ").trim();
  if (file.size > readLimitBytes) return `${noDigest} ${file.size} other ${name}`;
  const bytes = new Uint8Array(await file.arrayBuffer());
  return `${await sha256(bytes)} ${bytes.length} ${fileKind(bytes)} ${name}`;
}

// The name in such an answer, for showing.
export const fileName = (value: string) => value.split(" ").slice(3).join(" ");
