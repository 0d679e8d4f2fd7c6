/* <search-box>: the search at the top of every page. It is fetched, with what it looks through, when somebody first wants to
   search. */

import { make, wordsOf } from "../kit/dom.js";
import { hasKeys } from "../kit/keys.js";

customElements.define("search-box", class extends HTMLElement {
  #input;
  #panel;

  connectedCallback() {
    if (this.#input) return;
    const { label, short } = wordsOf(this);
    const placeholder = matchMedia("(max-width: 52rem)").matches ? short : label;
    this.#input = make("input", { type: "search", placeholder, autocomplete: "off", spellcheck: false, enterKeyHint: "search", "aria-label": label });
    const form = make("form", { className: "search", role: "search" }, this.#input, make("span", { className: "key", "aria-hidden": "true" }, "/"));
    this.replaceChildren(form);
    this.toggleAttribute("data-keyless", !hasKeys());
    form.addEventListener("submit", (event) => event.preventDefault());
    for (const one of ["focus", "input"]) this.#input.addEventListener(one, () => this.#begin());
    document.addEventListener("keydown", (event) => this.#onSlash(event));
  }

  /** Puts the reader into the search. */
  focus() {
    this.#input?.focus();
  }

  /* What was typed meanwhile is asked as soon as the panel is there. */
  #begin() {
    this.#panel ??= import("./search-panel.js").then(({ open }) => open(this, this.#input));
    this.#panel.catch(() => (this.#panel = undefined));
  }

  #onSlash(event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !hasKeys()) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    this.focus();
  }
});
