// The kiosk's page: starts the module on the canvas and hands it a compiled service and its texts.
//
// kiosk.json beside this file says which service, where its files are and which languages it offers. All that a person
// sees or does is the module's (src/kiosk). Without WebGL2, or when it is lost for good, the page points to the DOM page.
// window.qadamKiosk is for tests.
// SPDX-License-Identifier: MIT
import createKiosk from "kiosk-module";

const kPatienceMs = 3000; // how long a lost WebGL context may take to come back

const $canvas = document.getElementById("kiosk");
const $elsewhere = document.getElementById("elsewhere");

function sendElsewhere(reason) {
  console.warn(`kiosk: ${reason}`);
  $canvas.hidden = true;
  $elsewhere.hidden = false;
}

async function bytesOf(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

// The module's exports with JavaScript's own strings and bytes.
function wrap(module) {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const call = (name, ...given) => {
    const memory = [];
    const args = given.flatMap((value) => {
      const bytes = typeof value === "string" ? encoder.encode(value) : value;
      const pointer = module._kiosk_alloc(bytes.length || 1);
      memory.push(pointer);
      module.HEAPU8.set(bytes, pointer);
      return [pointer, bytes.length];
    });
    const result = module[`_kiosk_${name}`](...args);
    memory.forEach((pointer) => module._kiosk_free(pointer));
    return result;
  };
  const read = (pointer) => decoder.decode(module.HEAPU8.slice(pointer, pointer + module._kiosk_length()));
  return {
    start: () => call("start") === 0,
    wake: () => call("wake"),
    load: (bytes) => read(call("load", bytes)),
    texts: (code, name, bytes) => read(call("texts", code, name, bytes)),
    begin: (record) => read(call("begin", record)),
    language: (code) => call("language", code),
    screen: () => JSON.parse(read(call("screen"))),
    rects: () => JSON.parse(read(call("rects"))),
    focus: () => read(call("focus")),
    idle: () => call("idle") === 1,
    frames: () => call("frames"),
  };
}

// Wakes the module when the window, its zoom or its pixel ratio changes.
function watchSize(kiosk) {
  new ResizeObserver(() => kiosk.wake()).observe($canvas);
  const watchRatio = () => {
    const media = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    media.addEventListener(
      "change",
      () => {
        kiosk.wake();
        watchRatio();
      },
      { once: true },
    );
  };
  watchRatio();
}

function watchContext() {
  let timer = 0;
  $canvas.addEventListener("webglcontextlost", () => {
    timer = setTimeout(() => sendElsewhere("WebGL was lost"), kPatienceMs);
  });
  $canvas.addEventListener("webglcontextrestored", () => clearTimeout(timer));
}

function record(entries) {
  const lines = Object.keys(entries)
    .sort()
    .map((key) => `${key}\t${entries[key]}\n`);
  return `qadam-record 1\n${lines.join("")}`;
}

async function start() {
  const plan = JSON.parse(new TextDecoder().decode(await bytesOf("kiosk.json")));
  const [module, service, ...texts] = await Promise.all([
    createKiosk(),
    bytesOf(`${plan.files}${plan.service}.bin`),
    ...plan.languages.map(({ code }) => bytesOf(`${plan.files}${plan.service}.${code}.bin`)),
  ]);
  const kiosk = wrap(module);
  const check = (error, what) => {
    if (error !== "") throw new Error(`${what}: ${error}`);
  };
  check(kiosk.load(service), plan.service);
  plan.languages.forEach(({ code, name }, i) => check(kiosk.texts(code, name, texts[i]), code));
  const now = Math.floor(Date.now() / 1000);
  const setting = { mode: "demonstration", now, seed: crypto.randomUUID() };
  if (plan.asOf) setting.asOf = plan.asOf;
  check(kiosk.begin(record(setting)), "begin");
  kiosk.language(plan.language);
  if (!kiosk.start()) {
    sendElsewhere("no WebGL2");
    return;
  }
  watchSize(kiosk);
  watchContext();
  $canvas.addEventListener("contextmenu", (event) => event.preventDefault());
  $canvas.focus();
  window.qadamKiosk = kiosk;
}

start().catch((error) => sendElsewhere(error.message));
