// Compiles the style sheet and makes it small: shadow roots and pages share it, and rules for classes that no
// component uses are dropped.
// SPDX-License-Identifier: MIT
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import * as sass from "sass";

const web = fileURLToPath(new URL("..", import.meta.url));

function usedClasses() {
  const files = readdirSync(`${web}/src`, { recursive: true }).filter((name) => /(?<!test)\.tsx$/.test(name));
  return files.map((name) => readFileSync(`${web}/src/${name}`, "utf8")).join("\n");
}

// Splits on `sign` outside brackets.
function splitTop(text, sign) {
  const parts = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "(" || text[i] === "[") depth++;
    else if (text[i] === ")" || text[i] === "]") depth--;
    else if (text[i] === sign && depth === 0) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return [...parts, text.slice(from)];
}

// Walks minified CSS (no comments, no strings with braces) and keeps the selectors that `wanted` accepts.
function prune(css, wanted) {
  let out = "";
  let at = 0;
  while (at < css.length) {
    const open = css.indexOf("{", at);
    if (open < 0) return out + css.slice(at);
    let depth = 1;
    let end = open + 1;
    for (; depth > 0; end++) depth += css[end] === "{" ? 1 : css[end] === "}" ? -1 : 0;
    const head = css.slice(at, open);
    const body = css.slice(open + 1, end - 1);
    if (/^@(media|supports)/.test(head)) {
      const inner = prune(body, wanted);
      if (inner) out += `${head}{${inner}}`;
    } else if (head.startsWith("@")) {
      out += css.slice(at, end);
    } else {
      const kept = splitTop(head, ",").filter(wanted);
      if (kept.length) out += `${kept.join(",")}{${body}}`;
    }
    at = end;
  }
  return out;
}

export async function buildStyles() {
  const { css } = sass.compile(`${web}/src/styles/style.scss`, {
    loadPaths: [`${web}/node_modules`],
    style: "expanded",
    quietDeps: true,
    logger: sass.Logger.silent,
  });
  const shared = css
    .replace(/:root\s*\{/g, ":root,:host{")
    .replace(/var\((--govuk-[a-z-]+-colour),[^()]*\)/g, "var($1)")
    .replace(/@media screen\\0\s*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, "");
  const { code } = await transform(shared, {
    loader: "css",
    minify: true,
    target: ["chrome90", "safari15", "firefox90"],
  });
  const used = usedClasses();
  const wanted = (selector) =>
    [...selector.replace(/:not\([^)]*\)/g, "").matchAll(/\.((?:govuk|q)-[\w-]+)/g)].every(([, name]) => {
      if (used.includes(name)) return true;
      // A name put together in code: q-notice--${kind}, govuk-input--width-${n}.
      return used.includes(`${name.replace(/[^-]+$/, "")}\${`);
    });
  return prune(code.trim(), wanted);
}
