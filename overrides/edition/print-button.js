/* <print-button data-label>: prints the page; without script a browser has its own way. */

import { button } from "../kit/dom.js";

customElements.define("print-button", class extends HTMLElement {
  connectedCallback() {
    this.replaceChildren(button(this.dataset.label, "quiet", () => {
      for (const shown of document.querySelectorAll(":popover-open")) shown.hidePopover();
      window.print();
    }));
  }
});
