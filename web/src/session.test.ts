import assert from "node:assert/strict";
import { test } from "node:test";
import type { Effect, EngineCalls } from "./engine.ts";
import { AnswerState, type Screen } from "./screen.ts";
import { Session, type SessionSetup } from "./session.ts";

// An engine of one question: answers are kept, "continue" asks the backend, "trap" breaks the module.
class FakeEngine implements EngineCalls {
  answers = "";
  page = "start";
  lang = "?";
  body = "";
  queue: Effect[] = [];
  load() {}
  begin() {}
  now() {}
  texts(texts: Uint8Array) {
    this.lang = new TextDecoder().decode(texts);
  }
  kazakh(texts: Uint8Array) {
    this.body = new TextDecoder().decode(texts);
  }
  answer(field: string, _state: AnswerState, text: string) {
    this.answers += `${field}=${text};`;
  }
  act(id: string) {
    if (id === "trap") throw new WebAssembly.RuntimeError("unreachable");
    if (id === "continue") this.queue.push({ id: 7, kind: "status", params: { number: "n", secret: "s" } });
    else this.page = id;
  }
  result(_effect: number, outcome: number) {
    this.page = `result ${outcome}`;
  }
  screenText() {
    const screen = {
      id: this.page,
      kind: this.page === "erase" ? "erased" : this.page === "card" ? "card" : "question",
      busy: this.page === "card" && this.body === "",
      bodyLang: this.body,
      lang: this.lang,
      title: this.answers,
    };
    return JSON.stringify(screen);
  }
  chrome() {
    return { lang: this.lang };
  }
  file(id: string) {
    if (id === "trap") throw new WebAssembly.RuntimeError("unreachable");
    return id === "calendar" ? { name: "qadam.ics", type: "text/calendar", text: this.answers } : null;
  }
  effects() {
    return this.queue.splice(0);
  }
  save() {
    return `${this.page}|${this.answers}`;
  }
  restore(record: string) {
    [this.page, this.answers] = record.split("|") as [string, string];
  }
  handover(entry: string) {
    return entry === "deferment.study" ? `start|${this.answers}` : null;
  }
}

async function open(
  fetchAnswer: () => Promise<Response> = () => new Promise(() => {}),
  carried: string | null = null,
) {
  const engines: FakeEngine[] = [];
  const screens: Screen[] = [];
  const crashes: boolean[] = [];
  let engineFails = false;
  let offline = false;
  let failures = 0;
  const setup: SessionSetup = {
    parts: {
      createEngine: async () => {
        if (engineFails) throw new Error("no memory");
        engines.push(new FakeEngine());
        return engines.at(-1)!;
      },
      service: async () => new Uint8Array(),
      texts: async (lang) => {
        if (lang === "ru" || offline) throw new Error("offline");
        return new TextEncoder().encode(lang);
      },
    },
    settings: () => new Map(),
    outside: { backend: "", fetch: fetchAnswer, timeoutMs: 1000 },
    clock: () => 0,
    onScreen: (screen) => screens.push(screen),
    onCrash: (recovered) => crashes.push(recovered),
    onLoadFailed: () => failures++,
  };
  const session = await Session.open("en", setup, carried);
  return {
    session,
    engines,
    screens,
    crashes,
    failures: () => failures,
    failEngines: (fail: boolean) => (engineFails = fail),
    cutNetwork: (cut: boolean) => (offline = cut),
  };
}

const tick = () => new Promise((resolve) => setTimeout(resolve, 5));

test("an effect's result reaches the engine and its screen the page", async () => {
  const { session, screens } = await open(
    async () => new Response("{}", { headers: { "content-type": "application/json" } }),
  );
  session.act("continue");
  await tick();
  assert.equal(screens.at(-1)?.id, "result 0");
});

test("a trapped module is replaced and its answers restored", async () => {
  const { session, engines, screens, crashes } = await open();
  session.answer("a", AnswerState.value, "1");
  session.act("trap");
  await session.settled();
  assert.equal(engines.length, 2);
  assert.deepEqual(crashes, [true]);
  assert.equal(screens.at(-1)?.title, "a=1;");
  session.answer("b", AnswerState.value, "2");
  assert.equal(screens.at(-1)?.title, "a=1;b=2;");
});

test("a walk begins with the answers that the finder hands over, and keeps them when its module breaks", async () => {
  const { session: finder } = await open();
  finder.answer("study_form", AnswerState.value, "full_time");
  assert.equal(finder.handover("deferment.nothing"), null);
  const { session } = await open(undefined, finder.handover("deferment.study"));
  assert.equal(session.screen.title, "study_form=full_time;");
  assert.equal(session.hasAnswers, true);
  session.act("trap");
  await session.settled();
  assert.equal(session.screen.title, "study_form=full_time;");
});

test("when no new module can be made, the answers wait for another try", async () => {
  const { session, screens, crashes, failEngines } = await open();
  session.answer("a", AnswerState.value, "1");
  failEngines(true);
  session.act("trap");
  await session.settled();
  session.answer("a", AnswerState.value, "lost");
  failEngines(false);
  session.retry();
  await session.settled();
  assert.deepEqual(crashes, [false, true]);
  assert.equal(screens.at(-1)?.title, "a=1;");
});

test("a result that comes after the module was replaced is dropped", async () => {
  let answer = (_: Response) => {};
  const { session, screens } = await open(() => new Promise((resolve) => (answer = resolve)));
  session.act("continue");
  await tick();
  session.act("trap");
  await session.settled();
  const count = screens.length;
  answer(new Response("{}", { headers: { "content-type": "application/json" } }));
  await tick();
  assert.equal(screens.length, count);
});

test("a language that cannot be loaded leaves the old one", async () => {
  const { session } = await open();
  await assert.rejects(session.speak("ru"));
  assert.equal(session.screen.lang, "en");
  await session.speak("kk");
  assert.equal(session.screen.lang, "kk");
});

test("answers exist from the first one until they are erased", async () => {
  const { session } = await open();
  assert.equal(session.hasAnswers, false);
  session.answer("a", AnswerState.unanswered, "");
  assert.equal(session.hasAnswers, false);
  session.answer("a", AnswerState.value, "1");
  assert.equal(session.hasAnswers, true);
  session.act("erase");
  assert.equal(session.hasAnswers, false);
});

test("after erasing, a crash brings nothing back", async () => {
  const { session, screens } = await open();
  session.answer("a", AnswerState.value, "1");
  session.act("erase");
  session.act("trap");
  await session.settled();
  assert.equal(screens.at(-1)?.title, "");
});

test("a file of the present state is handed out again and again and changes nothing on the page", async () => {
  const { session, screens } = await open();
  session.answer("q", AnswerState.value, "yes");
  const drawn = screens.length;
  assert.equal(session.file("calendar")?.text, "q=yes;");
  assert.equal(session.file("calendar")?.text, "q=yes;");
  assert.equal(session.file("plan"), null);
  assert.equal(screens.length, drawn);
});

test("an engine that breaks over a file is replaced, with the answers", async () => {
  const { session } = await open();
  session.answer("q", AnswerState.value, "yes");
  assert.equal(session.file("trap"), null);
  await session.settled();
  assert.equal(session.file("calendar")?.text, "q=yes;");
});

test("the card gets its Kazakh words while the rest keeps the person's language", async () => {
  const { session, screens } = await open();
  session.act("card");
  assert.equal(session.screen.busy, true);
  await tick();
  assert.equal(screens.at(-1)?.bodyLang, "kk");
  assert.equal(screens.at(-1)?.lang, "en");
  assert.equal(session.screen.busy, false);
});

test("without a network the card says so, and another try fills it", async () => {
  const { session, failures, cutNetwork } = await open();
  cutNetwork(true);
  session.act("card");
  await tick();
  assert.equal(failures(), 1);
  cutNetwork(false);
  session.retry();
  await tick();
  assert.equal(session.screen.bodyLang, "kk");
});
