/* <copy-citation popover>: shows the citation of a clause; with script it is on the clipboard as soon as it opens. */

import { make } from "../kit/dom.js";
import "./copying.js";

customElements.define("copy-citation", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("toggle", (event) => {
      if (event.newState === "open") this.#copy();
    });
  }

  async #copy() {
    const said = this.querySelector("[role=status]") ?? this.appendChild(make("p", { role: "status" }));
    const words = document.querySelector("main").dataset;
    said.textContent = "";
    try {
      await navigator.clipboard.writeText(this.querySelector(".citation").textContent);
      said.textContent = words.copied;
    } catch {
      said.textContent = words.copyFailed;
    }
  }
});
