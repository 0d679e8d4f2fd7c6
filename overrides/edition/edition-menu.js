/* <edition-menu>: a list of all editions at hand. Without script it is a link to the page that has them. */

import { make } from "../kit/dom.js";

customElements.define("edition-menu", class extends HTMLElement {
  #menu = make("div", { popover: "auto", className: "pop menu", role: "group", "aria-label": this.dataset.all });
  #known = {};

  connectedCallback() {
    const link = this.querySelector("a");
    if (!link || this.#menu.isConnected) return;
    const { className, childNodes } = link;
    this.#menu.addEventListener("beforetoggle", (event) => event.newState === "open" && this.#fill());
    this.replaceChildren(make("button", { type: "button", className, popoverTargetElement: this.#menu }, ...childNodes), this.#menu);
  }

  /* Filled whenever it opens: which clause the address names may be another by now. */
  async #fill() {
    const rows = await import("./edition-rows.js").catch(() => null);
    this.#menu.replaceChildren(...(rows ? await rows.filled(this, this.#known) : [make("p", {}, this.dataset.failed)]));
  }
});
