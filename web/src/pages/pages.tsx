// The pages made at build time: the finder with the list of services, and one page per service and language, each with
// its first screen.
//
// Runs under Node only. Every page carries its own content security policy, so that no request can leave the site
// whatever serves it.
// SPDX-License-Identifier: MIT
import type { ComponentChildren, VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { Engine, parseScreen } from "../engine.ts";
import { App } from "../render/app.tsx";
import { Banner, Footer, Header, Languages } from "../render/frame.tsx";
import { languages, type Handlers, type Language } from "../render/view.ts";
import { fingerprint, tabTitle } from "../screen.ts";
import { PapersBody, type Papers } from "./papers.tsx";

type Words = Readonly<Record<string, string>>;

interface Context {
  readonly files: Words;
  readonly words: Readonly<Record<string, Words>>;
  readonly operator: boolean;
  readonly kiosk: boolean;
  readonly lang: Language;
}

const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const policyWithoutScript = policy.replace(/; (script|connect)-src [^;]*/g, "");

const home = (lang: Language) => (lang === "kk" ? "/" : `/${lang}/`);

// The first screen as the engine words it now, in demonstration mode.
export async function firstScreen(module: WebAssembly.Module, service: Uint8Array, texts: Uint8Array) {
  const engine = await Engine.create(module);
  engine.load(service);
  engine.texts(texts);
  const now = String(Math.floor(Date.now() / 1000));
  engine.begin(
    new Map([
      ["mode", "demonstration"],
      ["operator", ""],
      ["bin", ""],
      ["now", now],
      ["seed", "build"],
    ]),
  );
  return { screenText: engine.screenText(), chrome: engine.chrome() };
}

interface HeadProps {
  readonly context: Context;
  readonly title: string;
  readonly description: string;
  readonly address: (lang: Language) => string;
  readonly scripts?: boolean;
  readonly children?: ComponentChildren;
}

function Head({ context, title, description, address, scripts = true, children }: HeadProps) {
  const asset = (name: string) => `/assets/${context.files[name]}`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta http-equiv="content-security-policy" content={scripts ? policy : policyWithoutScript} />
      <title>{title}</title>
      <link rel="stylesheet" href={asset("style.css")} />
      {children}
      <meta name="description" content={description} />
      <meta name="referrer" content="no-referrer" />
      <meta name="format-detection" content="telephone=no" />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href={asset("icon.svg")} type="image/svg+xml" />
      {languages.map((lang) => (
        <link key={lang} rel="alternate" hreflang={lang} href={address(lang)} />
      ))}
    </head>
  );
}

const html = (lang: Language, head: VNode, body: string) =>
  `<!doctype html>\n<html lang="${lang}">${renderToString(head)}<body>${body}</body></html>\n`;

export interface Card {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly papers: boolean; // there is a page of its conditions and papers
}

export const papersAddress = (lang: Language, service: string) => `/${lang}/${service}/papers/`;

// A page that needs no script, under the site's own header and the mode.
function Plain(props: {
  context: Context & { global: Words };
  address: (lang: Language) => string;
  children: ComponentChildren;
}) {
  const { context, address, children } = props;
  const { lang, global } = context;
  const mode = { id: "demonstration" as const, banner: global["ui.mode.demonstration"]! };
  return (
    <div class="q-page">
      <Header
        name={global["ui.product"]!}
        home={home(lang)}
        skip={
          <a class="q-skip" href="#title">
            {global["ui.skip"]}
          </a>
        }
      >
        <Languages current={lang} label={global["ui.language"]!} href={address} speak={null} />
      </Header>
      <Banner mode={mode} />
      <main class="q-width q-body" aria-labelledby="title">
        {children}
      </main>
      <Footer mode={mode} words={context.words[lang]!} page={context} />
    </div>
  );
}

export function papersPage(context: Context & { global: Words; papers: Papers }): string {
  const { lang, global, papers } = context;
  const address = (language: Language) => papersAddress(language, papers.service);
  const head = (
    <Head
      context={context}
      title={papers.title}
      description={papers.lead}
      address={address}
      scripts={false}
    />
  );
  const body = (
    <Plain context={context} address={address}>
      <a class="q-back" href={`/${lang}/${papers.service}/`}>
        {global["ui.back"]}
      </a>
      <PapersBody papers={papers} />
    </Plain>
  );
  return html(lang, head, renderToString(body));
}

const nothing = () => {};
const noHandlers: Handlers = {
  act: nothing,
  ask: nothing,
  answer: nothing,
  draft: nothing,
  commit: nothing,
  choose: nothing,
  speak: nothing,
  focus: nothing,
  home: nothing,
  reload: nothing,
};

type FirstScreen = Awaited<ReturnType<typeof firstScreen>>;

interface Wizard {
  readonly id: string;
  readonly address: (lang: Language) => string;
  readonly papers: boolean;
  readonly below?: VNode;
}

function wizardPage(context: Context & FirstScreen & Wizard): string {
  const { lang, id, screenText, chrome, files, address, below } = context;
  const words = context.words[lang]!;
  const screen = parseScreen(screenText, chrome);
  const app = (
    <App
      screen={screen}
      words={words}
      drafts={new Map()}
      asking={null}
      trouble={null}
      announce=""
      page={{
        home,
        service: address,
        below: below !== undefined,
        papers: context.papers ? (language) => papersAddress(language, id) : null,
        operator: false,
        kiosk: context.kiosk,
      }}
      on={noHandlers}
    />
  );
  const asset = (name: string) => `/assets/${files[name]}`;
  const preloads = ["wizard.wasm", `${id}.bin`, `${id}.${lang}.bin`];
  const head = (
    <Head context={context} title={tabTitle(screen)} description={screen.lead ?? ""} address={address}>
      <script type="module" src={asset("main.js")} />
      {preloads.map((name) => (
        <link key={name} rel="preload" as="fetch" href={asset(name)} crossorigin="anonymous" />
      ))}
    </Head>
  );
  const attributes = `service="${id}" lang="${lang}" mode="demonstration" owns-page assets="/assets/" data-screen="${fingerprint(screenText)}"`;
  const style = `<link rel="stylesheet" href="${asset("style.css")}">`;
  const shadow = `<template shadowrootmode="open">${style}<div class="q-root">${renderToString(app)}</div></template>`;
  const noScript = renderToString(
    <noscript>
      <p class="q-noscript">
        {words["no_script"]}
        {context.papers && (
          <>
            {" "}
            {words["papers_text"]} <a href={papersAddress(lang, id)}>{words["papers"]}</a>
          </>
        )}
      </p>
    </noscript>,
  );
  const light = below ? renderToString(below) : "";
  return html(lang, head, `${noScript}<qadam-wizard ${attributes}>${shadow}${light}</qadam-wizard>`);
}

export const servicePage = (context: Context & FirstScreen & { id: string; papers: boolean }) =>
  wizardPage({ ...context, address: (lang) => `/${lang}/${context.id}/` });

// The site's first page: the finder, and below it every service by name.
export function indexPage(context: Context & FirstScreen & { cards: readonly Card[] }): string {
  const { lang, cards } = context;
  const words = context.words[lang]!;
  const below = (
    <section slot="below" aria-labelledby="services">
      <h2 class="govuk-heading-m" id="services">
        {words["services"]}
      </h2>
      <ul class="q-services">
        {cards.map(({ id, title, summary, papers }) => (
          <li key={id}>
            <h3>
              <a href={`/${lang}/${id}/`}>{title}</a>
            </h3>
            <p>{summary}</p>
            {papers && (
              <p>
                <a href={papersAddress(lang, id)} aria-label={`${words["papers"]}: ${title}`}>
                  {words["papers"]}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
  return wizardPage({ ...context, id: "finder", papers: false, address: home, below });
}
