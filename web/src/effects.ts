// Effects: what the engine asks the outer world to do, turned into requests to the backend, and what came back.
//
// perform() never throws and never hangs: a lost connection, a stalled or broken server and an answer that makes no
// sense each become an outcome. Nothing is logged; credentials travel in headers only.
// SPDX-License-Identifier: MIT
import { sha256 } from "./digest.ts";
import { Outcome, type Effect } from "./engine.ts";
import { flatten, type FlatRecord } from "./record.ts";

export interface Result {
  readonly outcome: Outcome;
  readonly record: FlatRecord;
}

export interface Outside {
  readonly backend: string; // origin and path before "/api", without a slash at the end; "" = this site
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  readonly file?: (digest: string) => Blob | undefined; // a chosen file, while the page has it
}

const uploadTimeoutMs = 300_000; // 10 MB over a slow line

interface Request {
  readonly path: string;
  readonly method?: "DELETE" | "PUT"; // else POST with a body, GET without
  readonly body?: string | ArrayBuffer; // absent: a GET
  readonly bearer?: string | undefined;
  readonly key?: string | undefined;
}

const part = encodeURIComponent;

// null for a kind that this shell does not know.
async function requestOf({ kind, params }: Effect, outside: Outside): Promise<Request | null> {
  const p = (name: string) => params[name] ?? "";
  switch (kind) {
    case "session":
      return { path: "/sessions", body: JSON.stringify({ iin: p("iin") }) };
    case "confirm":
      return {
        path: `/sessions/${part(p("session"))}/confirmation`,
        body: JSON.stringify({ code: p("code") }),
      };
    case "consent": {
      const checks = p("checks").split(",").filter(Boolean);
      return {
        path: "/consents",
        body: JSON.stringify({ service: p("service"), checks }),
        bearer: p("token"),
      };
    }
    case "check":
      return {
        path: `/checks/${part(p("check"))}`,
        body: JSON.stringify({ consent: p("consent") }),
        bearer: p("token"),
      };
    case "signing": {
      const digest = await sha256(new TextEncoder().encode(p("application")));
      return { path: "/signing-codes", body: JSON.stringify({ digest }), bearer: p("token") };
    }
    case "upload": {
      const path = `/documents/${part(p("digest"))}`;
      const body = await outside.file?.(p("digest"))?.arrayBuffer();
      return body ? { path, method: "PUT", body, bearer: p("token") } : null;
    }
    case "submit": {
      // The application's bytes are what was signed: they go out as they are.
      const signing = JSON.stringify({ id: p("signing"), code: p("code") });
      const body = `{"application":${p("application")},"signing":${signing}}`;
      return { path: "/applications", body, bearer: p("token"), key: p("key") };
    }
    case "status":
      return { path: `/applications/${part(p("number"))}`, bearer: p("secret") };
    case "slots":
      return {
        path: `/applications/${part(p("number"))}/slots?stage=${part(p("stage"))}`,
        bearer: p("secret"),
      };
    case "book":
      return {
        path: `/applications/${part(p("number"))}/bookings`,
        body: JSON.stringify({ stage: Number(p("stage")), slot: p("slot") }),
        bearer: p("secret"),
        key: p("key"),
      };
    case "withdraw":
      return { path: `/consents/${part(p("consent"))}`, method: "DELETE", bearer: p("token") };
    default:
      return null;
  }
}

const invalid: Result = { outcome: Outcome.invalid, record: new Map() };
const unavailable = (code: string): Result => ({
  outcome: Outcome.unavailable,
  record: new Map([["code", code]]),
});

const gone: Result = { outcome: Outcome.refused, record: new Map([["code", "file.gone"]]) };

async function resultOf(response: Response): Promise<Result> {
  if (response.status >= 500) return unavailable("server");
  const type = (response.headers.get("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
  const text = await response.text();
  let record: FlatRecord | null = null;
  try {
    record = flatten(JSON.parse(text));
  } catch {
    return invalid;
  }
  if (record === null) return invalid;
  if (response.ok && type === "application/json") return { outcome: Outcome.ok, record };
  if (response.status >= 400 && type === "application/problem+json" && record.get("code")) {
    return { outcome: Outcome.refused, record };
  }
  return invalid;
}

export async function perform(effect: Effect, outside: Outside): Promise<Result> {
  const upload = effect.kind === "upload";
  // A file that was moved or changed since it was chosen can no longer be read.
  const request = await requestOf(effect, outside).catch(() => null);
  if (request === null) return upload ? gone : invalid;
  const headers: Record<string, string> = { accept: "application/json" };
  if (request.body !== undefined)
    headers["content-type"] = upload ? "application/octet-stream" : "application/json";
  if (request.bearer) headers["authorization"] = `Bearer ${request.bearer}`;
  if (request.key) headers["idempotency-key"] = request.key;
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), upload ? uploadTimeoutMs : outside.timeoutMs);
  try {
    const response = await outside.fetch(`${outside.backend}/api${request.path}`, {
      method: request.method ?? (request.body === undefined ? "GET" : "POST"),
      headers,
      body: request.body ?? null,
      signal: abort.signal,
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
    });
    return await resultOf(response);
  } catch {
    // Also a header that no request may carry: the browser refuses it before anything is sent.
    return unavailable("offline");
  } finally {
    clearTimeout(timer);
  }
}
