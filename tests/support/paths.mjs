// Where tests find what the build made. One place, so that a moved folder is one edit.
// SPDX-License-Identifier: MIT
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(fileURLToPath(new URL("../..", import.meta.url)));
const must = (file, hint) => {
  if (!existsSync(file)) throw new Error(`${path.relative(root, file)} is missing: ${hint}`);
  return file;
};
export const wizardWasm = () => must(path.join(root, "build/wasm/bin/wizard.wasm"), "build-scripts/build makes it");
export const services = () => must(path.join(root, "build/services"), "build-scripts/build makes it");
export const webDist = () => must(path.join(root, "web/dist"), "build-scripts/build makes it");
export const caseFolder = (service) => path.join(root, "tests/cases", service);

// The native command: the one given, else the first that is built.
export function qadam() {
  const presets = process.env.QADAM_PRESET ? [process.env.QADAM_PRESET] : ["dev", "release"];
  for (const preset of presets) {
    const file = path.join(root, "build", preset, "bin/qadam");
    if (existsSync(file)) return file;
  }
  throw new Error("no native qadam is built: build-scripts/build dev");
}
