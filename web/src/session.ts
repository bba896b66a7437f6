// One walk through one service: holds the engine, runs its effects, keeps the newest screen and the crash copy.
//
// No DOM here. Every call into the engine goes through `run`, so a trapped module is replaced by a new instance
// restored from the last record (memory only) instead of taking the answers with it.
// SPDX-License-Identifier: MIT
import { perform, type Outside } from "./effects.ts";
import { parseScreen, type EngineCalls, type TakenFile } from "./engine.ts";
import type { FlatRecord } from "./record.ts";
import { AnswerState, type Screen } from "./screen.ts";

export interface Parts {
  createEngine(): Promise<EngineCalls>;
  service(): Promise<Uint8Array>;
  texts(lang: string): Promise<Uint8Array>;
}

export interface SessionEvents {
  // `acted`: the change answers a tap or an effect's result, not an answer being typed or a change of language.
  onScreen(screen: Screen, acted: boolean): void;
  onCrash(recovered: boolean): void;
  onLoadFailed(): void; // something that the page needs only now; retry() tries again
}

export interface SessionSetup extends SessionEvents {
  readonly parts: Parts;
  readonly settings: () => FlatRecord; // asked anew for each instance: its random seed must not repeat
  readonly outside: Outside;
  readonly clock: () => number; // milliseconds since 1970
}

export class Session {
  screen!: Screen;
  screenText = "";
  hasAnswers = false;
  private readonly files = new Map<string, Blob>(); // chosen, by digest; in this page's memory only
  private engine!: EngineCalls;
  private service!: Uint8Array;
  private texts!: Uint8Array;
  private chrome: Readonly<Record<string, string>> = {};
  private saved: string | null = null;
  private generation = 0; // grows when the engine is replaced; results of an older one are dropped
  private broken = false;
  private filling = false;
  private recovering: Promise<void> | null = null;

  private constructor(private readonly setup: SessionSetup) {}

  // `carried`: the record of answers with which another walk hands over to this one.
  static async open(lang: string, setup: SessionSetup, carried: string | null = null): Promise<Session> {
    const session = new Session(setup);
    session.saved = carried;
    session.hasAnswers = carried !== null;
    const { parts } = setup;
    const [engine, service, texts] = await Promise.all([
      parts.createEngine(),
      parts.service(),
      parts.texts(lang),
    ]);
    session.service = service;
    session.texts = texts;
    session.begin(engine);
    return session;
  }

  // The record with which the walk that the finder's entry names begins; null when there is none.
  handover(entry: string): string | null {
    return this.broken ? null : this.engine.handover(entry);
  }

  // `file`: the one that the answer describes; its bytes leave only with the engine's own "upload".
  answer(field: string, state: AnswerState, text: string, file?: Blob): void {
    if (file) this.files.set(text.slice(0, 64), file);
    if (state !== AnswerState.unanswered) this.hasAnswers = true;
    this.run(false, (engine) => engine.answer(field, state, text));
  }

  act(id: string): void {
    this.run(true, (engine) => engine.act(id));
    if (id === "erase" || id === "new" || this.screen.kind === "erased") {
      this.hasAnswers = false;
      this.saved = null;
      this.files.clear();
    }
  }

  // A file of the present state; null when there is none. It changes nothing, so it may be asked for again and again.
  file(id: string): TakenFile | null {
    if (this.broken) return null;
    try {
      return this.engine.file(id);
    } catch {
      this.recovering = this.recover();
      return null;
    }
  }

  // Rejects when the texts cannot be loaded; the old language then stays.
  async speak(lang: string): Promise<void> {
    const texts = await this.setup.parts.texts(lang);
    this.run(false, (engine) => {
      engine.texts(texts);
      this.chrome = engine.chrome();
    });
    this.texts = texts;
  }

  // Tries again what could not be done: a replacement of the engine, or the card's texts.
  retry(): void {
    if (this.broken) this.recovering = this.recover();
    else void this.fillCard();
  }

  // Resolves when a replacement of the engine under way is done (for tests).
  async settled(): Promise<void> {
    await this.recovering;
  }

  private begin(engine: EngineCalls): void {
    engine.load(this.service);
    engine.texts(this.texts);
    this.chrome = engine.chrome();
    engine.begin(this.setup.settings());
    if (this.saved !== null) engine.restore(this.saved);
    this.engine = engine;
    this.read();
  }

  private read(): void {
    this.screenText = this.engine.screenText();
    this.screen = parseScreen(this.screenText, this.chrome);
  }

  private run(acted: boolean, use: (engine: EngineCalls) => void): void {
    if (this.broken) return;
    try {
      this.engine.now(this.setup.clock() / 1000);
      use(this.engine);
      this.read();
      for (const effect of this.engine.effects()) this.start(effect);
      if (this.hasAnswers) this.saved = this.engine.save();
    } catch {
      this.recovering = this.recover();
      return;
    }
    this.setup.onScreen(this.screen, acted);
    void this.fillCard();
  }

  // A clerk reads the card in Kazakh, whatever language the person has chosen.
  private async fillCard(): Promise<void> {
    if (this.filling || this.screen.kind !== "card" || !this.screen.busy) return;
    this.filling = true;
    try {
      const texts = await this.setup.parts.texts("kk");
      this.run(true, (engine) => engine.kazakh(texts));
    } catch {
      this.setup.onLoadFailed();
    }
    this.filling = false;
  }

  private start(effect: Parameters<typeof perform>[0]): void {
    const generation = this.generation;
    void perform(effect, { ...this.setup.outside, file: (digest) => this.files.get(digest) }).then(
      ({ outcome, record }) => {
        if (generation !== this.generation) return;
        this.run(true, (engine) => engine.result(effect.id, outcome, record));
      },
    );
  }

  private async recover(): Promise<void> {
    this.broken = true;
    this.generation++;
    try {
      const engine = await this.setup.parts.createEngine();
      this.begin(engine);
    } catch {
      this.setup.onCrash(false);
      return;
    }
    this.broken = false;
    this.setup.onCrash(true);
    this.setup.onScreen(this.screen, true);
  }
}
