/* <side-by-side data-words data-demands data-keys data-compare>: any two texts of the list in it, demand by demand. Which two
   stands in the address; what they say is fetched. Every word is put on the page as text. */

import { button, fill, load, make, named, wordsOf } from "../kit/dom.js";
import { choice } from "./core.js";
import { drawn } from "./drawing.js";

customElements.define("side-by-side", class extends HTMLElement {
  #words;
  #texts;
  #keys;
  #fields;
  #asked = 0;
  #search;
  #said = make("p", { className: "tally", role: "status" });
  #shown = make("div", {});
  #title = document.title;

  connectedCallback() {
    if (this.#words) return;
    this.#words = wordsOf(this);
    this.#keys = JSON.parse(this.dataset.keys);
    this.#texts = [...this.querySelectorAll("[data-agreement]")].flatMap(textsOf);
    this.#fields = ["one", "other"].map((side) => this.#field(side));
    const swap = button(this.#words.swap, "tool", () => this.#choose(this.#chosen.reverse()));
    const form = make("div", { className: "pick-two", role: "group", "aria-label": this.#words.choose }, ...this.#fields.map(({ box }) => box), swap);
    this.querySelector(".texts").hidden = true;
    this.prepend(form, this.#said);
    this.append(this.#shown);
    addEventListener("popstate", () => location.search !== this.#search && this.#read());
    // On paper stands all that was folded.
    const folded = () => this.#shown.querySelectorAll("details:not([open])");
    let opened = [];
    addEventListener("beforeprint", () => { opened = [...folded()]; for (const one of opened) one.open = true; });
    addEventListener("afterprint", () => { for (const one of opened) one.open = false; });
    this.#read();
  }

  /* An agreement, and a version of it. */
  #field(side) {
    const w = this.#words, name = w[side];
    const agreements = [...new Map(this.#texts.map((text) => [text.agreement, text])).values()];
    const agreement = make("select", { id: `kies-${side}` }, make("option", { value: "" }, w.none),
      ...agreements.map((text) => make("option", { value: text.agreement, lang: text.language }, text.title)));
    const version = make("select", { id: `kies-${side}-2`, "aria-label": `${w.version}, ${name}` });
    const label = make("label", { htmlFor: agreement.id }, name);
    const fillVersions = () => {
      const own = this.#texts.filter((text) => text.agreement === agreement.value);
      version.replaceChildren(...own.map((text) => make("option", { value: text.key }, `${text.label} · ${text.said}`)));
      version.hidden = own.length < 2;
      version.value = (own.find(({ now }) => now) ?? own[0])?.key ?? "";
    };
    agreement.addEventListener("change", () => { fillVersions(); this.#choose(this.#chosen); });
    version.addEventListener("change", () => this.#choose(this.#chosen));
    const set = (text) => { agreement.value = text?.agreement ?? ""; fillVersions(); if (text) version.value = text.key; };
    return { box: make("p", {}, label, agreement, version), set, value: () => version.value };
  }

  get #chosen() {
    return this.#fields.map(({ value }) => value());
  }

  #choose(chosen) {
    history.pushState(null, "", addressOf(this.#keys, chosen));
    this.#read();
  }

  /* Shows what the address asks for. */
  async #read() {
    const asked = ++this.#asked, w = this.#words;
    this.#search = location.search;
    const { rows, said } = choice(location.search, this.#keys, this.#texts);
    rows.forEach((row, side) => this.#fields[side].set(row));
    this.#said.textContent = said ? fill(w[said[0]], said[1]) : "";
    this.#shown.replaceChildren();
    document.title = this.#title;
    if (said || !rows[0]) return;
    // An agreement without a version in the address was the one that counts: the address now says which.
    const query = addressOf(this.#keys, rows.map(({ key }) => key));
    if (query !== location.search) history.replaceState(null, "", `${query}${location.hash}`);
    this.#search = location.search;
    try {
      const [found, standing] = await Promise.all([Promise.all(rows.map(({ file }) => load(file))), Promise.all(rows.map(standingOf))]);
      if (asked !== this.#asked) return;
      this.#shown.replaceChildren(drawn({ words: w, demands: JSON.parse(this.dataset.demands), compare: JSON.parse(this.dataset.compare) }, rows, found, standing));
      document.title = fill(w.page_title, ...rows.map(({ short, label }) => `${short} · ${label}`));
      document.querySelector("paper-facts")?.show(standing.filter(Boolean));
      if (named()) document.getElementById(named())?.scrollIntoView();
    } catch {
      if (asked !== this.#asked) return;
      this.#said.textContent = w.failed;
      this.#shown.replaceChildren(make("p", { className: "links" }, ...rows.flatMap(({ reads, short, label }) => [make("a", { href: reads }, `${short} · ${label}`), " "])));
    }
  }
});

/* `?een=mickcom/1.5&ander=...`, with the slash as it is read. */
function addressOf(keys, chosen) {
  const query = keys.map((key, side) => (chosen[side] ? `${key}=${encodeURIComponent(chosen[side]).replace("%2F", "/")}` : "")).filter(Boolean);
  return `?${query.join("&")}`;
}

/* How a text stands on every day, called by its agreement too; undefined where that cannot be had. */
async function standingOf({ standings, version, title, short }) {
  const known = await load(standings).catch(() => ({ editions: [] }));
  const found = known.editions.find((one) => one.version === version);
  return found && { ...found, name: `${title}, ${found.name}`, label: `${short} ${found.label}` };
}

function textsOf(row) {
  const { agreement, title, short, language, notOf, standings } = row.dataset;
  return [...row.querySelectorAll("a")].map((link) => {
    const { version, name, home, file, now, standing, said } = link.dataset;
    const reads = link.getAttribute("href");
    return { key: `${agreement}/${version}`, agreement, title, short, language, notOf, version, name, home, file, now: now === "yes", standing, said, standings, reads, label: link.textContent };
  });
}
