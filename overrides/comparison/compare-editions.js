/* <compare-editions data-from data-now data-failed data-old data-new data-show data-all data-beside data-meant>: any two
   editions of an agreement; the last six are the words of its language in addresses. Which two and how they are shown stands in the
   address, so that it can be passed on and printed. Without script it is a list of the comparisons that have a page, and
   the map of all changes. */

import { readDay, today } from "../kit/dates.js";
import { ask, button, fill, load, make, named } from "../kit/dom.js";
import { between, counted, onDay, tally, unpack } from "./core.js";
import "./compare-steps.js";
import "./copy-redline.js";
import { apart, view } from "./view.js";

/** How a comparison can be shown, in the order in which the address names it. */
export const VIEWS = ["all", "beside", "meant"];

/** What the address asks for: indexes of two editions, each by its version or by a day on which it applied; what to say
    of a day; the version that nobody knows; and how to show them, or the view that nobody knows. `keys` are the words
    of addresses. */
export function asked(search, data, current, keys, now = today()) {
  const query = new URLSearchParams(search);
  const versions = data.editions.map(({ version }) => version);
  const [from, to] = [keys.old, keys.new].map((key) => {
    const wanted = query.get(key);
    if (wanted === null) return { index: -1 };
    if (versions.includes(wanted)) return { index: versions.indexOf(wanted) };
    const day = readDay(wanted.trim());
    return (day && onDay(data, day, now)) || { index: -1, unknown: wanted };
  });
  const newer = to.index >= 0 ? to.index : Math.max(versions.indexOf(current), 0);
  const older = from.index >= 0 ? from.index : newer ? newer - 1 : 1;
  const shown = (query.get(keys.show) ?? "").split(",").filter(Boolean);
  return {
    views: VIEWS.filter((view) => shown.includes(keys[view])),
    strange: shown.find((word) => !VIEWS.some((view) => keys[view] === word)),
    old: older,
    now: newer,
    unknown: [from, to].find(({ unknown }) => unknown !== undefined)?.unknown,
    said: [from, to].map(({ said }) => said).filter(Boolean).join(" "),
    none: !query.has(keys.old) && !query.has(keys.new),
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
  #list = this.querySelector(".by-list");
  #track = this.querySelector("edition-track");
  #toggles = {};
  #told = "";
  #strange = "";
  #search;

  async connectedCallback() {
    if (this.#data) return;
    try {
      this.#data = unpack(await load(this.dataset.from));
    } catch {
      this.prepend(make("p", { role: "status" }, this.dataset.failed));
      for (const folded of this.querySelectorAll("details")) folded.open = true;
      this.#begin.hidden = false;
      return;
    }
    this.#list.append(this.#form());
    this.#list.after(this.#said);
    this.append(this.#shown);
    this.#track.tell = (old, now) => this.#differ(old, now);
    this.#track.addEventListener("compare", (event) => {
      event.preventDefault();
      this.#choose(...event.detail);
    });
    // Going to a clause on the page is told as well, and changes nothing.
    addEventListener("popstate", () => location.search !== this.#search && this.#read());
    this.#read();
  }

  /* How much differs between two editions, and what these are. */
  #differ(old, now) {
    const { words, editions } = this.#data;
    if (old === now) return [words.twice, ""];
    const rows = between(this.#data, old, now).flatMap((group) => group.rows);
    const title = fill(words.page_title, editions[old].label, editions[now].label);
    return [counted(this.#data, rows, old, now) || words.nothing, `${title}: ${tally(this.#data, rows)}.`];
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
    for (const key of VIEWS) {
      this.#toggles[key] = button(words[key], `tool for-${key}`, () => this.#toggle(key), { "aria-pressed": "false" });
    }
    return make("div", { className: "pick-two", role: "group", "aria-label": words.choose }, ...fields, swap, ...Object.values(this.#toggles));
  }

  /* A day instead of a version. While a year is being typed the field has days in the year 2 or 20: they say nothing. */
  #day(side, name) {
    const field = make("input", { type: "date", id: `dag-${this.dataset[side ? "new" : "old"]}` });
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

  #ask(old, now) {
    history.pushState(null, "", `?${new URLSearchParams([[this.dataset.old, old], [this.dataset.new, now], ...this.#viewsAsked()])}`);
    this.#read();
  }

  #viewsAsked() {
    const words = VIEWS.filter((view) => this.#isOn(view)).map((view) => this.dataset[view]);
    return words.length ? [[this.dataset.show, words.join(",")]] : [];
  }

  #isOn(view) {
    return this.#toggles[view].getAttribute("aria-pressed") === "true";
  }

  #turn(view, on) {
    this.#toggles[view].setAttribute("aria-pressed", String(on));
  }

  #toggle(view) {
    this.#turn(view, !this.#isOn(view));
    ask({ [this.dataset.show]: this.#viewsAsked()[0]?.[1] ?? "" });
    this.#search = location.search;
    this.#strange = "";
    this.#draw();
  }

  /* Shows what the address asks for. */
  #read() {
    this.#search = location.search;
    const { editions, words } = this.#data;
    const { old, now, unknown, said, none, views, strange } = asked(location.search, this.#data, this.dataset.now, this.dataset);
    for (const view of VIEWS) this.#turn(view, views.includes(view));
    this.#strange = strange ? fill(words.strange, shortened(strange), VIEWS.map((view) => words[view]).join(", ")) : "";
    this.#selects[0].value = old;
    this.#selects[1].value = now;
    const fault = unknown !== undefined ? fill(words.unknown, shortened(unknown)) : !none && old === now ? words.twice : "";
    this.#told = said;
    this.#begin.hidden = !none && !fault;
    if (fault) for (const folded of this.#begin.querySelectorAll(".listed")) folded.open = true;
    this.#list.classList.toggle("plain", !none);
    this.#list.open ||= !none;
    // Where the address names none, the handles may have been moved already.
    if (none) this.#track.told();
    else this.#track.chosen = [old, now];
    this.#shown.hidden = none || Boolean(fault);
    this.#name();
    this.#said.textContent = [said, fault].filter(Boolean).join(" ");
    for (const toggle of Object.values(this.#toggles)) toggle.hidden = this.#shown.hidden;
    this.#shown.replaceChildren();
    if (!this.#shown.hidden) this.#draw(true);
  }

  #draw(arriving = false) {
    const { words } = this.#data;
    const [old, now] = this.#chosen;
    const groups = between(this.#data, old, now);
    let shown = view(this.#data, groups, old, now, this.#isOn("all"));
    let target = arriving ? this.#target(shown.changes) : null;
    if (arriving && !target && location.hash) {
      const whole = view(this.#data, groups, old, now, true);
      target = this.#target(whole.changes);
      if (target) {
        shown = whole;
        this.#turn("all", true);
      }
    }
    if (target?.closest('[data-nature="editorial"], .renumbered, .same')) this.#turn("meant", false);
    this.#shown.classList.toggle("only-meant", this.#isOn("meant"));
    this.#toggles.meant.textContent = `${words.meant} (${shown.meant})`;
    if (this.#isOn("beside")) apart(shown.changes, [old, now].map((index) => this.#data.editions[index].label));
    this.#shown.classList.toggle("beside", this.#isOn("beside"));
    const lost = arriving && !target && named() ? fill(words.no_clause, shortened(named())) : "";
    this.#said.textContent = [lost, this.#strange, this.#told, shown.any ? shown.tally : words.nothing].filter(Boolean).join(" ");
    this.#name();
    const steps = make("compare-steps", { "data-previous": words.previous_change, "data-next": words.next_change });
    const aside = make("aside", { className: "about", "aria-label": words.this }, steps);
    this.#shown.replaceChildren(...(shown.any && !shown.hopeless ? [shown.overview] : []), shown.changes, aside);
    if (target) location.replace(`#${encodeURIComponent(target.id)}`);
  }

  /* What is compared, and how: above it, in the title and on paper. */
  #name() {
    const { editions, words } = this.#data;
    const [old, now] = this.#chosen;
    const title = fill(words.page_title, editions[old].label, editions[now].label);
    const views = VIEWS.filter((view) => this.#isOn(view)).map((view) => words[view]);
    this.#title.textContent = this.#shown.hidden ? this.#first.heading : title;
    document.title = this.#shown.hidden ? this.#first.title : [title, ...views, this.#first.title].join(" · ");
    document.querySelector("paper-facts").show(this.#shown.hidden ? [] : [old, now].map((index) => editions[index].version));
  }

  #target(changes) {
    return named() ? changes.querySelector(`[id="${CSS.escape(named())}"]`) : null;
  }
});
