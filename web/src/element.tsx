// <qadam-wizard>: the element that a page holds. It draws the Screen in its shadow root and sends actions back.
//
// It knows no rule of any service. With `owns-page` it also keeps the tab's title, the address and the browser's
// Back in step; without it the host page is left alone. Attributes and events: web/README.md.
// SPDX-License-Identifier: MIT
import { hydrate, render } from "preact";
import { announcement } from "./announce.ts";
import { download, fileAction } from "./download.ts";
import { StepHistory } from "./history.ts";
import { actionId } from "./render/actions.tsx";
import { App, titleId, Trouble, troubleId } from "./render/app.tsx";
import { errorSummaryId } from "./render/errors.tsx";
import { fieldId, languages, type Handlers, type Language, type View } from "./render/view.ts";
import { AnswerState, fingerprint, tabTitle, type Screen } from "./screen.ts";
import { Session } from "./session.ts";
import { assetUrl, partsOf, shellWords } from "./source.ts";
import { Typing } from "./typing.ts";

const finderId = "finder";
const requestTimeoutMs = 20_000;
const openPrefix = "open:";
const doubleTapMs = 350;
const longestPressMs = 700;
const releases = ["pointerup", "pointercancel"];

const asLanguage = (text: string | null): Language =>
  languages.find((lang) => lang === text?.slice(0, 2).toLowerCase()) ?? "kk";

// The finder is the site's first page.
const home = (lang: Language) => (lang === "kk" ? "/" : `/${lang}/`);
const pageOf = (lang: Language, service: string) =>
  service === finderId ? home(lang) : `/${lang}/${service}/`;

export class QadamWizard extends HTMLElement {
  static readonly observedAttributes = ["lang"];

  private $root: ShadowRoot | null = null;
  private $app!: HTMLElement;
  private session: Session | null = null;
  private steps: StepHistory | null = null;
  private readonly typing = new Typing((...answer) => this.session!.answer(...answer));
  private asking: string | null = null;
  private trouble: View["trouble"] = null;
  private announce = "";
  private waiting: string | null = null; // an action tapped before the engine was there
  private pressing = false; // a pointer is down: what it points at must not move away
  private stale = false; // a change not drawn yet because of that
  private drawn = false; // Preact owns the tree
  private lastTap = 0;
  private heading: "forward" | "back" | "none" = "forward"; // what a new page means to the browser's history
  private wanted: Language | null = null; // a language whose texts could not be loaded
  private finder: Session | null = null; // the walk that led to this one, to go back to

  get service(): string {
    return this.getAttribute("service") ?? "";
  }

  private get language(): Language {
    return asLanguage(this.getAttribute("lang"));
  }

  private get ownsPage(): boolean {
    return this.hasAttribute("owns-page");
  }

  connectedCallback(): void {
    if (!this.$root) this.prepareRoot();
    addEventListener("beforeunload", this.beforeUnload);
    for (const name of releases) addEventListener(name, this.released);
    if (this.ownsPage && !this.steps) {
      this.steps = new StepHistory((steps) => this.walk(steps));
      const early = location.hash.slice(1);
      if (early && this.$root?.getElementById(actionId(early))) {
        this.waiting = early;
        this.steps.address(location.pathname + location.search);
      }
    }
    if (!this.session) void this.open();
  }

  disconnectedCallback(): void {
    removeEventListener("beforeunload", this.beforeUnload);
    for (const name of releases) removeEventListener(name, this.released);
    this.steps?.close();
    this.steps = null;
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (this.session && before !== after && asLanguage(after) !== this.session.screen.lang) {
      void this.speak(asLanguage(after));
    }
  }

  // --- beginning ---

  private prepareRoot(): void {
    this.$root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    let $app = this.$root.querySelector<HTMLElement>(".q-root");
    if (!$app) {
      const $style = document.createElement("link");
      $style.rel = "stylesheet";
      $style.href = assetUrl(this.getAttribute("assets"), "style.css");
      $app = document.createElement("div");
      $app.className = "q-root";
      this.$root.append($style, $app);
    }
    this.$app = $app;
    $app.addEventListener("click", this.tapBeforeReady);
    $app.addEventListener("pointerdown", () => (this.pressing = true));
  }

  private settings(): Map<string, string> {
    const settings = new Map([
      ["mode", this.getAttribute("mode") ?? "demonstration"],
      ["operator", this.getAttribute("operator") ?? ""],
      ["bin", this.getAttribute("bin") ?? ""],
      ["now", String(Math.floor(Date.now() / 1000))],
      ["seed", [...crypto.getRandomValues(new Uint32Array(4))].map((word) => word.toString(36)).join("")],
    ]);
    const asOf = this.getAttribute("as-of");
    if (asOf) settings.set("asOf", asOf);
    return settings;
  }

  private sessionOf(service: string, lang: Language, carried: string | null = null): Promise<Session> {
    return Session.open(
      lang,
      {
        parts: partsOf(this.getAttribute("assets"), service),
        settings: () => this.settings(),
        outside: {
          backend: (this.getAttribute("backend") ?? "").replace(/\/$/, ""),
          fetch: (...request) => fetch(...request),
          timeoutMs: requestTimeoutMs,
        },
        clock: () => Date.now(),
        onScreen: (screen, acted) => this.changed(screen, acted),
        onCrash: (recovered) => this.crashed(recovered),
        onLoadFailed: () => this.failed(),
      },
      carried,
    );
  }

  private async open(): Promise<void> {
    try {
      this.session = await this.sessionOf(this.service, this.language);
    } catch {
      this.failed();
      return;
    }
    this.trouble = null;
    this.begun(this.session);
  }

  private begun(session: Session): void {
    const { waiting, language } = this;
    const early = this.earlyAnswers();
    this.waiting = null;
    this.$app.removeEventListener("click", this.tapBeforeReady);
    this.$app.removeAttribute("aria-busy");
    this.shown = session.screen;
    this.draw();
    this.tell("qadam-screen", {
      service: this.service,
      kind: session.screen.kind,
      lang: session.screen.lang,
    });
    this.nameTab();
    if (language !== session.screen.lang) void this.speak(language);
    for (const [field, values] of early) session.answer(field, AnswerState.value, values.join(","));
    if (waiting) session.act(waiting);
  }

  // What was ticked on the page made at build time, before the engine was there.
  private earlyAnswers(): Map<string, string[]> {
    const answers = new Map<string, string[]>();
    for (const $input of this.$app.querySelectorAll<HTMLInputElement>("input:checked[name]")) {
      const field = $input.name.slice(fieldId("").length);
      answers.set(field, [...(answers.get(field) ?? []), $input.value]);
    }
    return answers;
  }

  // Before there is an engine: the page made at build time stays, a tap on one of its buttons is remembered.
  private readonly tapBeforeReady = (event: Event): void => {
    const $button = (event.target as Element).closest('[role="button"]');
    if (!$button || this.session) return;
    event.preventDefault();
    event.stopPropagation();
    this.waiting = $button.id.slice(actionId("").length);
    this.$app.setAttribute("aria-busy", "true");
  };

  private failed(): void {
    this.trouble = "load";
    this.$app.removeAttribute("aria-busy");
    const $old = this.$root!.getElementById(troubleId);
    if (this.session) this.draw();
    else if (!$old) this.showLoadFailure();
    this.tell("qadam-error", { service: this.service, code: "load" });
  }

  // There is no screen to draw with: the notice stands above whatever the page was made with.
  private showLoadFailure(): void {
    const $holder = document.createElement("div");
    const reload = () => {
      $holder.remove();
      void this.open();
    };
    render(<Trouble trouble="load" words={shellWords(this.language)} on={{ reload }} />, $holder);
    (this.$app.querySelector("form") ?? this.$app).prepend($holder);
  }

  // --- drawing ---

  private shown: Screen | null = null;

  private view(session: Session): View {
    const { screen } = session;
    return {
      screen,
      words: shellWords(screen.lang),
      drafts: this.typing.drafts,
      asking: this.asking,
      trouble: this.trouble,
      announce: this.announce,
      page: this.ownsPage
        ? {
            home,
            service: (lang) => pageOf(lang, this.service),
            below: this.service === finderId,
            papers: QADAM_BUILD.papers.includes(this.service)
              ? (lang) => `/${lang}/${this.service}/papers/`
              : null,
            operator: false, // a citizen's page does not lead to the operator's
            kiosk: QADAM_BUILD.kiosk,
          }
        : null,
      on: this.on,
    };
  }

  private draw(): void {
    if (!this.session) return;
    if (this.pressing && this.drawn) {
      this.stale = true;
      // A release that never comes (outside the window) must not hold the page back.
      setTimeout(() => this.stale && this.drawNow(), longestPressMs);
      return;
    }
    this.drawNow();
  }

  private drawNow(): void {
    const session = this.session!;
    this.pressing = false;
    const tree = <App {...this.view(session)} />;
    if (!this.drawn && this.getAttribute("data-screen") === fingerprint(session.screenText)) {
      hydrate(tree, this.$app);
    } else {
      if (!this.drawn) this.$app.textContent = "";
      render(tree, this.$app);
    }
    this.drawn = true;
    this.stale = false;
  }

  private readonly released = (): void => {
    if (!this.pressing) return;
    this.pressing = false;
    // The click that this release makes comes first.
    setTimeout(() => this.stale && !this.pressing && this.drawNow());
  };

  private changed(screen: Screen, acted: boolean): void {
    const before = this.shown;
    this.shown = screen;
    const moved = before !== null && (before.id !== screen.id || before.kind !== screen.kind);
    if (moved) {
      this.asking = null;
      this.typing.drafts.clear();
      this.pressing = false;
      if (this.trouble === "crash" && acted) this.trouble = null;
    }
    this.announce = before && !moved ? announcement(before, screen) || this.announce : "";
    const hadFocus = this.$root!.activeElement !== null;
    this.draw();
    if (before?.lang !== screen.lang || moved) this.nameTab();
    if (moved) this.moved(screen);
    else if (acted && screen.errors?.length) this.focusOn(errorSummaryId);
    else if (acted && before) this.focusNewInput(before, screen);
    if (hadFocus && this.$root!.activeElement === null) this.focusOn(titleId);
  }

  // An action that brings a further question onto the same page (a code, say) leads to it.
  private focusNewInput(before: Screen, after: Screen): void {
    const known = new Set(before.fields?.map(({ id }) => id));
    const added = after.fields?.find(({ id, kind }) => !known.has(id) && !/Row$|^fact$/.test(kind));
    if (added) this.focusOn(fieldId(added.id));
  }

  private moved(screen: Screen): void {
    if (this.heading === "forward") this.steps?.forward();
    else if (this.heading === "back") this.steps?.back();
    if (screen.errors?.length) this.focusOn(errorSummaryId);
    else this.focusOn(titleId);
    const top = this.getBoundingClientRect().top;
    if (this.ownsPage) scrollTo(0, 0);
    else if (top < 0) this.scrollIntoView();
    this.tell("qadam-screen", { service: this.service, kind: screen.kind, lang: screen.lang });
    if (screen.kind === "erased") this.tell("qadam-exit", { service: this.service, reason: "erased" });
  }

  private nameTab(): void {
    const screen = this.session?.screen;
    if (!screen) return;
    if (this.getAttribute("lang") !== screen.lang) this.setAttribute("lang", screen.lang);
    if (!this.ownsPage) return;
    document.title = tabTitle(screen);
    document.documentElement.lang = screen.lang;
    const path = pageOf(screen.lang as Language, this.service);
    if (location.pathname !== path) this.steps?.address(path);
  }

  private focusOn(id: string): void {
    this.$root!.getElementById(id)?.focus();
  }

  private tell(name: string, detail: Readonly<Record<string, string>>): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  private crashed(recovered: boolean): void {
    this.trouble = recovered ? "crash" : "load";
    this.typing.drafts.clear();
    this.tell("qadam-error", { service: this.service, code: "crash" });
    this.draw();
    this.focusOn(troubleId);
  }

  // --- acting ---

  private readonly on: Handlers = {
    act: (id, event) => this.tapped(id, event),
    ask: (id) => {
      const before = this.asking;
      this.asking = id;
      this.pressing = false;
      this.draw();
      this.focusOn(id === null ? actionId(before ?? "") : "ask-yes");
    },
    answer: (field, state, text) => {
      this.typing.drafts.delete(field);
      this.session!.answer(field, state, text);
    },
    draft: (field, text) => this.typing.draft(field, text),
    commit: (field) => this.typing.commit(field),
    choose: (field, file) =>
      void this.typing.choose(field, file).then(() => file ?? this.focusOn(fieldId(field))),
    speak: (lang) => void this.speak(lang),
    focus: (id) => this.focusOn(id),
    home: (event) => {
      if (!this.finder) return;
      event.preventDefault();
      this.leave();
      this.steps?.forward();
      this.nameTab();
    },
    reload: () => {
      this.trouble = null;
      if (this.wanted) void this.speak(this.wanted);
      else this.session!.retry();
    },
  };

  private tapped(id: string, event: Event): void {
    // The second half of a double tap would press what the next page has put under the finger.
    const now = performance.now();
    const touch = (event as PointerEvent).pointerType === "touch";
    if ((event as MouseEvent).detail > 1 || (touch && now - this.lastTap < doubleTapMs)) return;
    this.lastTap = now;
    this.pressing = false;
    if (id === "print") {
      print();
      return;
    }
    if (id.startsWith(openPrefix)) {
      void this.enter(id.slice(openPrefix.length));
      return;
    }
    if (id.startsWith(fileAction)) {
      const file = this.session?.file(id.slice(fileAction.length));
      if (file) download(file, this.$app);
      return;
    }
    this.act(id);
  }

  private act(id: string): void {
    const session = this.session!;
    if (session.screen.busy && id !== "back" && id !== "erase") return;
    if (id === "erase") this.typing.drafts.clear();
    else this.typing.commitAll();
    this.heading = id === "back" ? "back" : "forward";
    session.act(id);
    this.heading = "forward";
    if (this.asking !== null) {
      this.asking = null;
      this.draw();
    }
  }

  // The browser's Back and Forward.
  private walk(steps: number): void {
    const { session } = this;
    if (!session) return;
    const id = steps < 0 ? "back" : "continue";
    this.typing.commitAll();
    this.heading = "none";
    for (let left = Math.abs(steps); left > 0; left--) {
      const { screen } = session;
      if (screen.busy || !screen.actions?.some((button) => button.id === id)) {
        if (id === "back" && this.finder) this.leave();
        break;
      }
      session.act(id);
    }
    this.heading = "forward";
    this.nameTab();
  }

  // From the finder into the service that it found, on this page: answers go along in memory, never in an address.
  private async enter(entry: string): Promise<void> {
    const finder = this.session!;
    this.typing.commitAll();
    const record = finder.handover(entry);
    if (record === null) return;
    const service = entry.split(".", 1)[0]!;
    this.$app.setAttribute("aria-busy", "true");
    try {
      const session = await this.sessionOf(service, finder.screen.lang as Language, record);
      this.finder = finder;
      this.show(service, session);
      this.steps?.forward();
      this.nameTab();
    } catch {
      this.failed();
      this.focusOn(troubleId);
    }
    this.$app.removeAttribute("aria-busy");
  }

  // Back to what the finder found.
  private leave(): void {
    const finder = this.finder!;
    this.finder = null;
    this.show(finderId, finder);
    if (finder.screen.lang !== this.language) void this.speak(this.language);
  }

  private show(service: string, session: Session): void {
    this.setAttribute("service", service);
    this.session = session;
    this.trouble = null;
    this.shown = session.screen;
    this.asking = null;
    this.typing.drafts.clear();
    this.draw();
    this.focusOn(titleId);
    if (this.ownsPage) scrollTo(0, 0);
    this.tell("qadam-screen", { service, kind: session.screen.kind, lang: session.screen.lang });
  }

  private async speak(lang: Language): Promise<void> {
    const { session } = this;
    if (!session || lang === session.screen.lang) return;
    this.typing.commitAll();
    this.wanted = null;
    try {
      await session.speak(lang);
      if (this.trouble === "load") this.trouble = null;
      this.draw();
    } catch {
      this.wanted = lang;
      this.setAttribute("lang", session.screen.lang);
      this.failed();
      this.focusOn(troubleId);
    }
  }

  private readonly beforeUnload = (event: BeforeUnloadEvent): void => {
    if (this.session?.hasAnswers || this.typing.drafts.size > 0) {
      event.preventDefault();
      event.returnValue = true; // for Safari
    }
  };
}
