/* <compare-steps data-previous data-next>: from change to change, with buttons, and with k and j unless keys are switched off. */

import { button, make } from "../kit/dom.js";
import { hasKeys } from "../kit/keys.js";

const typing = (element) => element?.closest?.("input, select, textarea, [contenteditable]");

customElements.define("compare-steps", class extends HTMLElement {
  #keys = (event) => {
    const step = { j: 1, k: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || !hasKeys()) return;
    event.preventDefault();
    this.#go(step);
  };

  connectedCallback() {
    const line = (words, key, step) => {
      const pressed = button(words, "quiet", () => this.#go(step), { "aria-keyshortcuts": key });
      return make("p", {}, pressed, " ", make("kbd", { "aria-hidden": "true" }, key));
    };
    this.replaceChildren(line(this.dataset.previous, "k", -1), line(this.dataset.next, "j", 1));
    document.addEventListener("keydown", this.#keys);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.#keys);
  }

  /* The change after or before the one that was last gone to; else the first below, or the last above, the top of the screen. */
  #go(step) {
    const all = [...document.querySelectorAll(".changes .clause:not(.same)")].filter((one) => one.getClientRects().length);
    const last = all.findIndex((one) => one.classList.contains("here"));
    const below = all.findIndex((one) => one.getBoundingClientRect().top > 0);
    const first = step > 0 ? (below < 0 ? all.length - 1 : below) : (below < 0 ? all.length : below) - 1;
    const next = all[last < 0 ? first : last + step];
    if (!next) return;
    all[last]?.classList.remove("here");
    next.classList.add("here");
    next.scrollIntoView({ block: "center" });
    next.querySelector(".n")?.focus({ preventScroll: true });
  }
});
