// Buttons. An action that asks first opens its question in place; the answer "yes" sends it.
//
// On pages made at build time the buttons are links to "#<action>": a tap before the script has arrived is then kept
// in the address and done when the engine is ready.
// SPDX-License-Identifier: MIT
import type { Button } from "../screen.ts";
import { classes, type View } from "./view.ts";

const early = new Set(["start", "closed", "early"]);

const looks: Record<Button["kind"], string> = {
  primary: "govuk-button",
  secondary: "govuk-button govuk-button--secondary",
  link: "q-link",
  danger: "q-link q-link--danger",
};

export const actionId = (id: string) => `a-${id}`;

export function ActionButton({
  view,
  button,
  label,
}: {
  view: View;
  button: Button;
  label?: string | undefined;
}) {
  const { screen, on } = view;
  const press = (event: Event) => (button.ask ? on.ask(button.id) : on.act(button.id, event));
  const shared = { id: actionId(button.id), class: looks[button.kind], "aria-label": label };
  if (early.has(screen.kind) && button.kind !== "danger") {
    return (
      <a
        {...shared}
        href={`#${button.id}`}
        role="button"
        draggable={false}
        onClick={(event) => {
          event.preventDefault();
          press(event);
        }}
        onKeyDown={(event) => {
          if (event.key !== " ") return;
          event.preventDefault();
          press(event);
        }}
      >
        {button.text}
      </a>
    );
  }
  return (
    <button
      {...shared}
      type={button.kind === "primary" ? "submit" : "button"}
      value={button.id}
      aria-disabled={screen.busy && button.id !== "erase" && button.id !== "back" ? true : undefined}
      onClick={(event) => {
        event.preventDefault();
        press(event);
      }}
    >
      {button.text}
    </button>
  );
}

function Question({ view, button }: { view: View; button: Button }) {
  const { screen, on } = view;
  return (
    <div
      class="q-ask"
      role="alertdialog"
      aria-labelledby="ask-text"
      onKeyDown={(event) => event.key === "Escape" && on.ask(null)}
    >
      <p class="govuk-body" id="ask-text">
        {button.ask}
      </p>
      <div class="govuk-button-group">
        <button
          type="button"
          class={classes("govuk-button", button.kind === "danger" && "govuk-button--warning")}
          id="ask-yes"
          onClick={(event) => on.act(button.id, event)}
        >
          {button.text}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => on.ask(null)}>
          {screen.chrome?.["no"]}
        </button>
      </div>
    </div>
  );
}

function Asking({ view, button }: { view: View; button: Button }) {
  return view.asking === button.id ? (
    <Question view={view} button={button} />
  ) : (
    <ActionButton view={view} button={button} />
  );
}

// The page's own buttons, without "back" and "erase" and without those that stand beside a row.
export function Actions({ view }: { view: View }) {
  const { actions = [], fields = [] } = view.screen;
  const beside = new Set(fields.map((field) => field.action));
  const here = actions.filter(
    ({ id, kind }) => id !== "back" && id !== "erase" && !(kind === "link" && beside.has(id)),
  );
  if (!here.length) return null;
  return (
    <div class="govuk-button-group q-actions">
      {here.map((button) => (
        <Asking key={button.id} view={view} button={button} />
      ))}
    </div>
  );
}

export function Back({ view }: { view: View }) {
  const button = view.screen.actions?.find(({ id }) => id === "back");
  if (!button) return null;
  return (
    <button
      type="button"
      class="q-back"
      id={actionId("back")}
      onClick={(event) => view.on.act("back", event)}
    >
      {button.text}
    </button>
  );
}

export function Erase({ view }: { view: View }) {
  const button = view.screen.actions?.find(({ id }) => id === "erase");
  if (!button) return null;
  return (
    <div class="q-erase">
      <Asking view={view} button={button} />
    </div>
  );
}
