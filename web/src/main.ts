// The script of every page: defines the element.
// SPDX-License-Identifier: MIT
import { QadamWizard } from "./element.tsx";

if (!customElements.get("qadam-wizard")) customElements.define("qadam-wizard", QadamWizard);
