// The page without script: every kind of a service with its conditions and papers, as the author's layer worded it
// (src/author/papers.hpp). Draws and adds nothing.
//
// One page for the whole service, each kind closed: which kind somebody reads about is in no address and no title, and
// what is printed is what was opened.
// SPDX-License-Identifier: MIT
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { SampleForm } from "../render/sample.tsx";
import { Details } from "../render/text.tsx";

export interface Line {
  readonly text: string;
  readonly tone: "text" | "strong" | "law" | "remark";
}

export interface Rule {
  readonly lines: readonly Line[];
  readonly rules?: readonly Rule[];
  readonly samples?: readonly {
    readonly stamp: string;
    readonly title: string;
    readonly rows: readonly { readonly label: string; readonly value: string }[];
  }[];
}

interface Part {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly rules: readonly Rule[];
}

export interface Papers {
  readonly service: string;
  readonly lang: string;
  readonly title: string;
  readonly lead: string;
  readonly asOf: string;
  readonly law: string; // heading of the clauses
  readonly closed?: string;
  readonly general: {
    readonly title: string;
    readonly facts: readonly { readonly label: string; readonly lines: readonly Line[] }[];
  };
  readonly subtypes: {
    readonly title: string;
    readonly list: readonly {
      readonly title: string;
      readonly lines: readonly Line[];
      readonly conditions: Part;
      readonly papers: Part;
    }[];
  };
  readonly sections: readonly (Part & { readonly id: string })[];
}

// Clauses stand in one list at the end, each once: an act's long name beside every statement would drown them all.
// Every mark leads to the list as such, so that no address tells whose clause was looked up.
class Clauses {
  readonly texts: string[] = [];

  number(text: string): number {
    const known = this.texts.indexOf(text);
    return known < 0 ? this.texts.push(text) : known + 1;
  }
}

const ClausesContext = createContext({ clauses: new Clauses(), label: "" });

function Cited({ laws }: { laws: readonly Line[] }) {
  const { clauses, label } = useContext(ClausesContext);
  if (!laws.length) return null;
  const numbers = laws.map(({ text }) => clauses.number(text)).join(", ");
  return (
    <a class="q-cited" href="#law" aria-label={`${label} ${numbers}`}>
      [{numbers}]
    </a>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const groups: { said: Line | null; laws: Line[] }[] = [];
  for (const line of lines) {
    if (line.tone !== "law") groups.push({ said: line, laws: [] });
    else (groups.at(-1) ?? groups[groups.push({ said: null, laws: [] }) - 1]!).laws.push(line);
  }
  return (
    <>
      {groups.map(({ said, laws }, i) => (
        <p key={i} class={`q-line q-line--${said?.tone ?? "text"}`}>
          {said?.text} <Cited laws={laws} />
        </p>
      ))}
    </>
  );
}

function Rules({ rules, ordered = false }: { rules: readonly Rule[]; ordered?: boolean }) {
  if (!rules.length) return null;
  const List = ordered ? "ol" : "ul";
  return (
    <List class="q-rules">
      {rules.map((rule, i) => (
        <li key={i}>
          <Lines lines={rule.lines} />
          {rule.rules && <Rules rules={rule.rules} />}
          {rule.samples?.map((sample, k) => (
            <SampleForm key={k} {...sample} level={4} />
          ))}
        </li>
      ))}
    </List>
  );
}

export function PapersBody({ papers }: { papers: Papers }) {
  const { general, subtypes, sections, law } = papers;
  const clauses = new Clauses();
  return (
    <ClausesContext.Provider value={{ clauses, label: law }}>
      <div class="q-sheet q-papers">
        <h1 class="govuk-heading-l" id="title" tabIndex={-1}>
          {papers.title}
        </h1>
        {papers.closed && <p class="govuk-body q-papers__closed">{papers.closed}</p>}
        <p class="govuk-body-l">{papers.lead}</p>
        <p class="govuk-body">{papers.asOf}</p>
        <h2 class="govuk-heading-m">{subtypes.title}</h2>
        {subtypes.list.map(({ title, lines, conditions, papers: asked }) => (
          <Details key={title} title={title}>
            <Lines lines={lines} />
            <h3 class="govuk-heading-s">{conditions.title}</h3>
            <Lines lines={conditions.lines} />
            <Rules rules={conditions.rules} />
            <h3 class="govuk-heading-s">{asked.title}</h3>
            <Lines lines={asked.lines} />
            <Rules rules={asked.rules} ordered />
          </Details>
        ))}
        <h2 class="govuk-heading-m">{general.title}</h2>
        <dl class="q-facts">
          {general.facts.map(({ label, lines }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Lines lines={lines} />
              </dd>
            </div>
          ))}
        </dl>
        {sections.map(({ id, title, lines, rules }) => (
          <section key={id} aria-labelledby={`s-${id}`}>
            <h2 class="govuk-heading-m" id={`s-${id}`}>
              {title}
            </h2>
            <Lines lines={lines} />
            <Rules rules={rules} />
          </section>
        ))}
        <section aria-labelledby="law">
          <h2 class="govuk-heading-m" id="law" tabIndex={-1}>
            {law}
          </h2>
          <ClauseList clauses={clauses} />
        </section>
      </div>
    </ClausesContext.Provider>
  );
}

// Drawn last, when all the rest has named its clauses.
function ClauseList({ clauses }: { clauses: Clauses }) {
  return (
    <ol class="q-clauses">
      {clauses.texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ol>
  );
}
