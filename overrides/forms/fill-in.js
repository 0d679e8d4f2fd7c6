/* <fill-in data-form data-words>: a questionnaire. Without script its controls can be printed; with script it knows what
   follows from an answer, keeps count, reads and saves files, and makes a report. It sends nothing. */

import { button, fill, make, wordsOf } from "../kit/dom.js";
import "./breach-clock.js";
import { inShort, inWords, stamp } from "./clock-core.js";
import { applies, differences, indexed, progress, since } from "./core.js";
import { Start } from "./fill-in-start.js";

customElements.define("fill-in", class extends HTMLElement {
  #boxes = new Map();
  #fresh = { report: 1, previous: undefined };
  #coming;

  connectedCallback() {
    if (this.words) return;
    this.words = wordsOf(this);
    this.about = JSON.parse(this.dataset.form);
    this.clock = document.querySelector("breach-clock");
    this.clockWords = this.clock ? wordsOf(this.clock) : {};
    this.asks = [...this.querySelectorAll("[data-ask]")].map((box) => this.#ask(box));
    this.byId = indexed(this.asks);
    Object.assign(this, this.#fresh);
    this.unsaved = false;
    this.#bar = this.#makeBar();
    this.start = new Start(this);
    this.said = make("p", { className: "said", role: "status" });
    this.end = make("section", { className: "finish" }, make("h2", { id: "afronden", tabIndex: -1 }, this.words.finish_title), this.said);
    this.prepend(this.start.element, this.#bar);
    // A browser brings the caret of a field into sight, whatever sticks to the foot of the screen over it.
    this.addEventListener("focusin", ({ target }) => requestAnimationFrame(() => {
      if (target === document.activeElement && target.matches("textarea")) target.scrollIntoView({ block: "nearest" });
    }));
    this.append(this.end);
    this.#addRest();
    this.#addTime();
    this.addEventListener("input", (event) => event.target.closest("[data-ask]") && this.changed());
    this.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("clock", ({ detail }) => {
      if (detail.now) for (const row of this.#time) this.#take(row);
      this.changed();
    });
    addEventListener("beforeunload", (event) => this.unsaved && event.preventDefault());
    addEventListener("beforeprint", () => this.finish?.drawReport());
    this.start.restore();
    this.show();
    if (document.readyState === "complete") this.complete();
    else addEventListener("load", () => this.complete());
  }

  /** Fetches what no question needs: files, and the final step. That is as soon as the page is there, so that the connection
      may be lost after that. Whether it came; who asks again tries again. */
  async complete() {
    this.#coming ??= import("./fill-in-finish.js");
    try {
      const { Finish } = await this.#coming;
      this.finish ??= new Finish(this);
      return true;
    } catch {
      this.#coming = undefined;
      this.said.textContent = this.words.missing;
      return false;
    }
  }

  /* What is known of one control, from the page. */
  #ask(box) {
    const question = box.closest(".question");
    const group = box.closest(".group")?.querySelector(":scope > h2");
    // Under no heading the words just above say what it is about.
    const above = [...question.querySelectorAll(":scope > .hint")].filter((hint) => hint.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING);
    const heading = (question.querySelector(":scope > h3") ?? above.at(-1))?.textContent ?? "";
    const radios = [...box.querySelectorAll("input[type=radio]")];
    const ask = {
      id: box.dataset.ask,
      kind: radios.length ? "choice" : "blank",
      label: box.dataset.label,
      options: radios.map(({ value }) => value),
      when: box.dataset.when?.split(/=(?=[^=]*$)/) ?? null,
      question: question.dataset.question,
      heading,
      group: group?.textContent ?? "",
      required: question.dataset.required === "yes",
      asked: question.dataset.asked ?? "",
    };
    const state = make("p", { className: "state", hidden: true });
    box.append(state);
    this.#boxes.set(ask.id, { box, radios, area: box.querySelector("textarea"), state });
    if (radios.length) {
      // By keyboard Delete does the same; the tabulator need not stop here.
      const clear = button("×", "clear", () => this.#choose(radios, ""), { tabIndex: -1, "aria-label": this.words.clear, title: this.words.clear });
      radios.at(-1).closest(".options").after(clear);
    }
    return ask;
  }

  /** The answers: a Map from id to words. */
  get values() {
    const values = new Map();
    for (const [id, { radios, area }] of this.#boxes) {
      const value = area ? area.value : radios.find(({ checked }) => checked)?.value ?? "";
      if (value) values.set(id, value);
    }
    return values;
  }

  /** Everything that is saved: answers, moments, and the report that this one supplements. */
  get state() {
    const { discovered, informed } = this.clock?.moments ?? {};
    return { values: this.values, report: this.report, previous: this.previous, discovered, informed };
  }

  set state({ values, report, previous, discovered, informed }) {
    for (const [id, { radios, area }] of this.#boxes) {
      if (area) area.value = values.get(id) ?? "";
      for (const radio of radios) radio.checked = radio.value === values.get(id);
    }
    Object.assign(this, { report, previous });
    if (this.clock) this.clock.moments = { discovered, informed };
    this.show();
  }

  /** Begins again. */
  empty() {
    this.state = { ...this.#fresh, values: new Map() };
  }

  /** What this report is called: `de eerste melding`, `aanvulling 2`. */
  called(report = this.report) {
    return report === 1 ? this.words.first_report : fill(this.words.later_report, report - 1);
  }

  count(number) {
    return number === 1 ? this.words.answers_one : fill(this.words.answers_many, number);
  }

  moment(instant) {
    return inWords(instant, this.clockWords);
  }

  /** The moments as stamps, for a file. */
  get stamped() {
    const { discovered, informed, ...rest } = this.state;
    const stamps = Object.entries({ discovered, informed }).map(([key, instant]) => [key, instant === undefined ? null : stamp(instant)]);
    return { ...rest, ...Object.fromEntries(stamps) };
  }

  /** Something was typed, chosen or read in. */
  changed() {
    this.unsaved = true;
    if (!this.finish) this.complete();
    this.show();
    this.start.changed();
  }

  /** Brings the page in line with the answers. */
  show() {
    const values = this.values;
    for (const ask of this.asks) {
      const { box, state } = this.#boxes.get(ask.id);
      const asked = applies(ask, values, this.byId);
      box.hidden = !asked && !values.has(ask.id);
      box.classList.toggle("answered", values.has(ask.id));
      const became = this.previous ? since(this.previous.values.get(ask.id), values.get(ask.id)) : "";
      const was = this.previous?.values.get(ask.id);
      const notes = [];
      if (became) notes.push(`${this.words[became]}${was === undefined ? "" : `; ${fill(this.words.was, was.length > 200 ? `${was.slice(0, 200)}…` : was)}`}`);
      if (!asked && values.has(ask.id)) notes.push(this.words.kept);
      state.hidden = !notes.length;
      state.textContent = notes.join(". ");
    }
    for (const line of this.querySelectorAll(".line")) {
      const boxes = [...line.querySelectorAll(":scope > [data-ask]")];
      line.hidden = boxes.every(({ hidden }) => hidden);
      const behind = line.querySelector(":scope > .behind");
      if (behind) behind.hidden = boxes.at(-1).hidden;
    }
    this.#showBar(values);
    this.#showParts(values);
    this.#showTime(values);
    this.#showRest();
    this.start.since(this.previous && differences(this.asks, values, this.previous.values));
  }

  #bar;

  #makeBar() {
    this.counted = make("span", { className: "counted" });
    this.open = make("span", { className: "still" });
    this.due = make("span", { className: "due" });
    this.far = make("progress", { "aria-hidden": "true" });
    const link = make("a", { href: "#afronden" }, this.words.finish);
    return make("div", { className: "bar-below", role: "region", "aria-label": this.words.finish_title }, this.far, this.due, this.counted, this.open, link);
  }

  #showBar(values) {
    const { answered, all, open } = progress(this.asks, values);
    this.counted.textContent = fill(this.words.progress, answered, all);
    Object.assign(this.far, { max: all || 1, value: answered });
    const asks = this.asks.some(({ required }) => required);
    this.open.textContent = !asks ? "" : !open.length ? this.words.none_open : open.length === 1 ? this.words.open_one : fill(this.words.open_many, open.length);
    const own = this.clock?.deadlines[0];
    this.due.textContent = own ? fill(this.clockWords.until, inShort(own.until)) : "";
  }

  /* Behind each part in the index: how far it is. */
  #showParts(values) {
    for (const link of this.querySelectorAll(".form-parts a")) {
      const part = document.getElementById(link.hash.slice(1)).closest(".question, .group");
      const own = new Set([...part.querySelectorAll("[data-ask]")].map(({ dataset }) => dataset.ask));
      const { answered, all } = progress(this.asks.filter(({ id }) => own.has(id)), values);
      link.classList.toggle("done", all > 0 && answered === all);
      link.nextElementSibling.textContent = all ? fill(this.words.of, answered, all) : "";
    }
  }

  /* 'Zet de rest op NEE': for a list of the same choices. */
  #rest = [];

  #addRest() {
    for (const question of this.querySelectorAll(".question")) {
      const own = [...question.querySelectorAll("[data-ask]")].map(({ dataset }) => this.byId.get(dataset.ask));
      const choices = own.filter(({ kind, when, options }) => kind === "choice" && !when && options.length === 2);
      if (choices.length < 3 || new Set(choices.map(({ options }) => options.join())).size > 1) continue;
      const last = choices[0].options[1];
      const name = fill(this.words.rest, last);
      const rest = button(name, "tool rest", () => {
        const values = this.values;
        for (const { id } of choices.filter(({ id }) => !values.has(id))) this.#boxes.get(id).radios.at(-1).checked = true;
        this.changed();
      }, { "aria-label": `${name}: ${choices[0].heading}` });
      question.append(make("p", { className: "rest-line" }, rest));
      this.#rest.push({ rest, choices });
    }
  }

  #showRest() {
    const values = this.values;
    for (const { rest, choices } of this.#rest) rest.disabled = choices.every(({ id }) => values.has(id));
  }

  /* The clock's time, offered where the annex asks when it was discovered; 'now' fills in both, in either place. */
  #time = [];

  #addTime() {
    if (!this.clock) return;
    for (const ask of this.asks.filter(({ id, kind }) => kind === "blank" && this.about.discovered.some((at) => id.startsWith(`${at}.`)))) {
      const { box, area } = this.#boxes.get(ask.id);
      const row = { ask, area, taken: "" };
      row.button = button("", "quiet take", () => {
        if (this.clock.moments.discovered === undefined) this.clock.now();
        else this.#take(row);
        area.focus();
        this.changed();
      }, { hidden: true });
      box.append(row.button);
      this.#time.push(row);
    }
  }

  /* What somebody typed stays. */
  #take(row) {
    if (row.area.value && row.area.value !== row.taken) return;
    row.area.value = row.taken = this.moment(this.clock.moments.discovered);
  }

  #showTime(values) {
    const discovered = this.clock?.moments.discovered;
    for (const { ask, button: take } of this.#time) {
      take.hidden = values.has(ask.id);
      const words = discovered === undefined ? this.clockWords.now : fill(this.words.take_time, this.moment(discovered));
      take.textContent = words;
      take.setAttribute("aria-label", `${words}: ${ask.heading}`);
    }
  }

  /* In a choice: Delete takes the answer away, and the first letter of an option chooses it. */
  #key(event) {
    if (!event.target.matches?.("input[type=radio]") || event.ctrlKey || event.metaKey || event.altKey) return;
    const { radios } = [...this.#boxes.values()].find((one) => one.radios.includes(event.target)) ?? {};
    if (!radios) return;
    if (event.key === "Delete" || event.key === "Backspace") this.#choose(radios, "");
    else if (event.key.length === 1 && event.key.trim()) {
      const chosen = radios.filter(({ value }) => value.toLowerCase().startsWith(event.key.toLowerCase()));
      if (chosen.length !== 1) return;
      this.#choose(radios, chosen[0].value);
      chosen[0].focus();
    } else return;
    event.preventDefault();
  }

  #choose(radios, value) {
    for (const radio of radios) radio.checked = radio.value === value;
    this.changed();
  }
});
