// Plain texts of packs as elements: one line, several lines, the clauses that stand behind them.
// SPDX-License-Identifier: MIT
import type { ComponentChildren } from "preact";
import type { Law, Screen } from "../screen.ts";

export const linesOf = (text: string | undefined) => (text ?? "").split("\n").filter((line) => line !== "");

export function Paragraphs({
  text,
  class: name = "govuk-body",
}: {
  text: string | undefined;
  class?: string;
}) {
  return linesOf(text).map((line, i) => (
    <p class={name} key={i}>
      {line}
    </p>
  ));
}

export function Bullets({ text }: { text: string | undefined }) {
  const lines = linesOf(text);
  if (lines.length === 1) return <p class="govuk-body">{lines[0]}</p>;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {lines.map((line, i) => (
        <li key={i}>{line}</li>
      ))}
    </ul>
  );
}

export function Details({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{title}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}

// "Act, row 8, No 3" and "Act, row 8, No 3.1" make one line: the act's long name stands once.
function joined(law: readonly Law[]): Law[] {
  const lines: Law[] = [];
  let before = "";
  for (const { id, text } of law) {
    const cut = text.lastIndexOf(", ");
    const head = text.slice(0, Math.max(cut, 0));
    const last = lines.at(-1);
    if (last && head && head === before)
      lines[lines.length - 1] = { ...last, text: `${last.text}; ${text.slice(cut + 2)}` };
    else lines.push({ id, text });
    before = head;
  }
  return lines;
}

export function LawList({ law }: { law: readonly Law[] | undefined }) {
  if (!law?.length) return null;
  return (
    <ul class="govuk-list q-law">
      {joined(law).map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  );
}

// All clauses of a page in one place: the page's own, and those of its rows and fields by their names. A field that
// says why it asks shows its clauses there.
export function PageLaw({ screen }: { screen: Screen }) {
  const cited = screen.fields?.filter(({ law, why }) => law?.length && !why) ?? [];
  if (!screen.law && !cited.length) return null;
  return (
    <Details title={screen.chrome?.["law"] ?? ""}>
      <LawList law={screen.law} />
      {cited.length > 0 && (
        <ul class="govuk-list q-law">
          {cited.map(({ id, label, law }) => (
            <li key={id}>
              {label}: {law!.map(({ text }) => text).join("; ")}
            </li>
          ))}
        </ul>
      )}
    </Details>
  );
}
