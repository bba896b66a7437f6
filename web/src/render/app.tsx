// The whole of what the element shows: one pure function from the Screen (and the page's little state) to elements.
//
// The build renders the first screen of every page with it under Node; the browser takes that over without a shift.
// SPDX-License-Identifier: MIT
import { Actions, Back, Erase } from "./actions.tsx";
import { ErrorSummary } from "./errors.tsx";
import { Fields } from "./fields/index.tsx";
import { Banner, Footer, Header, Languages, Skip } from "./frame.tsx";
import { Notices } from "./notices.tsx";
import { PageLaw, Paragraphs } from "./text.tsx";
import type { Handlers, Language, View } from "./view.ts";

export const titleId = "title";
export const troubleId = "trouble";

export function Trouble({
  trouble,
  words,
  on,
}: Pick<View, "trouble" | "words"> & { on: Pick<Handlers, "reload"> }) {
  if (!trouble) return null;
  return (
    <section class="q-notice q-notice--warning" id={troubleId} tabIndex={-1} role="alert">
      <span class="q-notice__sign" aria-hidden="true">
        !
      </span>
      <div class="q-notice__body">
        <p class="govuk-body">{trouble === "load" ? words["load_failed"] : words["crashed"]}</p>
        {trouble === "load" && (
          <button type="button" class="govuk-button govuk-button--secondary" onClick={on.reload}>
            {words["reload"]}
          </button>
        )}
      </div>
    </section>
  );
}

function ProgressMark({ screen }: View) {
  const { step = 0, total = 0, text } = screen.progress ?? {};
  if (!text) return null;
  // Without a total nobody knows how many are left: words alone.
  if (!total) return <p class="q-progress q-progress__text">{text}</p>;
  return (
    <div class="q-progress">
      <p class="q-progress__text">{text}</p>
      <svg class="q-progress__line" viewBox={`0 0 ${total} 1`} preserveAspectRatio="none" aria-hidden="true">
        <rect width={step} height="1" />
      </svg>
    </div>
  );
}

function Working({ screen }: View) {
  if (!screen.busy || screen.kind === "checks") return null;
  return (
    <p class="q-working">
      <span class="q-spinner" aria-hidden="true" />
      {screen.chrome?.["working"]}
    </p>
  );
}

function Content({ view }: { view: View }) {
  const { screen } = view;
  const { fields = [], notices = [] } = screen;
  const notes = notices.filter(({ kind }) => kind === "note");
  const said = notices.filter(({ kind }) => kind !== "note" && kind !== "sample");
  // A case's number comes right after the warning that nothing was filed, before all else; the papers that are asked
  // for before those that are not.
  const isLate = ({ kind }: { kind: string }) =>
    screen.kind === "case" ? kind !== "warning" : screen.kind === "documents" && kind === "list";
  const late = said.filter(isLate);
  // The long list of stages comes after what one can do now.
  const stages = fields.filter(({ kind }) => kind === "stageRow");
  return (
    <form
      noValidate
      key={`${screen.kind}:${screen.id}`}
      class={`q-content q-content--${screen.kind}`}
      onSubmit={(event) => event.preventDefault()}
    >
      <Trouble {...view} />
      <ErrorSummary {...view} />
      <ProgressMark {...view} />
      <h1 class="govuk-heading-l" id={titleId} tabIndex={-1}>
        {screen.title}
      </h1>
      <Paragraphs text={screen.lead} class="govuk-body-l" />
      <div class={`q-body--${screen.kind}`} lang={screen.bodyLang}>
        <Notices notices={said.filter((notice) => !late.includes(notice))} />
      </div>
      <Fields view={view} fields={fields.filter(({ kind }) => kind !== "stageRow")} />
      <Notices notices={late} />
      <Working {...view} />
      <Actions view={view} />
      <Notices notices={notices.filter(({ kind }) => kind === "sample")} />
      <Fields view={view} fields={stages} />
      <PageLaw screen={screen} />
      <Notices notices={notes} />
    </form>
  );
}

export function App(view: View) {
  const { screen, page, words, announce, on } = view;
  const Main = page ? "main" : "section";
  const lang = screen.lang as Language;
  const canGoBack = screen.actions?.some(({ id }) => id === "back");
  return (
    <div class="q-page" lang={lang}>
      <Header
        name={screen.chrome?.["product"] ?? "Qadam"}
        home={page ? page.home(lang) : null}
        onHome={on.home}
        skip={page && <Skip view={view} />}
      >
        <Languages
          current={lang}
          label={screen.chrome?.["language"] ?? ""}
          href={page ? page.service : null}
          speak={on.speak}
        />
      </Header>
      <Banner mode={screen.mode} />
      <Main class="q-width q-body" aria-labelledby={titleId}>
        <Back view={view} />
        <div class="q-sheet">
          <Content view={view} />
        </div>
        {page?.below && !canGoBack && <slot name="below" />}
        <Erase view={view} />
      </Main>
      <div class="govuk-visually-hidden" role="status" aria-live="polite">
        {announce}
      </div>
      <Footer
        mode={screen.mode}
        words={words}
        page={page ?? { operator: false, kiosk: false }}
        papers={page?.papers?.(lang)}
      />
    </div>
  );
}
