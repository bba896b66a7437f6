import assert from "node:assert/strict";
import { test } from "node:test";
import { Window } from "happy-dom";
import { renderToString } from "preact-render-to-string";
import fixtures from "../fixtures/screens.json";
import { tabTitle, type Screen } from "../screen.ts";
import { App } from "./app.tsx";
import { daysOf } from "./fields/slot.tsx";
import type { Handlers, View } from "./view.ts";

const screens = fixtures as unknown as Record<string, Screen>;

function viewOf(screen: Screen, over: Partial<View> = {}): View {
  return {
    screen,
    words: {
      operator: "Operator",
      footer: "Not a state site",
      load_failed: "Could not be loaded",
      reload: "Load again",
      crashed: "Broke",
    },
    drafts: new Map(),
    asking: null,
    trouble: null,
    announce: "",
    page: {
      home: () => "/",
      service: (lang) => `/${lang}/s/`,
      below: false,
      papers: null,
      operator: true,
      kiosk: false,
    },
    on: {} as Handlers,
    ...over,
  };
}

function draw(screen: Screen, over: Partial<View> = {}) {
  const window = new Window();
  window.document.body.innerHTML = renderToString(<App {...viewOf(screen, over)} />);
  const { body } = window.document;
  return {
    body,
    all: (selector: string) => [...body.querySelectorAll(selector)],
    one: (selector: string) => {
      const found = body.querySelector(selector);
      assert.ok(found, `nothing at ${selector}`);
      return found;
    },
  };
}

type Drawn = ReturnType<typeof draw>;
const text = (element: { textContent: string | null }) => element.textContent ?? "";

function assertSound(name: string, { body, all }: Drawn) {
  const ids = all("[id]").map((element) => element.id);
  assert.equal(new Set(ids).size, ids.length, `${name}: an id is used twice: ${ids}`);
  for (const attribute of ["for", "aria-labelledby", "aria-describedby"]) {
    for (const element of all(`[${attribute}]`)) {
      for (const id of element.getAttribute(attribute)!.split(" ")) {
        assert.ok(ids.includes(id), `${name}: ${attribute} names ${id}, which is not there`);
      }
    }
  }
  for (const input of all("input")) {
    assert.ok(body.querySelector(`label[for="${input.id}"]`), `${name}: input ${input.id} has no label`);
  }
  for (const control of all("button, a, summary")) {
    const label = control.getAttribute("aria-label") || text(control).trim();
    assert.ok(label, `${name}: a ${control.tagName} has no name`);
  }
  assert.equal(all("h1").length, 1);
  assert.equal(all("[style], style").length, 0, `${name}: inline style`);
}

for (const [name, screen] of Object.entries(screens)) {
  test(`screen "${name}" is drawn whole: ids, labels, mode, title, languages, erase`, () => {
    const drawn = draw(screen);
    assertSound(name, drawn);
    assert.equal(text(drawn.one("h1")), screen.title);
    assert.equal(drawn.one("h1").getAttribute("tabindex"), "-1");
    assert.ok(text(drawn.one("#mode")).includes(screen.mode.banner));
    if (screen.mode.asOf) assert.ok(text(drawn.one("#mode")).includes(screen.mode.asOf));
    assert.deepEqual(
      drawn.all(".q-languages__link").map((link) => link.getAttribute("href")),
      ["/kk/s/", "/ru/s/", "/en/s/"],
    );
    assert.equal(drawn.one(".q-page").getAttribute("lang"), screen.lang);
    for (const action of screen.actions ?? []) drawn.one(`[id="a-${action.id}"]`);
    assert.equal(drawn.all('[type="submit"]').length <= 1, true);
  });
}

test("every screen kind has a fixture", () => {
  const kinds =
    "start question information signIn consent checks summary sign case booking status closed early prepared ended erased";
  const drawn = new Set(Object.values(screens).map(({ kind }) => kind));
  assert.deepEqual(
    kinds.split(" ").filter((kind) => !drawn.has(kind as Screen["kind"])),
    [],
  );
});

test("every field kind has a fixture", () => {
  const kinds = "text iin phone date code choice choices yesNo file slot summaryRow checkRow stageRow fact";
  const drawn = new Set<string>(
    Object.values(screens).flatMap(({ fields }) => fields?.map(({ kind }) => kind) ?? []),
  );
  assert.deepEqual(
    kinds.split(" ").filter((kind) => !drawn.has(kind)),
    [],
  );
});

test("errors are summed up on top, with links to the fields, and told at the fields", () => {
  const { one } = draw(screens["date-error"]!);
  const link = one(".govuk-error-summary a");
  assert.equal(text(link), "There is no such day. Check the day and the month");
  const first = one(`[id="${link.getAttribute("href")!.slice(1)}"]`);
  assert.equal(first.tagName, "INPUT");
  assert.equal(first.getAttribute("aria-invalid"), "true");
  assert.ok(one("fieldset").getAttribute("aria-describedby")!.includes("-error"));
});

test("the link of a choice's error leads to its first radio", () => {
  const { one } = draw(screens["choice-error"]!);
  assert.equal(one(one(".govuk-error-summary a").getAttribute("href")!).getAttribute("type"), "radio");
});

test("texts never become markup", () => {
  const hostile = '<img src=x onerror="alert(1)">';
  const spoil = (value: unknown, key = ""): unknown => {
    if (Array.isArray(value)) return value.map((inner) => spoil(inner));
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spoil(inner, name)]));
    }
    const worded = [
      "title",
      "text",
      "label",
      "hint",
      "shown",
      "why",
      "error",
      "lead",
      "banner",
      "detail",
      "ask",
      "actionText",
    ];
    return typeof value === "string" && worded.includes(key) ? hostile : value;
  };
  for (const screen of Object.values(screens)) {
    const { all, one } = draw(spoil(screen) as Screen, { asking: "erase" });
    assert.equal(all("img").length, 0);
    assert.equal(text(one("h1")), hostile);
  }
});

test("dates are three numeric inputs with what was typed", () => {
  const { all } = draw(screens["date"]!);
  const inputs = all(".govuk-date-input input");
  assert.deepEqual(
    inputs.map((input) => input.getAttribute("value")),
    ["27", "3", "2005"],
  );
  assert.ok(inputs.every((input) => input.getAttribute("inputmode") === "numeric"));
});

test("what is being typed is shown instead of what was sent", () => {
  const { one } = draw(screens["signIn"]!, { drafts: new Map([["iin", "0503"]]) });
  assert.equal(one("#f-iin").getAttribute("value"), "0503");
});

test("'I don't know' is a radio beside radios and a box beside a date", () => {
  assert.equal(draw(screens["choice-error"]!).one("#f-channel-dontKnow").getAttribute("type"), "radio");
  assert.equal(draw(screens["date-error"]!).one("#f-birth_date-dontKnow").getAttribute("type"), "checkbox");
  const chosen = draw(screens["yes-no"]!);
  assert.ok(chosen.one("#f-has_experience-dontKnow").hasAttribute("checked"));
  assert.ok(!chosen.one("#f-has_experience").hasAttribute("checked"));
});

test("a question to confirm stands in place of its button", () => {
  const { one, all } = draw(screens["summary"]!, { asking: "erase" });
  assert.equal(one('[role="alertdialog"]').getAttribute("aria-labelledby"), "ask-text");
  assert.equal(all('[id="a-erase"]').length, 0);
  assert.equal(text(one("#ask-yes")), "Erase and leave");
});

test("the first screens' buttons are links that keep an early tap", () => {
  assert.equal(draw(screens["start"]!).one('[id="a-continue"]').getAttribute("href"), "#continue");
  assert.equal(draw(screens["choice"]!).one('[id="a-continue"]').tagName, "BUTTON");
});

test("while working, buttons stay but say that they do not act", () => {
  const busy = draw({ ...screens["signIn"]!, busy: true });
  assert.equal(busy.one('[id="a-code"]').getAttribute("aria-disabled"), "true");
  assert.ok(text(busy.one(".q-working")).includes("Please wait"));
});

test("change links name what they change", () => {
  const { one } = draw(screens["summary"]!);
  assert.equal(one('[id="a-change:category"]').getAttribute("aria-label"), "Change: Category");
});

test("the stage where the application is now is marked", () => {
  const { all } = draw(screens["case"]!);
  assert.equal(all('[aria-current="step"]').length, 1);
  assert.equal(all(".q-row").length, 18);
});

test("free times are grouped by the day that the core names", () => {
  const days = daysOf([
    { value: "1", text: "10:00", group: "24 March" },
    { value: "2", text: "11:00", group: "24 March" },
    { value: "3", text: "10:00", group: "25 March" },
  ]);
  assert.deepEqual(
    days.map((day) => [day.name, day.slots.length]),
    [
      ["24 March", 2],
      ["25 March", 1],
    ],
  );
});

test("one day of free times is open: the first, or the one with the chosen time", () => {
  const booking = screens["booking"]!;
  const field = booking.fields![0]!;
  const open = (value?: string) => {
    const screen = value ? { ...booking, fields: [{ ...field, value }] } : booking;
    return draw(screen)
      .all("details.q-day")
      .map((day) => day.hasAttribute("open"));
  };
  assert.deepEqual(open().filter(Boolean).length, 1);
  assert.equal(open()[0], true);
  assert.equal(open(field.options!.at(-1)!.value).at(-1), true);
});

test("embedded in another page there is no site header, main or link away", () => {
  const { all, one } = draw(screens["choice"]!, { page: null });
  assert.equal(all("main, .q-header__name, .q-skip").length, 0);
  assert.equal(one(".q-languages__link").tagName, "BUTTON");
});

test("when something could not be loaded the page says so and offers to try again", () => {
  const { one } = draw(screens["choice"]!, { trouble: "load" });
  assert.ok(text(one("#trouble")).includes("Could not be loaded"));
  assert.equal(text(one("#trouble button")), "Load again");
});

test("the tab's title holds the page, the service, and that there are errors", () => {
  assert.equal(
    tabTitle(screens["choice"]!),
    "Where would you apply? \u2013 First driver's licence: apply online",
  );
  assert.ok(tabTitle(screens["date-error"]!).startsWith("Something needs correcting \u2013 "));
});

test("a sample of a form is read as pairs under a stamp that says so, below what one is to fill in", () => {
  const drawn = draw(screens["sample"]!);
  assert.match(text(drawn.one(".q-sample__stamp")), /ҮЛГІ/);
  const pairs = drawn.all(".q-sample dl > div").map((row) => [...row.children].map(({ tagName }) => tagName));
  assert.equal(pairs.length, 8);
  for (const pair of pairs) assert.deepEqual(pair, ["DT", "DD"]);
  const order = drawn
    .all("input, .q-actions, .q-sample")
    .map(({ className, tagName }) => className || tagName);
  assert.match(order.at(-1)!, /q-sample/);
});

test("clauses that differ in their last part alone make one line, others keep their own", () => {
  const screen = screens["sample"]!;
  const law = ["A, row 8, No 3", "A, row 8, No 3.1", "A, row 9", "B, row 9"].map((text) => ({
    id: text,
    text,
  }));
  const drawn = draw({ ...screen, notices: [{ id: "x", kind: "list", text: "one", law }] });
  assert.deepEqual(drawn.all(".q-section .q-law li").map(text), [
    "A, row 8, No 3; No 3.1",
    "A, row 9",
    "B, row 9",
  ]);
});
