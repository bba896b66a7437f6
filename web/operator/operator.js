// The operator's page: lists cases and moves them on. It decides nothing: which moves fit is the server's answer.
//
// The token lives in this variable only; nothing is stored. SPDX-License-Identifier: MIT
"use strict";

(() => {
  const at = (id) => document.getElementById(id);
  let token = "";

  const words = {
    passed: "Exam passed",
    failed: "Exam failed",
    paid: "Duty paid, photograph taken",
    approved: "Approved by the police",
    refused: "Refused",
    printed: "Printed",
    issued: "Handed over",
  };
  const states = {
    current: "waiting",
    booked: "exam booked",
    stopped: "ended",
    done: "done",
  };
  const problems = {
    operator: "The token is wrong. Check the file operator.token of the server's data folder.",
    "move.wrong": "The case has moved on meanwhile. The list is up to date again.",
    "move.ground": "Choose the ground of the refusal.",
    "move.paper": "Choose one of the service's papers, or none.",
    "status.not_found": "There is no such case any more. The list is up to date again.",
    rate: "Too many requests. Wait a minute and try again.",
    "store.failed": "The server could not store the move. Nothing was changed. Check its disk.",
  };

  // Kazakhstan's time is fixed here as in src/base/date.hpp: old machines' zone tables are wrong.
  function civil(seconds) {
    return new Date((seconds + 5 * 3600) * 1000).toISOString().slice(0, 16).replace("T", " ");
  }

  function say(text, isError) {
    at("message").textContent = text;
    at("message").className = text && isError ? "error" : "";
  }

  async function ask(path, body) {
    try {
      const response = await fetch("/api" + path, {
        method: body ? "POST" : "GET",
        headers: { authorization: "Bearer " + token, ...(body ? { "content-type": "application/json" } : {}) },
        body: body ? JSON.stringify(body) : undefined,
        cache: "no-store",
        credentials: "omit",
      });
      return { ok: response.ok, answer: await response.json() };
    } catch {
      return { ok: false, answer: { code: "offline" } };
    }
  }

  function explain(answer) {
    return problems[answer.code] || "The server did not answer as expected (" + answer.code + "). Try again.";
  }

  function cell(row, text, className) {
    const td = row.insertCell();
    td.textContent = text;
    if (className) td.className = className;
    return td;
  }

  function choice(td, name, text, options) {
    const label = document.createElement("label");
    label.textContent = text + " ";
    const select = document.createElement("select");
    select.name = name;
    for (const [shown, value] of options) select.add(new Option(shown, value));
    label.append(select);
    td.append(label);
    return () => select.value;
  }

  // What the operator says beside a refusal: its ground, and of the service's papers the one that it hit, if any.
  function reasonChoice(td, view) {
    const same = (ids) => ids.map((id) => [id, id]);
    const ground = choice(td, "ground", "Ground of the refusal", same(view.grounds));
    if (view.papers.length === 0) return () => ({ ground: ground() });
    const paper = choice(td, "paper", "Paper it concerns", [["none in particular", ""], ...same(view.papers)]);
    return () => (paper() ? { ground: ground(), paper: paper() } : { ground: ground() });
  }

  // "refused" with its ground and paper; anything else in one or two words.
  function stateOf(view) {
    if (!view.ground) return states[view.state] || view.state;
    return "refused: " + view.ground + (view.paper ? ", paper: " + view.paper : "");
  }

  function addMoves(td, view) {
    if (view.moves.length === 0) td.textContent = view.state === "current" ? "The applicant's turn" : "Nothing to do";
    const reason = view.moves.includes("refused") ? reasonChoice(td, view) : null;
    for (const move of view.moves) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words[move] || move;
      button.dataset.move = move;
      button.setAttribute("aria-label", button.textContent + ": " + view.number);
      button.addEventListener("click", () => void carryOut(view, move, move === "refused" ? reason() : {}));
      td.append(button);
    }
  }

  function show(cases) {
    const rows = at("rows");
    rows.replaceChildren();
    for (const view of cases) {
      const row = rows.insertRow();
      row.dataset.number = view.number;
      cell(row, view.number, "number");
      cell(row, view.service);
      cell(row, civil(view.accepted));
      cell(row, view.stage + " " + view.stageId);
      cell(row, stateOf(view));
      addMoves(row.insertCell(), view);
    }
    at("table").hidden = cases.length === 0;
    at("none").hidden = cases.length !== 0;
    at("cases").hidden = false;
    at("sign-in").hidden = true;
  }

  async function load() {
    const { ok, answer } = await ask("/operator/applications");
    if (ok) show(answer.applications);
    else say(explain(answer), true);
    return ok;
  }

  async function carryOut(view, move, reason) {
    for (const button of at("rows").querySelectorAll("button")) button.disabled = true;
    const path = "/operator/applications/" + encodeURIComponent(view.number) + "/moves";
    const { ok, answer } = await ask(path, { move, ...reason });
    const loaded = await load();
    if (!ok) say(explain(answer), true);
    else if (loaded) say(view.number + ": " + (words[move] || move) + ".", false);
    if (!loaded) for (const button of at("rows").querySelectorAll("button")) button.disabled = false;
    const row = [...at("rows").rows].find((one) => one.dataset.number === view.number);
    const next = row && row.querySelector("button");
    (next || at("reload")).focus();
  }

  function leave() {
    token = "";
    at("token").value = "";
    at("rows").replaceChildren();
    at("cases").hidden = true;
    at("sign-in").hidden = false;
    say("", false);
    at("token").focus();
  }

  at("sign-in").addEventListener("submit", (event) => {
    event.preventDefault();
    token = at("token").value.trim();
    say("", false);
    void load().then((ok) => (ok ? at("reload") : at("token")).focus());
  });
  at("reload").addEventListener("click", () => {
    say("", false);
    void load().then((ok) => ok && say("The list is up to date.", false));
  });
  at("leave").addEventListener("click", leave);
  at("sign-in").hidden = false;
  fetch("/api/health", { cache: "no-store" })
    .then((response) => response.json())
    .then((health) => (at("mode").textContent = "Not a state site. Mode of this server: " + health.mode + "."))
    .catch(() => {});
})();
