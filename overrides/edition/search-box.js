/* <search-box>: searches this edition in the browser. Without script it is a link to the whole text. */

import { fill, load, make } from "../kit/dom.js";
import { excerpt, find, makeIndex, questionWords, stemmer } from "./search.js";

const LANGUAGE = document.documentElement.lang;
const LUNR = ["lunr.js", "lunr.stemmer.support.js", `lunr.${LANGUAGE}.js`];
const MOST = 30;

customElements.define("search-box", class extends HTMLElement {
  #input;
  #said = make("p", { role: "status" });
  #list = make("ol");
  #panel = make("div", { className: "results", id: "gevonden", hidden: true }, this.#said, this.#list);
  #ready;
  #turn = 0;

  connectedCallback() {
    if (this.#input) return;
    const { short, label } = this.dataset;
    const placeholder = matchMedia("(max-width: 52rem)").matches ? short : label;
    this.#input = make("input", { type: "search", placeholder, autocomplete: "off", spellcheck: false, "aria-label": label, "aria-controls": this.#panel.id });
    const form = make("form", { className: "search", role: "search" }, this.#input, make("span", { className: "key", "aria-hidden": "true" }, "/"), this.#panel);
    this.replaceChildren(form);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#list.querySelector("a")?.click();
    });
    this.#input.addEventListener("focus", () => this.#load());
    this.#input.addEventListener("input", () => this.#search());
    this.addEventListener("keydown", (event) => this.#onKey(event));
    this.addEventListener("focusout", (event) => this.contains(event.relatedTarget) || this.#close());
    this.#list.addEventListener("click", () => this.#close());
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
      event.preventDefault();
      this.#input.focus();
    });
  }

  /* The index and lunr come from this host, when somebody first wants to search. */
  #load() {
    this.#ready ??= (async () => {
      const entries = load(this.dataset.index);
      for (const name of LUNR) await loadScript(this.dataset.lunr.replace(/\/?$/, "/") + name);
      globalThis.lunr.language = LANGUAGE;
      return { entries: await entries, index: makeIndex(await entries, globalThis.lunr) };
    })();
    this.#ready.catch(() => (this.#ready = undefined));
    return this.#ready;
  }

  async #search() {
    const question = this.#input.value.trim();
    const turn = ++this.#turn;
    if (!question) return this.#close();
    try {
      const { entries, index } = await this.#load();
      if (turn !== this.#turn) return;
      this.#show(question, find(question, entries, index, globalThis.lunr));
    } catch {
      this.#list.replaceChildren();
      this.#said.textContent = this.dataset.failed;
    }
    this.#panel.hidden = false;
  }

  #show(question, found) {
    const { none, one, many, base } = this.dataset;
    const words = questionWords(question, globalThis.lunr);
    const stem = stemmer(globalThis.lunr);
    this.#said.textContent = found.length === 0 ? fill(none, question) : found.length === 1 ? one : fill(many, found.length);
    this.#list.replaceChildren(...found.slice(0, MOST).map((entry) => {
      const pieces = excerpt(entry.text.replace(/\s+/g, " "), words, stem).map(([piece, hit]) => (hit ? make("mark", {}, piece) : piece));
      const name = make("b", {}, entry.label, entry.title ? make("span", {}, ` ${entry.title}`) : null);
      return make("li", {}, make("a", { href: base.replace(/\/?$/, "/") + entry.at }, name, make("span", { className: "found" }, ...pieces)));
    }));
  }

  #onKey(event) {
    const links = [...this.#list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") {
      this.#close();
      this.#input.focus();
    } else if (event.key === "ArrowDown" && links.length) {
      links[Math.min(at + 1, links.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      (links[at - 1] ?? this.#input).focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  #close() {
    this.#turn++;
    this.#panel.hidden = true;
  }
});

function loadScript(address) {
  return new Promise((resolve, reject) => {
    const script = make("script", { src: address, onload: resolve, onerror: reject });
    document.head.append(script);
  });
}
