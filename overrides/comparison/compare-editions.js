/* <compare-editions data-from data-now data-failed>: any two editions of an agreement. Without script it is a list of
   the comparisons that have a page, and the map of all changes. */

import { readDay, today } from "../kit/dates.js";
import { button, fill, load, make, named } from "../kit/dom.js";
import { between, onDay, unpack } from "./core.js";
import { apart, view } from "./view.js";

/** What the address asks for: indexes of two editions, each by its version or by a day on which it applied; what to say
    of a day; or the version that nobody knows. */
export function asked(search, data, current, now = today()) {
  const query = new URLSearchParams(search);
  const versions = data.editions.map(({ version }) => version);
  const [from, to] = ["van", "naar"].map((key) => {
    const wanted = query.get(key);
    if (wanted === null) return { index: -1 };
    if (versions.includes(wanted)) return { index: versions.indexOf(wanted) };
    const day = readDay(wanted.trim());
    return (day && onDay(data, day, now)) || { index: -1, unknown: wanted };
  });
  const newer = to.index >= 0 ? to.index : Math.max(versions.indexOf(current), 0);
  const older = from.index >= 0 ? from.index : newer ? newer - 1 : 1;
  return {
    old: older,
    now: newer,
    unknown: [from, to].find(({ unknown }) => unknown !== undefined)?.unknown,
    said: [from, to].map(({ said }) => said).filter(Boolean).join(" "),
    none: !query.has("van") && !query.has("naar"),
  };
}

/* What an address says, as far as it can be shown: without characters that turn the words around or are not seen. */
const shortened = (words) => words.replace(/[\p{C}]/gu, "").slice(0, 60);

customElements.define("compare-editions", class extends HTMLElement {
  #data;
  #selects;
  #days = [];
  #begin = this.querySelector(".begin");
  #title = document.querySelector("h1");
  #first = { title: document.title, heading: this.#title?.textContent };
  #shown = make("div", { className: "compare shown", hidden: true });
  #said = make("p", { className: "tally", role: "status" });
  #toggles = {};
  #told = "";
  #search;

  async connectedCallback() {
    if (this.#data) return;
    try {
      this.#data = unpack(await load(this.dataset.from));
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
    const swap = button(words.swap, "tool", () => this.#choose(...this.#chosen.reverse()));
    const dated = editions.some(({ from }) => from);
    const fields = this.#selects.map((select, side) => {
      const name = words[side ? "to" : "from"];
      const field = make("p", {}, make("label", { htmlFor: select.id }, name), " ", select);
      if (dated) field.append(" ", this.#day(side, name));
      return field;
    });
    for (const key of ["all", "beside"]) {
      this.#toggles[key] = button(words[key], `tool for-${key}`, () => this.#toggle(key), { "aria-pressed": "false" });
    }
    return make("div", { className: "pick-two", role: "group", "aria-label": words.choose }, ...fields, swap, ...Object.values(this.#toggles));
  }

  /* A day instead of a version. While a year is being typed the field has days in the year 2 or 20: they say nothing. */
  #day(side, name) {
    const field = make("input", { type: "date", id: `dag-${side ? "naar" : "van"}` });
    field.addEventListener("change", () => {
      const day = readDay(field.value);
      if (!day || day < "1900") return;
      const versions = this.#chosen.map((index) => this.#data.editions[index].version);
      this.#ask(side ? versions[0] : day, side ? day : versions[1]);
    });
    this.#days.push(field);
    return make("span", {}, make("label", { htmlFor: field.id }, make("span", { className: "unseen" }, `${name} `), this.#data.words.on_day), " ", field);
  }

  get #chosen() {
    return this.#selects.map((select) => Number(select.value));
  }

  #choose(old, now) {
    const { editions } = this.#data;
    for (const field of this.#days) field.value = "";
    this.#ask(editions[old].version, editions[now].version);
  }

  #ask(van, naar) {
    history.pushState(null, "", `?${new URLSearchParams({ van, naar })}`);
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
    const { old, now, unknown, said, none } = asked(location.search, this.#data, this.dataset.now);
    this.#selects[0].value = old;
    this.#selects[1].value = now;
    const fault = unknown !== undefined ? fill(words.unknown, shortened(unknown)) : !none && old === now ? words.twice : "";
    this.#told = said;
    this.#begin.hidden = !none && !fault;
    this.#shown.hidden = none || Boolean(fault);
    const title = fill(words.page_title, editions[old].label, editions[now].label);
    this.#title.textContent = this.#shown.hidden ? this.#first.heading : title;
    document.title = this.#shown.hidden ? this.#first.title : `${title} · ${this.#first.title}`;
    this.#said.textContent = [said, fault].filter(Boolean).join(" ");
    document.querySelector("paper-facts").show(this.#shown.hidden ? [] : [old, now].map((index) => editions[index].version));
    for (const toggle of Object.values(this.#toggles)) toggle.hidden = this.#shown.hidden;
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
    this.#said.textContent = [this.#told, shown.any ? shown.tally : words.nothing].filter(Boolean).join(" ");
    const steps = make("compare-steps", { "data-previous": words.previous_change, "data-next": words.next_change });
    const aside = make("aside", { className: "about", "aria-label": words.this }, steps);
    this.#shown.replaceChildren(...(shown.any && !shown.hopeless ? [shown.overview] : []), shown.changes, aside);
    if (target) location.replace(`#${encodeURIComponent(target.id)}`);
  }

  #target(changes) {
    return named() ? changes.querySelector(`[id="${CSS.escape(named())}"]`) : null;
  }
});
