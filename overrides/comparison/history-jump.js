/* <history-jump data-clause data-unknown>: from a clause to its history: ?lid=_1.0-artikel-8.3 (data-clause is the word of
   the language for it) on the page that lists all of them leads on to that of its article. A page of an edition never
   changes, and cannot know under which article its clause will be told of one day. */

import { fill } from "../kit/dom.js";

customElements.define("history-jump", class extends HTMLElement {
  connectedCallback() {
    const asked = new URLSearchParams(location.search).get(this.dataset.clause);
    if (asked === null) return;
    const line = asked && document.getElementById(asked);
    const link = line && !line.matches("a") && line.querySelector("a[href]");
    if (link) location.replace(link.href);
    else if (line) {
      line.focus({ preventScroll: true });
      line.scrollIntoView();
    } else {
      this.setAttribute("role", "status");
      this.textContent = fill(this.dataset.unknown, asked.replace(/[\p{C}]/gu, "").slice(0, 60));
    }
  }
});
