// Pages of the fixtures, to look at (scripts/gallery.mjs); not part of the product.
// SPDX-License-Identifier: MIT
import { renderToString } from "preact-render-to-string";
import { App } from "../render/app.tsx";
import type { Handlers, View } from "../render/view.ts";
import type { Screen } from "../screen.ts";

const words = {
  footer: "Qadam is open software and not a state site.",
  operator: "Operator's page",
  kiosk: "Kiosk",
};

export function galleryPage(screen: Screen, style: string, over: Partial<View> = {}): string {
  const view: View = {
    screen,
    words,
    drafts: new Map(),
    asking: null,
    trouble: null,
    announce: "",
    page: { home: () => "#", service: () => "#", below: false, papers: null, operator: true, kiosk: true },
    on: {} as Handlers,
    ...over,
  };
  const link = `<link rel="stylesheet" href="${style}">`;
  return (
    `<!doctype html><html lang="${screen.lang}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${screen.id}</title>${link}</head><body>` +
    `<qadam-wizard owns-page><template shadowrootmode="open">${link}<div class="q-root">` +
    `${renderToString(<App {...view} />)}</div></template></qadam-wizard></body></html>`
  );
}
