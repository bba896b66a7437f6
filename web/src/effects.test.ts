import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { perform } from "./effects.ts";
import { Outcome, type Effect } from "./engine.ts";

interface Seen {
  url: string;
  init: RequestInit;
}

function outside(answer: (seen: Seen) => Response | Promise<Response>, timeoutMs = 1000) {
  const seen: Seen[] = [];
  const fake = (async (url: string, init: RequestInit) => {
    seen.push({ url, init });
    return answer({ url, init });
  }) as unknown as typeof fetch;
  return { seen, outside: { backend: "https://backend.test", fetch: fake, timeoutMs } };
}

const json = (value: unknown, status = 200, type = "application/json") =>
  new Response(JSON.stringify(value), { status, headers: { "content-type": type } });
const effect = (kind: string, params: Record<string, string> = {}): Effect => ({ id: 1, kind, params });
const headersOf = (seen: Seen) => seen.init.headers as Record<string, string>;

const requests: [Effect, string, string, string | null, Record<string, string>][] = [
  [effect("session", { iin: "1" }), "POST", "/api/sessions", '{"iin":"1"}', {}],
  [
    effect("confirm", { session: "s/1", code: "123456" }),
    "POST",
    "/api/sessions/s%2F1/confirmation",
    '{"code":"123456"}',
    {},
  ],
  [
    effect("consent", { token: "t", service: "licence-first", checks: "licence,bar" }),
    "POST",
    "/api/consents",
    '{"service":"licence-first","checks":["licence","bar"]}',
    { authorization: "Bearer t" },
  ],
  [
    effect("check", { token: "t", consent: "c", check: "bar" }),
    "POST",
    "/api/checks/bar",
    '{"consent":"c"}',
    { authorization: "Bearer t" },
  ],
  [
    effect("status", { number: "DEMO-1", secret: "s" }),
    "GET",
    "/api/applications/DEMO-1",
    null,
    { authorization: "Bearer s" },
  ],
  [
    effect("slots", { number: "DEMO-1", secret: "s", stage: "13" }),
    "GET",
    "/api/applications/DEMO-1/slots?stage=13",
    null,
    { authorization: "Bearer s" },
  ],
  [
    effect("book", { number: "DEMO-1", secret: "s", stage: "13", slot: "x", key: "k" }),
    "POST",
    "/api/applications/DEMO-1/bookings",
    '{"stage":13,"slot":"x"}',
    { authorization: "Bearer s", "idempotency-key": "k" },
  ],
];

for (const [asked, method, path, body, headers] of requests) {
  test(`effect ${asked.kind} becomes ${method} ${path.split("?")[0]}`, async () => {
    const world = outside(() => json({ ok: true }));
    assert.equal((await perform(asked, world.outside)).outcome, Outcome.ok);
    const seen = world.seen[0]!;
    assert.equal(seen.url, `https://backend.test${path}`);
    assert.equal(seen.init.method, method);
    assert.equal(seen.init.body, body);
    for (const [name, value] of Object.entries(headers)) assert.equal(headersOf(seen)[name], value);
    assert.equal("authorization" in headersOf(seen), "authorization" in headers);
    assert.equal(seen.init.credentials, "omit");
  });
}

test("signing sends the digest of the application's UTF-8 bytes", async () => {
  const application = '{"name":"\u0410\u049b"}';
  const world = outside(() => json({ signing: "g" }));
  await perform(effect("signing", { token: "t", application }), world.outside);
  const digest = createHash("sha256").update(application).digest("hex");
  assert.equal(world.seen[0]!.init.body, JSON.stringify({ digest }));
});

test("submit sends the application's text unchanged", async () => {
  const application = '{"b":1.50,  "a":"\\u0041"}';
  const world = outside(() => json({ number: "DEMO-1" }));
  await perform(
    effect("submit", { token: "t", application, signing: 'g"', code: "1", key: "k" }),
    world.outside,
  );
  assert.equal(world.seen[0]!.init.body, `{"application":${application},"signing":{"id":"g\\"","code":"1"}}`);
  assert.equal(headersOf(world.seen[0]!)["idempotency-key"], "k");
});

async function outcomeOf(answer: (seen: Seen) => Response | Promise<Response>, timeoutMs?: number) {
  const result = await perform(
    effect("status", { number: "n", secret: "s" }),
    outside(answer, timeoutMs).outside,
  );
  return [result.outcome, Object.fromEntries(result.record)] as const;
}

test("an answer is flattened into the record", async () => {
  assert.deepEqual(await outcomeOf(() => json({ number: "DEMO-1", stage: 13 })), [
    0,
    { number: "DEMO-1", stage: "13" },
  ]);
});

test("a problem with a code is a refusal", async () => {
  const problem = json({ code: "slot.taken", status: 409 }, 409, "application/problem+json; charset=utf-8");
  assert.deepEqual(await outcomeOf(() => problem), [1, { code: "slot.taken", status: "409" }]);
});

test("a server error is 'unavailable', whatever its body", async () => {
  assert.deepEqual(await outcomeOf(() => new Response("<html>", { status: 500 })), [2, { code: "server" }]);
  assert.deepEqual(await outcomeOf(() => json({ code: "x" }, 503, "application/problem+json")), [
    2,
    { code: "server" },
  ]);
});

test("no connection is 'unavailable'", async () => {
  const answer = () => Promise.reject(new TypeError("Failed to fetch"));
  assert.deepEqual(await outcomeOf(answer), [2, { code: "offline" }]);
});

test("a stalled server is 'unavailable' after the time-out", async () => {
  const answer = ({ init }: Seen) =>
    new Promise<Response>((_, reject) =>
      init.signal!.addEventListener("abort", () => reject(new Error("aborted"))),
    );
  assert.deepEqual(await outcomeOf(answer, 20), [2, { code: "offline" }]);
});

test("a body that stalls is 'unavailable' too", async () => {
  const answer = ({ init }: Seen) => {
    const body = new ReadableStream({
      start: (controller) =>
        init.signal!.addEventListener("abort", () => controller.error(new Error("aborted"))),
    });
    return new Response(body, { headers: { "content-type": "application/json" } });
  };
  assert.deepEqual(await outcomeOf(answer, 20), [2, { code: "offline" }]);
});

const html = { "content-type": "text/html" };
for (const [what, answer] of [
  ["HTML instead of JSON", () => new Response("<!doctype html>", { headers: html })],
  ["JSON called HTML", () => new Response("{}", { headers: html })],
  ["broken JSON", () => new Response('{"a":', { headers: { "content-type": "application/json" } })],
  ["nothing", () => new Response("", { headers: { "content-type": "application/json" } })],
  ["a list", () => json([1, 2])],
  ["a bare text", () => json("yes")],
  ["null", () => json(null)],
  ["a refusal without a code", () => json({ title: "no" }, 400, "application/problem+json")],
  ["a refusal that is no problem document", () => json({ code: "x" }, 400)],
  ["a redirect without an end", () => new Response(null, { status: 304 })],
] as const) {
  test(`${what} is 'invalid'`, async () => assert.deepEqual(await outcomeOf(answer), [3, {}]));
}

test("an effect of an unknown kind is 'invalid' and asks nobody", async () => {
  const world = outside(() => json({}));
  assert.equal((await perform(effect("teleport"), world.outside)).outcome, Outcome.invalid);
  assert.equal(world.seen.length, 0);
});

test("a chosen file goes out as its own bytes, under its digest, and only to whoever is signed in", async () => {
  const { seen, outside: base } = outside(() => json({ sha256: "d", type: "pdf", bytes: 3 }, 201));
  const file = (digest: string) => (digest === "abc" ? new Blob(["pdf"]) : undefined);
  const sent = await perform(effect("upload", { token: "t", digest: "abc" }), { ...base, file });
  assert.equal(sent.outcome, Outcome.ok);
  assert.equal(seen[0]!.url, "https://backend.test/api/documents/abc");
  assert.equal(seen[0]!.init.method, "PUT");
  assert.equal(headersOf(seen[0]!)["authorization"], "Bearer t");
  assert.equal(new TextDecoder().decode(seen[0]!.init.body as ArrayBuffer), "pdf");
});

test("a file that the page no longer has, or that can no longer be read, is to be chosen again: nothing is sent", async () => {
  const { seen, outside: base } = outside(() => json({}));
  const moved = { arrayBuffer: () => Promise.reject(new Error("NotReadableError")) } as unknown as Blob;
  for (const file of [() => undefined, () => moved]) {
    const { outcome, record } = await perform(effect("upload", { token: "t", digest: "abc" }), {
      ...base,
      file,
    });
    assert.equal(outcome, Outcome.refused);
    assert.equal(record.get("code"), "file.gone");
  }
  assert.equal(seen.length, 0);
});
