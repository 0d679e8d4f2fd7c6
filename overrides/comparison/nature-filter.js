/* <nature-filter data-meant data-hidden data-name data-show data-word data-strange>: of a comparison only what changed the meaning. That
   stands in the address (`data-show`=`data-word`), so that it can be passed on; and above what is printed. */

import { ask, button, fill, make, named } from "../kit/dom.js";

/** The words of an address that say how a comparison is shown. @type {(search: string, key: string) => string[]} */
export const shownBy = (search, key) => (new URLSearchParams(search).get(key) ?? "").split(",").filter(Boolean);

/** Those words with one of them put in or taken out. @type {(words: string[], word: string, on: boolean) => string} */
export const turned = (words, word, on) => [...words.filter((one) => one !== word), ...(on ? [word] : [])].join(",");

customElements.define("nature-filter", class extends HTMLElement {
  #button;
  #said = make("span", { role: "status" });
  #title = document.title;

  connectedCallback() {
    if (this.#button) return;
    const { meant, show, word } = this.dataset;
    this.#button = button(meant, "tool", () => this.#turn(this.#button.getAttribute("aria-pressed") !== "true", true), { "aria-pressed": "false" });
    const strange = shownBy(location.search, show).find((one) => one !== word);
    this.replaceChildren(...(strange ? [make("p", { className: "lost", role: "status" }, fill(this.dataset.strange, strange.replace(/\p{C}/gu, "").slice(0, 60)))] : []), this.#button, " ", this.#said);
    this.#turn(shownBy(location.search, show).includes(word) && !this.#hides(), false);
    addEventListener("hashchange", () => this.#hides() && this.#turn(false, true));
  }

  /* Whether the address leads to a change that would not be shown. */
  #hides() {
    return Boolean(document.getElementById(named() || "-")?.closest('.clause[data-nature="editorial"], .renumbered'));
  }

  #turn(on, told) {
    const { show, word, hidden, name } = this.dataset;
    this.#button.setAttribute("aria-pressed", String(on));
    this.closest(".compare").classList.toggle("only-meant", on);
    this.#said.textContent = on ? hidden : "";
    document.title = on ? `${name} · ${this.#title}` : this.#title;
    if (told) ask({ [show]: turned(shownBy(location.search, show), word, on) });
  }
});
