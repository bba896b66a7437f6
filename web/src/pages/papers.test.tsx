import assert from "node:assert/strict";
import { test } from "node:test";
import { Window } from "happy-dom";
import { papersPage } from "./pages.tsx";
import type { Papers } from "./papers.tsx";

const law = { text: "Annex 8, row 8", tone: "law" as const };
const papers: Papers = {
  service: "deferment",
  lang: "en",
  title: "Conditions and papers: Deferment",
  lead: "Open the kind that is needed.",
  asOf: "As of 25 November 2026.",
  law: "Clauses",
  general: {
    title: "General",
    facts: [{ label: "Fee", lines: [{ text: "Free of charge", tone: "text" }, law] }],
  },
  subtypes: {
    title: "Kinds",
    list: [
      {
        title: "6) temporarily unfit",
        lines: [law],
        conditions: {
          title: "Conditions",
          lines: [],
          rules: [
            {
              lines: [{ text: "One of:", tone: "text" }],
              rules: [{ lines: [{ text: "Found unfit", tone: "text" }, law] }],
            },
          ],
        },
        papers: {
          title: "Papers",
          lines: [],
          rules: [
            {
              lines: [{ text: "An extract <b>", tone: "strong" }, law],
              samples: [{ stamp: "SAMPLE", title: "The form", rows: [{ label: "Rank", value: "sergeant" }] }],
            },
          ],
        },
      },
    ],
  },
  sections: [
    {
      id: "grounds",
      title: "Grounds",
      lines: [],
      rules: [{ lines: [{ text: "Untrue papers", tone: "text" }, law] }],
    },
  ],
};

const words = { footer: "Not a state site", papers: "Conditions and papers" };
const page = papersPage({
  files: { "style.css": "style.1.css", "icon.svg": "icon.1.svg" },
  words: { en: words },
  operator: false,
  kiosk: false,
  lang: "en",
  global: {
    "ui.product": "Qadam",
    "ui.skip": "Skip",
    "ui.language": "Language",
    "ui.back": "Back",
    "ui.mode.demonstration": "Nothing has been filed.",
  },
  papers,
});
const window = new Window();
window.document.write(page);
const { document } = window;
const all = (selector: string) => [...document.querySelectorAll(selector)];

test("the papers page has no script and its policy allows none", () => {
  assert.equal(all("script").length, 0);
  const policy = document
    .querySelector('meta[http-equiv="content-security-policy"]')!
    .getAttribute("content")!;
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /script-src|connect-src/);
});

test("every kind is closed, so that nobody's case is in sight and only what is opened goes on paper", () => {
  assert.equal(all("details").length, 1);
  assert.equal(all("details[open]").length, 0);
  assert.equal(document.querySelector("details > summary")!.textContent, "6) temporarily unfit");
});

test("no kind is named in the title, in the address of a link or in an id", () => {
  assert.equal(document.title, "Conditions and papers: Deferment");
  for (const link of all("a[href], link[href]"))
    assert.doesNotMatch(link.getAttribute("href")!, /unfit|health|#6/);
  for (const element of all("[id]")) assert.doesNotMatch(element.id, /unfit|health/);
});

test("headings go down by one level at a time, from one h1", () => {
  const levels = all("h1, h2, h3, h4").map((heading) => Number(heading.tagName[1]));
  assert.equal(levels.filter((level) => level === 1).length, 1);
  levels.reduce((before, level) => {
    assert.ok(level <= before + 1, `h${before} is followed by h${level}`);
    return level;
  });
});

test("every statement leads to its clause, which stands once, and no address tells which was looked up", () => {
  assert.equal(all(".q-clauses li").length, 1);
  assert.equal(all("a.q-cited").length, 5);
  for (const mark of all("a.q-cited")) {
    assert.equal(mark.getAttribute("href"), "#law");
    assert.equal(mark.textContent, "[1]");
    assert.equal(mark.getAttribute("aria-label"), "Clauses 1");
  }
});

test("everything that was worded stands on the page, its text escaped", () => {
  const text = document.body.textContent!;
  for (const said of [
    "An extract <b>",
    "Found unfit",
    "Untrue papers",
    "Free of charge",
    "SAMPLE",
    "sergeant",
    "Nothing has been filed.",
  ])
    assert.ok(text.includes(said), said);
  assert.equal(all("dl > div > dt + dd").length, 2);
  for (const id of all("[aria-labelledby]").map((element) => element.getAttribute("aria-labelledby")!))
    assert.ok(document.getElementById(id), id);
});
