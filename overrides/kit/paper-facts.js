/* <paper-facts data-name data-editions data-standings data-...sentences>: what a print-out says of itself, on the day and
   at the address at which it is printed. Without script it says what was so when the page was made. What stands on each
   sheet are attributes of <html>, which print.css puts there. */

import { long, today } from "./dates.js";
import { addressNow, fill, load, make } from "./dom.js";
import { phaseOn } from "./phases.js";

const { dataset: sheet } = document.documentElement;
const row = (name, words) => make("div", { className: "of-edition" }, make("dt", {}, name), make("dd", {}, words));

customElements.define("paper-facts", class extends HTMLElement {
  #told = JSON.parse(this.dataset.editions);
  #known = [];
  #shown = this.#told.map(({ version }) => version);

  async connectedCallback() {
    addEventListener("beforeprint", () => this.#fill());
    this.#fill();
    if (!this.dataset.standings) return;
    this.#known = await load(this.dataset.standings).then(({ editions }) => editions, () => []);
    this.#fill();
  }

  /** The versions that are on the page now, in words or told whole; what the words stand for the site says, perhaps later. */
  show(versions) {
    this.#shown = versions;
    this.#fill();
  }

  get #editions() {
    const told = (version) => [...this.#known, ...this.#told].find((one) => one.version === version);
    return this.#shown.map((version) => version.phases ? version : told(version)).filter(Boolean);
  }

  #fill() {
    const { name, agreed, status, hash, digits, several, standing, printed } = this.dataset;
    const day = today();
    const told = this.#editions.map((one) => ({ ...one, ...(one.phases ? phaseOn(one.phases, day) : {}) }));
    const words = told.filter(({ word }) => word).map((one) => (name ? one.word : fill(several, one.label, one.word)));
    sheet.edition = name || document.title;
    sheet.status = words.length ? fill(standing, long(day), words.join(", ")) : fill(printed, long(day));
    if (told.length && this.dataset.file === undefined) sheet.hash = told.map(({ sha256 }) => fill(digits, sha256)).join(" ");
    sheet.address = addressNow();
    this.querySelector(".address").textContent = sheet.address;
    this.querySelector(".day").textContent = long(day);
    if (!told.length) return;
    for (const old of this.querySelectorAll(".of-edition")) old.remove();
    this.querySelector(".where").before(...told.flatMap((one) => [
      row(agreed, one.name),
      ...(one.word ? [row(status, `${one.word} ${one.sentence}`)] : []),
      row(hash, one.sha256),
    ]));
  }
});
