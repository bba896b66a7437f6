// What stands around every screen: the name of the site, the languages, the mode that nobody may miss, the foot.
// SPDX-License-Identifier: MIT
import type { ComponentChild } from "preact";
import type { ModeNotice } from "../screen.ts";
import { languageNames, languages, type Language, type PageLinks, type View } from "./view.ts";

// Three steps up: our own mark, no emblem of anybody.
export function Mark() {
  return (
    <svg class="q-mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d="M2 22v-6h7v6zM8.500 22V9.500h7V22zM15 22V3h7v19z" />
    </svg>
  );
}

interface LanguagesProps {
  readonly current: string;
  readonly label: string;
  readonly href: ((lang: Language) => string) | null;
  readonly speak: ((lang: Language) => void) | null; // null: plain links to pages
}

export function Languages({ current, label, href, speak }: LanguagesProps) {
  return (
    <nav class="q-languages" aria-label={label}>
      <ul>
        {languages.map((lang) => {
          const shared = {
            lang,
            "aria-current": lang === current ? ("true" as const) : undefined,
            class: "q-languages__link",
            children: languageNames[lang],
          };
          const change = (event: Event) => {
            if (!speak) return;
            event.preventDefault();
            speak(lang);
          };
          return (
            <li key={lang}>
              {href ? (
                <a {...shared} href={href(lang)} hreflang={lang} onClick={change} />
              ) : (
                <button {...shared} type="button" onClick={change} />
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

export function Banner({ mode }: { mode: ModeNotice }) {
  return (
    <section class={`q-banner q-banner--${mode.id}`} id="mode" aria-labelledby="mode-text">
      <div class="q-width">
        <p class="q-banner__text">
          <span class="q-banner__sign" aria-hidden="true">
            !
          </span>
          <span>
            <strong id="mode-text">{mode.banner}</strong>
            {mode.asOf && <span class="q-banner__day"> {mode.asOf}</span>}
          </span>
        </p>
      </div>
    </section>
  );
}

export function Header({
  name,
  home,
  onHome,
  skip,
  children,
}: {
  name: string;
  home: string | null;
  onHome?: (event: Event) => void;
  skip?: ComponentChild;
  children: ComponentChild;
}) {
  return (
    <header class="q-header">
      {skip}
      <div class="q-width q-header__row">
        {home !== null && (
          <a class="q-header__name" href={home} onClick={onHome}>
            <Mark />
            {name}
          </a>
        )}
        {children}
      </div>
    </header>
  );
}

export function Footer(props: {
  mode: ModeNotice;
  words: Readonly<Record<string, string>>;
  page: Pick<PageLinks, "operator" | "kiosk">;
  papers?: string | null;
}) {
  const { mode, words, page, papers } = props;
  return (
    <footer class="q-footer">
      <div class="q-width">
        {mode.detail && <p>{mode.detail}</p>}
        <p>{words["footer"]}</p>
        {papers && (
          <p>
            <a href={papers}>{words["papers"]}</a>
          </p>
        )}
        {mode.id === "demonstration" && (page.operator || page.kiosk) && (
          <ul>
            {page.operator && (
              <li>
                <a href="/operator/">{words["operator"]}</a>
              </li>
            )}
            {page.kiosk && (
              <li>
                <a href="/kiosk/">{words["kiosk"]}</a>
              </li>
            )}
          </ul>
        )}
      </div>
    </footer>
  );
}

// A button and not a link: an address cannot point into a shadow root.
export function Skip({ view }: { view: View }) {
  const text = view.screen.chrome?.["skip"];
  if (!text) return null;
  return (
    <button type="button" class="q-skip" onClick={() => view.on.focus("title")}>
      {text}
    </button>
  );
}
