// The kiosk in a real browser: real fingers on a real canvas.
//
//   node tests/kiosk/kiosk.mjs http://127.0.0.1:8080/kiosk/ [folder for screenshots]
//
// Walks from the first screen to a question, answers it by touch, goes on, changes language and size, uses keys alone,
// loses the WebGL context and gets it back, and checks that a kiosk left alone draws nothing.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const { chromium } = createRequire(path.join(root, "web/package.json"))("playwright-core");

const [address, pictures = path.join(root, "build/kiosk-pictures")] = process.argv.slice(2);
assert(address, "usage: kiosk.mjs ADDRESS [FOLDER]");
mkdirSync(pictures, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});

const kPortrait = { width: 1080, height: 1920 };
const kLandscape = { width: 1280, height: 800 };

// A page with the kiosk on it, and a hand.
async function open(viewport, options = {}) {
  const context = await browser.newContext({ viewport, hasTouch: true, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await page.goto(address);
  await page.waitForFunction(() => window.qadamKiosk?.frames() > 0, null, { timeout: 20000 });
  const cdp = await context.newCDPSession(page);
  const ask = (name) => page.evaluate((member) => window.qadamKiosk[member](), name);
  // Two of the browser's own frames bring the events in; then until the kiosk has nothing left to do.
  const settle = () =>
    page.evaluate(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      do {
        await frame();
        await frame();
      } while (!window.qadamKiosk.idle());
    });
  const middle = async (id) => {
    const rects = await ask("rects");
    assert(rects[id], `no item ${id} among ${Object.keys(rects)}`);
    const [x, y, w, h] = rects[id];
    assert(w > 0 && h > 0, `${id} is out of sight`);
    return { x: x + w / 2, y: y + h / 2 };
  };
  const kiosk = {
    page,
    context,
    problems,
    ask,
    settle,
    screen: () => ask("screen"),
    rects: () => ask("rects"),
    // A finger held as long as people hold it: Playwright's own tap misses taps at the place before.
    touch: async (id, holdMs = 90) => {
      const point = await middle(id);
      await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
      if (holdMs > 0) await page.waitForTimeout(holdMs);
      await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
      await settle();
    },
    click: async (id) => {
      const point = await middle(id);
      await page.mouse.click(point.x, point.y);
      await settle();
    },
    picture: (name) => page.screenshot({ path: path.join(pictures, `${name}.png`) }),
    close: () => context.close(),
  };
  await settle();
  return kiosk;
}

// The field to choose in on this screen, or undefined.
const choiceOf = (screen) => screen.fields?.find(({ kind }) => kind === "choice" || kind === "yesNo");
const fieldOf = (screen, id) => screen.fields.find((field) => field.id === id);

// On to the first screen that asks for a choice.
async function goToChoice(kiosk) {
  for (let i = 0; i < 5; i += 1) {
    const screen = await kiosk.screen();
    if (choiceOf(screen)) return screen;
    await kiosk.touch(`action.${screen.actions[0].id}`);
  }
  throw new Error("no question with a choice in the first five screens");
}

// How many colours a sparse grid of the picture has: a flat or dead canvas has one.
async function coloursOf(kiosk) {
  const data = (await kiosk.page.screenshot()).toString("base64");
  return kiosk.page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const colours = new Set();
    for (let i = 0; i < pixels.length; i += 4 * 7)
      colours.add(`${pixels[i]},${pixels[i + 1]},${pixels[i + 2]}`);
    return colours.size;
  }, data);
}

const tests = {
  async "a question is answered by touch and the next screen comes"() {
    const kiosk = await open(kPortrait);
    await kiosk.picture("portrait-first");
    const before = await goToChoice(kiosk);
    const field = choiceOf(before);
    await kiosk.picture("portrait-question");
    await kiosk.touch(`${field.id}=${field.options[0].value}`);
    const answered = fieldOf(await kiosk.screen(), field.id);
    assert.equal(answered.state, "value");
    assert.equal(answered.value, field.options[0].value);
    await kiosk.picture("portrait-answered");
    await kiosk.touch("action.continue");
    const after = await kiosk.screen();
    assert.notEqual(after.id, before.id);
    await kiosk.picture("portrait-next");
    await kiosk.touch("action.back");
    const again = await kiosk.screen();
    assert.equal(again.id, before.id);
    assert.equal(fieldOf(again, field.id).value, field.options[0].value);
    assert.deepEqual(kiosk.problems, []);
    await kiosk.close();
  },

  async "the canvas is not flat, in three languages, upright and across"() {
    for (const [name, viewport] of [
      ["portrait", kPortrait],
      ["landscape", kLandscape],
    ]) {
      const kiosk = await open(viewport);
      const screen = await goToChoice(kiosk);
      for (const language of ["ru", "en", "kk"]) {
        if ((await kiosk.screen()).lang !== language) await kiosk.touch(`lang.${language}`);
        assert.equal((await kiosk.screen()).lang, language);
        assert.equal((await kiosk.screen()).id, screen.id);
        assert.equal(await kiosk.page.evaluate(() => document.documentElement.lang), language);
        await kiosk.picture(`${name}-${language}`);
        const colours = await coloursOf(kiosk);
        assert(colours > 20, `only ${colours} colours`);
      }
      await kiosk.close();
    }
  },

  async "quick taps, held taps and the mouse each press once, where they are"() {
    const kiosk = await open(kPortrait);
    const field = choiceOf(await goToChoice(kiosk));
    const [first, second] = field.options.map(({ value }) => value);
    const value = async () => fieldOf(await kiosk.screen(), field.id).value;
    await kiosk.touch(`${field.id}=${first}`, 0);
    assert.equal(await value(), first);
    await kiosk.touch(`${field.id}=${second}`, 90);
    assert.equal(await value(), second);
    await kiosk.click(`${field.id}=${first}`);
    assert.equal(await value(), first);
    await kiosk.close();
  },

  async "keys alone answer and go on"() {
    const kiosk = await open(kLandscape);
    const before = await goToChoice(kiosk);
    const field = choiceOf(before);
    const press = async (key) => {
      await kiosk.page.keyboard.press(key);
      await kiosk.settle();
    };
    await press("Tab"); // the languages
    await press("Tab"); // the question
    await press("Space");
    assert.equal(fieldOf(await kiosk.screen(), field.id).state, "value");
    await kiosk.picture("landscape-keys");
    for (let i = 0; i < 12 && (await kiosk.screen()).id === before.id; i += 1) {
      await press("Tab");
      // Enter on "back" or "erase" would leave the question: press only where the ring is on "continue".
      if ((await kiosk.ask("focus")) === "action.continue") await press("Enter");
    }
    assert.notEqual((await kiosk.screen()).id, before.id);
    await kiosk.close();
  },

  async "the canvas has the pixels of the device and follows the window"() {
    const kiosk = await open({ width: 900, height: 700 }, { deviceScaleFactor: 1.5 });
    const size = () =>
      kiosk.page.evaluate(() => {
        const { width, height } = document.querySelector("canvas");
        return [width, height];
      });
    assert.deepEqual(await size(), [1350, 1050]);
    await kiosk.page.setViewportSize({ width: 700, height: 900 });
    await kiosk.settle();
    assert.deepEqual(await size(), [1050, 1350]);
    await kiosk.picture("ratio-1.5");
    await kiosk.close();
  },

  async "a lost WebGL context comes back with the same picture"() {
    const kiosk = await open(kLandscape);
    await goToChoice(kiosk);
    const colours = await coloursOf(kiosk);
    await kiosk.page.evaluate(async () => {
      const gl = document.querySelector("canvas").getContext("webgl2");
      const loss = gl.getExtension("WEBGL_lose_context");
      loss.loseContext();
      await new Promise((done) => setTimeout(done, 300));
      loss.restoreContext();
      await new Promise((done) => setTimeout(done, 300));
    });
    await kiosk.settle();
    assert.equal(await coloursOf(kiosk), colours);
    await kiosk.close();
  },

  async "a kiosk left alone draws nothing"() {
    const kiosk = await open(kPortrait);
    const before = await kiosk.ask("frames");
    await kiosk.page.waitForTimeout(1500);
    assert.equal(await kiosk.ask("frames"), before);
    await kiosk.close();
  },

  async "without WebGL2 the page points to the ordinary one"() {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.goto(address);
    await page.locator("#elsewhere a").first().waitFor({ state: "visible" });
    assert.equal(await page.locator("canvas").isVisible(), false);
    await context.close();
  },
};

let failed = 0;
const only = process.env.ONLY;
for (const [name, run] of Object.entries(tests)) {
  if (only && !name.includes(only)) continue;
  try {
    await run();
    console.log(`ok    ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${name}\n${error.stack}`);
  }
}
await browser.close();
process.exit(failed === 0 ? 0 : 1);
