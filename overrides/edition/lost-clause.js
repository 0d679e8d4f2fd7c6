/* <lost-clause data-none data-whole data-words>: an address that names a part which is not on its page says so, with the
   parts that are; an edition has another page with all of them (data-whole). */

import { fill, make, named } from "../kit/dom.js";

customElements.define("lost-clause", class extends HTMLElement {
  connectedCallback() {
    addEventListener("hashchange", () => this.#look());
    this.#look();
  }

  #look() {
    const raw = location.hash.slice(1), name = named();
    this.hidden = !raw || raw.startsWith(":~:") || Boolean(name && document.getElementById(name));
    if (this.hidden) return;
    const shown = (name || raw).replace(/[\p{C}]/gu, "").slice(0, 60);
    const parts = [...document.querySelectorAll("main :is(.clause, .part) > .n, main .part > :is(h2, h3, h4) > .n, main .subs .name, .pick-one a")];
    const links = parts.slice(0, 40).map((link) => make("a", { href: link.getAttribute("href") }, link.textContent));
    if (this.dataset.whole) links.push(make("a", { href: `${this.dataset.whole}#${encodeURIComponent(name)}` }, this.dataset.words));
    this.setAttribute("role", "status");
    this.replaceChildren(make("p", {}, fill(this.dataset.none, shown)), make("p", { className: "links" }, ...links));
  }
});
