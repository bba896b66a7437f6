// Applicant: a person at one of the military services or at the finder, answering by what is asked.
// SPDX-License-Identifier: MIT
import { readFileSync } from "node:fs";
import path from "node:path";
import { Person } from "./browser.mjs";
import { root } from "./paths.mjs";

const json = (file) => JSON.parse(readFileSync(path.join(root, file), "utf8"));

// The texts of a service in a language, shared ones among them.
export const words = (service, lang) => ({ ...json(`i18n/${lang}.json`), ...json(`i18n/${service}/${lang}.json`) });

export const certificate = path.join(root, "tests/papers/certificate.pdf");
const iin = "980514101012";

export class Applicant extends Person {
  kind() {
    return this.page.locator("form").evaluate((form) => /q-content--(\w+)/.exec(form.className)[1]);
  }

  // Whether the page asks for this field.
  async asks(field) {
    return (await this.page.locator(`[id="f-${field}"]`).count()) > 0;
  }

  async fillDate(iso) {
    const parts = iso.split("-").reverse();
    for (let i = 0; i < 3; ++i) await this.page.locator("main input").nth(i).fill(parts[i]);
    await this.act("continue");
  }

  // One page on, as a person with these answers and papers would go. Papers: a path, "notYet" or "none".
  async step({ answers, papers = {} }) {
    const kind = await this.kind();
    if (kind === "consent") return this.act("agree");
    if (kind === "signIn") {
      await this.page.locator("main input").first().fill(iin);
      await this.act("continue");
      await this.page.locator("main input").nth(1).fill(await this.code());
      return this.act("continue");
    }
    if (kind === "documents") {
      for (const [item, paper] of Object.entries(papers)) {
        const id = `f-file_${item}`;
        if (paper === "notYet") await this.page.locator(`[id="${id}-dontKnow"]`).check();
        else if (paper === "none") await this.page.locator(`[id="${id}-none"]`).check();
        else {
          await this.page.locator(`[id="${id}"]`).setInputFiles(paper);
          await this.page.locator(".q-file__name", { hasText: path.basename(paper) }).first().waitFor();
        }
      }
      return this.act("continue");
    }
    if (kind === "question") {
      for (const [field, value] of Object.entries(answers)) {
        if (!(await this.asks(field))) continue;
        if (/^\d{4}-\d\d-\d\d$/.test(value)) return this.fillDate(value);
        if (field === "phone") {
          await this.page.locator("main input").first().fill(value);
          return this.act("continue");
        }
        await this.page.locator(`input[type=radio][value="${value}"]`).check();
        return this.act("continue");
      }
      throw new Error(`nothing to say to: ${await this.title()}`);
    }
    return this.act("continue");
  }

  // From the site's first page to the finder's lists. Answers: a value, several in a list, or a date. How many pages of
  // questions it took.
  async find(answers) {
    await this.page.goto(this.lang === "kk" ? `${this.base}/` : `${this.base}/${this.lang}/`);
    await this.act("continue");
    let pages = 0;
    for (; pages < 20 && (await this.kind()) === "question"; ++pages) {
      for (const [field, value] of Object.entries(answers)) {
        if (/^\d{4}-/.test(value)) {
          if (!(await this.asks(field))) continue;
          const parts = value.split("-").reverse();
          for (let i = 0; i < 3; ++i) await this.page.locator("main input[inputmode=numeric]").nth(i).fill(parts[i]);
        } else if (await this.asks(field)) {
          const group = this.page.locator("fieldset", { has: this.page.locator(`[id="f-${field}"]`) });
          for (const each of [value].flat()) await group.locator(`input[value="${each}"]`).check();
        }
      }
      await this.act("continue");
    }
    await this.on("found");
    return pages;
  }

  // Into the service that the finder has found.
  async enter(entry) {
    await this.page.locator(`[id="a-open:${entry}"]`).click();
    await this.on("start");
  }

  async go(service, journey, to) {
    await this.open(service);
    await this.goOn(journey, to);
  }

  // From where one stands.
  async goOn(journey, to) {
    for (let i = 0; i < 40 && (await this.kind()) !== to; ++i) await this.step(journey);
    await this.on(to);
  }
}
