// Where the wizard's files and the shell's few words come from: what the build has put into the script.
// SPDX-License-Identifier: MIT
import { compile, Engine } from "./engine.ts";
import type { Parts } from "./session.ts";

// `base`: address of the folder of hashed files; null = the folder of this script.
export function assetUrl(base: string | null, name: string): string {
  return (base ?? new URL(".", import.meta.url).href) + (QADAM_BUILD.files[name] ?? name);
}

export const shellWords = (lang: string): Readonly<Record<string, string>> => QADAM_BUILD.texts[lang] ?? {};

async function bytesOf(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return new Uint8Array(await response.arrayBuffer());
}

// One download and one compilation for all wizards of a page; a failed one is tried again.
let wizardModule: Promise<WebAssembly.Module> | null = null;

function moduleAt(url: string): Promise<WebAssembly.Module> {
  wizardModule ??= compile(fetch(url)).catch((error: unknown) => {
    wizardModule = null;
    throw error;
  });
  return wizardModule;
}

export function partsOf(base: string | null, service: string): Parts {
  const url = (name: string) => assetUrl(base, name);
  return {
    createEngine: async () => Engine.create(await moduleAt(url("wizard.wasm"))),
    service: () => bytesOf(url(`${service}.bin`)),
    texts: (lang) => bytesOf(url(`${service}.${lang}.bin`)),
  };
}
