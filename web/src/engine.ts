// The typed edge of the wizard's wasm module: texts and records in, Screen JSON, effects and the draft out.
//
// One Engine is one instance. A call may throw (WebAssembly.RuntimeError) when the module traps; the instance is
// then lost and the caller makes a new one from the same WebAssembly.Module. Strings given to the module are copied
// and freed; load() and texts() hand the copy over.
// SPDX-License-Identifier: MIT
import { encodeRecord, type FlatRecord } from "./record.ts";
import type { AnswerState, Screen } from "./screen.ts";

export interface Effect {
  readonly id: number;
  readonly kind: string;
  readonly params: Readonly<Record<string, string>>;
}

export const Outcome = { ok: 0, refused: 1, unavailable: 2, invalid: 3 } as const;
export type Outcome = (typeof Outcome)[keyof typeof Outcome];

// A file that a person takes along; a button "file:<id>" of the screen offers it.
export interface TakenFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

// What a session needs of an engine; unit tests give it a fake.
export interface EngineCalls {
  load(service: Uint8Array): void;
  texts(texts: Uint8Array): void;
  kazakh(texts: Uint8Array): void;
  begin(settings: FlatRecord): void;
  now(utcSeconds: number): void;
  answer(field: string, state: AnswerState, text: string): void;
  act(id: string): void;
  result(effect: number, outcome: Outcome, record: FlatRecord): void;
  screenText(): string;
  chrome(): Readonly<Record<string, string>>;
  file(id: string): TakenFile | null;
  effects(): Effect[];
  save(): string;
  restore(record: string): void;
  handover(entry: string): string | null;
}

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  qadam_alloc(bytes: number): number;
  qadam_free(pointer: number): void;
  qadam_load(pointer: number, length: number): number;
  qadam_texts(pointer: number, length: number): number;
  qadam_kazakh(pointer: number, length: number): number;
  qadam_begin(pointer: number, length: number): number;
  qadam_now(utcSeconds: number): void;
  qadam_answer(field: number, fieldLength: number, state: number, text: number, textLength: number): void;
  qadam_act(pointer: number, length: number): void;
  qadam_result(effect: number, outcome: number, pointer: number, length: number): void;
  qadam_screen(): number;
  qadam_chrome(): number;
  qadam_file(pointer: number, length: number): number;
  qadam_effects(): number;
  qadam_save(): number;
  qadam_restore(pointer: number, length: number): number;
  qadam_handover(pointer: number, length: number): number;
  qadam_error(): number;
  qadam_length(): number;
}

// The module said that what it was given is not usable: a damaged or mismatched file, or a bad record.
export class EngineError extends Error {
  override name = "EngineError";
  constructor(readonly detail: string) {
    super(`the wizard module refused its input: ${detail}`);
  }
}

const wasiNoSys = 52;

// Stands in for every import: the core needs no system, so each wasi call answers "not supported".
export function stubImports(module: WebAssembly.Module): WebAssembly.Imports {
  const imports: WebAssembly.Imports = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    if (kind !== "function") continue;
    (imports[from] ??= {})[name] = (code: number) => {
      if (name === "proc_exit") throw new WebAssembly.RuntimeError(`exit ${code}`);
      return wasiNoSys;
    };
  }
  return imports;
}

// Compiles while the bytes arrive where the browser and the server's media type allow it.
export async function compile(response: Response | Promise<Response>): Promise<WebAssembly.Module> {
  const answer = await response;
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  const copy = answer.clone();
  try {
    return await WebAssembly.compileStreaming(answer);
  } catch {
    return WebAssembly.compile(await copy.arrayBuffer());
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Engine implements EngineCalls {
  private constructor(private readonly wasm: Exports) {
    wasm._initialize();
  }

  static async create(module: WebAssembly.Module): Promise<Engine> {
    const instance = await WebAssembly.instantiate(module, stubImports(module));
    return new Engine(instance.exports as unknown as Exports);
  }

  load(service: Uint8Array): void {
    this.check(this.wasm.qadam_load(this.copyIn(service), service.length));
  }

  texts(texts: Uint8Array): void {
    this.check(this.wasm.qadam_texts(this.copyIn(texts), texts.length));
  }

  // For the card, which is in Kazakh whatever the language of the rest.
  kazakh(texts: Uint8Array): void {
    this.check(this.wasm.qadam_kazakh(this.copyIn(texts), texts.length));
  }

  begin(settings: FlatRecord): void {
    this.check(this.withText(encodeRecord(settings), (at, n) => this.wasm.qadam_begin(at, n)));
  }

  now(utcSeconds: number): void {
    this.wasm.qadam_now(utcSeconds);
  }

  answer(field: string, state: AnswerState, text: string): void {
    this.withText(field, (f, fn) =>
      this.withText(text, (t, tn) => this.wasm.qadam_answer(f, fn, state, t, tn)),
    );
  }

  act(id: string): void {
    this.withText(id, (at, n) => this.wasm.qadam_act(at, n));
  }

  result(effect: number, outcome: Outcome, record: FlatRecord): void {
    this.withText(encodeRecord(record), (at, n) => this.wasm.qadam_result(effect, outcome, at, n));
  }

  screenText(): string {
    return this.textAt(this.wasm.qadam_screen());
  }

  // The words of every screen: they change with the language only, so they do not travel with each screen.
  chrome(): Readonly<Record<string, string>> {
    return JSON.parse(this.textAt(this.wasm.qadam_chrome())) as Record<string, string>;
  }

  file(id: string): TakenFile | null {
    const text = this.withText(id, (at, n) => this.textAt(this.wasm.qadam_file(at, n)));
    return JSON.parse(text) as TakenFile | null;
  }

  effects(): Effect[] {
    return JSON.parse(this.textAt(this.wasm.qadam_effects())) as Effect[];
  }

  save(): string {
    return this.textAt(this.wasm.qadam_save());
  }

  restore(record: string): void {
    this.check(this.withText(record, (at, n) => this.wasm.qadam_restore(at, n)));
  }

  // Empty: the finder knows no such entry, or the loaded service is no finder.
  handover(entry: string): string | null {
    return this.textAt(this.withText(entry, (at, n) => this.wasm.qadam_handover(at, n))) || null;
  }

  private check(code: number): void {
    if (code !== 0) throw new EngineError(this.textAt(this.wasm.qadam_error()));
  }

  // The view is made anew each time: memory may have grown and moved.
  private copyIn(bytes: Uint8Array): number {
    const at = this.wasm.qadam_alloc(bytes.length);
    new Uint8Array(this.wasm.memory.buffer, at, bytes.length).set(bytes);
    return at;
  }

  private withText<T>(text: string, use: (pointer: number, length: number) => T): T {
    const bytes = encoder.encode(text);
    const at = this.copyIn(bytes);
    const result = use(at, bytes.length);
    this.wasm.qadam_free(at);
    return result;
  }

  private textAt(pointer: number): string {
    return decoder.decode(new Uint8Array(this.wasm.memory.buffer, pointer, this.wasm.qadam_length()));
  }
}

export function parseScreen(text: string, chrome: Readonly<Record<string, string>>): Screen {
  return Object.assign(JSON.parse(text) as Screen, { chrome });
}
