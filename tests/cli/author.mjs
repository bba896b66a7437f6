// The `qadam` command as an author runs it, on the repository's packs or on a copy that a test may spoil.
// SPDX-License-Identifier: MIT
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { qadam, root } from "../support/paths.mjs";

export function run(args, { packs = root, env = {} } = {}) {
  const { status, stdout, stderr } = spawnSync(qadam(), args, {
    encoding: "utf8",
    env: { ...process.env, QADAM_ROOT: packs, ...env },
    maxBuffer: 1 << 26,
  });
  return { status, stdout, stderr };
}

// A copy of assets/ and i18n/; `edit(file, change)` rewrites one of its texts. Removed when `t` ends.
export function copy(t) {
  const folder = mkdtempSync(path.join(tmpdir(), "qadam-packs-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ["assets", "i18n"]) cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  const edit = (file, change) => {
    const at = path.join(folder, file);
    const before = readFileSync(at, "utf8");
    const after = change(before);
    if (after === before) throw new Error(`${file}: the test changes nothing`);
    writeFileSync(at, after);
  };
  return { folder, edit };
}
