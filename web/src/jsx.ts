// What JSX becomes in the browser's script (build.mjs): shorter than the automatic runtime.
// SPDX-License-Identifier: MIT
export { Fragment, h } from "preact";
