/* <compare-editions data-from data-now data-failed>: any two editions of an agreement. Without script it is a list of
   the comparisons that have a page, and the map of all changes. */

import { between, fill, unpack } from "./compare-core.js";
import { apart, make, view } from "./compare-view.js";

/** What the address asks for: indexes of two editions, or the version that nobody knows. */
export function asked(search, editions, current) {
  const query = new URLSearchParams(search);
  const versions = editions.map(({ version }) => version);
  const [from, to] = [query.get("van"), query.get("naar")];
  const unknown = [from, to].find((version) => version !== null && !versions.includes(version));
  const now = to !== null && versions.includes(to) ? versions.indexOf(to) : Math.max(versions.indexOf(current), 0);
  const old = from !== null && versions.includes(from) ? versions.indexOf(from) : now ? now - 1 : 1;
  return { old, now, unknown, none: from === null && to === null };
}

customElements.define("compare-editions", class extends HTMLElement {
  #data;
  #selects;
  #begin = this.querySelector(".begin");
  #title = document.querySelector("h1");
  #first = { title: document.title, heading: this.#title?.textContent };
  #shown = make("div", { class: "compare shown", hidden: true });
  #said = make("p", { class: "tally", role: "status" });
  #toggles = {};
  #search;

  async connectedCallback() {
    if (this.#data) return;
    try {
      const answer = await fetch(this.dataset.from);
      if (!answer.ok) throw new Error(answer.statusText);
      this.#data = unpack(await answer.json());
    } catch {
      this.prepend(make("p", { role: "status" }, this.dataset.failed));
      return;
    }
    this.prepend(this.#form(), this.#said);
    this.append(this.#shown);
    // Going to a clause on the page is told as well, and changes nothing.
    addEventListener("popstate", () => location.search !== this.#search && this.#read());
    this.#read();
  }

  #form() {
    const { editions, words } = this.#data;
    const options = () => [...editions.keys()].reverse().map((index) => make("option", { value: index }, editions[index].label));
    this.#selects = ["from", "to"].map((key) => make("select", { id: `kies-${key}` }, ...options()));
    for (const select of this.#selects) select.addEventListener("change", () => this.#choose(...this.#chosen));
    const swap = make("button", { type: "button", class: "tool" }, words.swap);
    swap.addEventListener("click", () => this.#choose(...this.#chosen.reverse()));
    const fields = this.#selects.map((select, index) =>
      make("p", {}, make("label", { htmlFor: select.id }, words[index ? "to" : "from"]), " ", select));
    for (const key of ["all", "beside"]) {
      const button = make("button", { type: "button", class: `tool for-${key}`, "aria-pressed": "false" }, words[key]);
      button.addEventListener("click", () => this.#toggle(key));
      this.#toggles[key] = button;
    }
    return make("div", { class: "pick-two", role: "group", "aria-label": words.choose }, ...fields, swap, ...Object.values(this.#toggles));
  }

  get #chosen() {
    return this.#selects.map((select) => Number(select.value));
  }

  #choose(old, now) {
    const { editions } = this.#data;
    const query = new URLSearchParams({ van: editions[old].version, naar: editions[now].version });
    history.pushState(null, "", `?${query}`);
    this.#read();
  }

  #toggle(key, on = this.#toggles[key].getAttribute("aria-pressed") !== "true") {
    this.#toggles[key].setAttribute("aria-pressed", String(on));
    this.#draw();
  }

  /* Shows what the address asks for. */
  #read() {
    this.#search = location.search;
    const { editions, words } = this.#data;
    const { old, now, unknown, none } = asked(location.search, editions, this.dataset.now);
    this.#selects[0].value = old;
    this.#selects[1].value = now;
    const fault = unknown !== undefined ? fill(words.unknown, unknown.slice(0, 60)) : !none && old === now ? words.twice : "";
    this.#begin.hidden = !none && !fault;
    this.#shown.hidden = none || Boolean(fault);
    const title = fill(words.page_title, editions[old].label, editions[now].label);
    this.#title.textContent = this.#shown.hidden ? this.#first.heading : title;
    document.title = this.#shown.hidden ? this.#first.title : `${title} · ${this.#first.title}`;
    this.#said.textContent = fault;
    for (const button of Object.values(this.#toggles)) button.hidden = this.#shown.hidden;
    this.#shown.replaceChildren();
    if (!this.#shown.hidden) this.#draw(true);
  }

  #draw(arriving = false) {
    const { words } = this.#data;
    const [old, now] = this.#chosen;
    const on = (key) => this.#toggles[key].getAttribute("aria-pressed") === "true";
    const groups = between(this.#data, old, now);
    let shown = view(this.#data, groups, old, now, on("all"));
    let target = arriving ? this.#target(shown.changes) : null;
    if (arriving && !target && location.hash) {
      const whole = view(this.#data, groups, old, now, true);
      target = this.#target(whole.changes);
      if (target) {
        shown = whole;
        this.#toggles.all.setAttribute("aria-pressed", "true");
      }
    }
    if (on("beside")) for (const one of shown.changes.querySelectorAll(".clause.chg")) apart(one);
    this.#shown.classList.toggle("beside", on("beside"));
    this.#said.textContent = shown.any ? shown.tally : words.nothing;
    const steps = make("compare-steps", { "data-previous": words.previous_change, "data-next": words.next_change });
    const aside = make("aside", { class: "about", "aria-label": words.this }, steps);
    this.#shown.replaceChildren(...(shown.any ? [shown.overview] : []), shown.changes, aside);
    if (target) location.replace(`#${encodeURIComponent(target.id)}`);
  }

  #target(changes) {
    try {
      const name = decodeURIComponent(location.hash.slice(1));
      return name ? changes.querySelector(`[id="${CSS.escape(name)}"]`) : null;
    } catch {
      return null;
    }
  }
});
