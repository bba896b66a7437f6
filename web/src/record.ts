// The record codec: a flat map of text, the one form in which drafts and effect results cross the wasm edge.
//
// First line "qadam-record 1", then key TAB value lines in the order of code points, without repeats. A server's
// JSON is flattened into such a map; nothing here throws on bad input.
// SPDX-License-Identifier: MIT

export type FlatRecord = ReadonlyMap<string, string>;

const header = "qadam-record 1\n";
const escapes: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r" };
const originals: Record<string, string> = { "\\": "\\", n: "\n", t: "\t", r: "\r" };

const escapeText = (text: string) => text.replace(/[\\\n\t\r]/g, (sign) => escapes[sign]!);

// Sorts as UTF-8 bytes do, which UTF-16 code units do not above U+FFFF.
function byCodePoint(a: string, b: string): number {
  const x = [...a];
  const y = [...b];
  for (let i = 0; i < x.length && i < y.length; i++) {
    const difference = x[i]!.codePointAt(0)! - y[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
}

export function encodeRecord(record: FlatRecord): string {
  let text = header;
  for (const key of [...record.keys()].sort(byCodePoint)) {
    text += `${escapeText(key)}\t${escapeText(record.get(key)!)}\n`;
  }
  return text;
}

function unescapeText(text: string): string | null {
  let bad = false;
  const plain = text.replace(/\\(.?)/gs, (_, sign: string) => {
    const original = originals[sign];
    if (original === undefined) bad = true;
    return original ?? "";
  });
  return bad ? null : plain;
}

// null when the text is not a record, whole and in order.
export function decodeRecord(text: string): Map<string, string> | null {
  if (!text.startsWith(header) || !text.endsWith("\n")) return null;
  const record = new Map<string, string>();
  let last: string | null = null;
  for (const line of text.slice(header.length).split("\n").slice(0, -1)) {
    const parts = line.split("\t");
    if (parts.length !== 2) return null;
    const key = unescapeText(parts[0]!);
    const value = unescapeText(parts[1]!);
    if (key === null || value === null) return null;
    if (last !== null && byCodePoint(last, key) >= 0) return null;
    record.set(key, value);
    last = key;
  }
  return record;
}

const maxDepth = 8;
const maxEntries = 4000;

// Flattens a JSON object: "a.b" for members, "a.0" and "a.count" for lists; null is left out. null when `json` is
// not an object or is absurdly deep or large.
export function flatten(json: unknown): Map<string, string> | null {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return null;
  const record = new Map<string, string>();

  function put(key: string, value: unknown, depth: number): boolean {
    if (value === null || value === undefined) return true;
    if (depth > maxDepth || record.size > maxEntries) return false;
    if (typeof value !== "object") {
      record.set(key, String(value));
      return true;
    }
    if (Array.isArray(value)) record.set(`${key}.count`, String(value.length));
    return Object.entries(value).every(([name, inner]) => put(`${key}.${name}`, inner, depth + 1));
  }

  return Object.entries(json).every(([name, value]) => put(name, value, 1)) ? record : null;
}
