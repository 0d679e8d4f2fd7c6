/* <breach-clock data-words>: counts down to the moments at which a breach must be reported. Without script it is the
   same terms as text, with lines for a pen. It tells others of a change with the event `clock`. */

import { button, fill, make, wordsOf } from "../kit/dom.js";
import { inWords, instants, later, shift, spanInWords, wallTime } from "./clock-core.js";

const TICK = 5_000;

customElements.define("breach-clock", class extends HTMLElement {
  #words;
  #moments = {};
  #terms = [];
  #timer;

  connectedCallback() {
    if (this.#words) return;
    this.#words = wordsOf(this);
    for (const pen of this.querySelectorAll(".pen")) pen.classList.add("on-paper");
    const w = this.#words;
    this.#moments = { discovered: this.#moment("discovered", true), informed: this.#moment("informed", false) };
    const asked = make("div", { className: "moments" }, this.#moments.discovered.box, this.#moments.informed.box);
    this.querySelector("h2").after(asked);
    for (const section of this.querySelectorAll(".term")) {
      const until = make("p", { className: "until", role: "status" });
      const left = make("p", { className: "left", role: "timer" });
      const bar = make("span", { className: "bar-of-time", "aria-hidden": "true" }, make("span"));
      section.querySelector("h3").after(until, left, bar);
      this.#terms.push({ section, until, left, bar, hours: Number(section.dataset.hours), key: section.dataset.key });
    }
    this.append(make("p", { className: "hint shift", role: "status" }), make("p", { className: "hint" }, w.through));
    this.#timer = setInterval(() => this.#show(), TICK);
    this.#show();
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  /** The instants that were filled in: {discovered, informed}, each undefined while unknown. */
  get moments() {
    return Object.fromEntries(Object.entries(this.#moments).map(([key, { value }]) => [key, value]));
  }

  set moments(given) {
    for (const [key, moment] of Object.entries(this.#moments)) {
      moment.field.value = given[key] === undefined ? "" : wallTime(given[key]);
      const found = instants(moment.field.value) ?? [];
      moment.second.checked = found.length > 1 && given[key] === found[1];
      moment.first.checked = !moment.second.checked;
      this.#read(moment);
    }
    this.#show();
  }

  /** The terms with their last moment: [{key, title, until}]; none while nothing is known. */
  get deadlines() {
    return this.#terms.map((term) => ({ key: term.key, title: term.section.querySelector("h3").firstChild.data.trim(), until: this.#until(term) }))
      .filter(({ until }) => until !== undefined);
  }

  /* A field for a moment, with a choice for the hour that comes twice. */
  #moment(key, withNow) {
    const w = this.#words;
    const id = `klok-${key}`;
    const field = make("input", { type: "datetime-local", id, "aria-describedby": `${id}-uitleg ${id}-fout`, autocomplete: "off" });
    const [first, second] = ["first", "second"].map((one) => make("input", { type: "radio", name: `${id}-keer`, checked: one === "first" }));
    const twice = make("p", { className: "twice", hidden: true, role: "radiogroup", "aria-label": w.twice }, make("span", {}, w.twice, " "),
      make("label", {}, first, ` ${w.first}`), " ", make("label", {}, second, ` ${w.second}`));
    const said = make("p", { className: "fault", id: `${id}-fout`, role: "status" });
    const row = make("span", { className: "with-button" }, field);
    const moment = { field, first, second, twice, said, value: undefined };
    if (withNow) {
      row.append(button(w.now, "tool", () => this.now()));
    }
    for (const input of [field, first, second]) input.addEventListener("input", () => this.#changed(moment));
    moment.box = make("div", { className: "moment" }, make("label", { htmlFor: id }, w[key]), row, twice, said,
      make("p", { className: "hint", id: `${id}-uitleg` }, w[`${key}_hint`]));
    return moment;
  }

  /** Takes this moment as that of the discovery; who listens may fill it in elsewhere too. */
  now() {
    const { field, second } = this.#moments.discovered;
    field.value = wallTime(Date.now());
    second.checked = (instants(field.value) ?? []).indexOf(Math.floor(Date.now() / 60_000) * 60_000) === 1;
    this.#changed(this.#moments.discovered, true);
  }

  #changed(moment, now = false) {
    this.#read(moment);
    this.#show();
    this.dispatchEvent(new CustomEvent("clock", { bubbles: true, detail: { now } }));
  }

  #read(moment) {
    const w = this.#words;
    const found = moment.field.value ? instants(moment.field.value) : [];
    moment.twice.hidden = !(found?.length > 1);
    moment.value = found?.[moment.second.checked && found.length > 1 ? 1 : 0];
    const absent = moment.field.value && found && !found.length;
    const future = moment.value !== undefined && moment.value > Date.now() + 60_000;
    moment.said.textContent = absent ? w.absent : future ? w.future : "";
  }

  #until({ key, hours }) {
    const { discovered, informed } = this.moments;
    const from = key === "avg" ? informed ?? discovered : discovered;
    return from === undefined ? undefined : later(from, hours);
  }

  #show() {
    const w = this.#words;
    const now = Date.now();
    let turned = 0;
    for (const term of this.#terms) {
      const until = this.#until(term);
      const known = until !== undefined;
      const past = known && until <= now;
      const gone = known ? Math.min(Math.max(1 - (until - now) / (term.hours * 3_600_000), 0), 1) : 0;
      term.section.classList.toggle("past", past);
      term.section.classList.toggle("soon", known && !past && gone >= 0.75);
      set(term.until, known ? fill(w.until, inWords(until, w)) : w.waiting);
      term.until.classList.toggle("waiting", !known);
      set(term.left, known ? fill(past ? w.past : w.left, spanInWords(now, until, w)) : "");
      term.bar.hidden = !known;
      term.bar.firstChild.style.inlineSize = `${gone * 100}%`;
      if (known) turned ||= shift(later(until, -term.hours), until);
    }
    set(this.querySelector(".shift"), turned ? (turned > 0 ? w.forward : w.back) : "");
  }
});

/* A text that did not change is left alone: nobody should hear it again. */
function set(element, words) {
  if (element.textContent !== words) element.textContent = words;
}
