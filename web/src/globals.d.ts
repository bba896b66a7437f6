// Put in by the build (build.mjs): where the hashed files are, and the few words of the shell itself.
declare const QADAM_BUILD: {
  readonly files: Readonly<Record<string, string>>; // "style.css", "wizard.wasm", "<service>.bin", ... -> hashed name
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>; // lang -> key -> text
  readonly papers: readonly string[]; // services with a page of their conditions and papers
  readonly operator: boolean;
  readonly kiosk: boolean;
};
