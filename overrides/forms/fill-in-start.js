/* What stands above a questionnaire: go on with a file, keep a draft, and what is new since an earlier report. */

import { button, fill, make } from "../kit/dom.js";
import { readStamp, stamp } from "./clock-core.js";
import { keep, load, remove } from "./draft.js";
import { makeFile, readFileText } from "./file.js";
import { fileField } from "./parts.js";

const WAIT = 400;

export class Start {
  #form;
  #words;
  #key;
  #timer;
  #before;

  constructor(form) {
    this.#form = form;
    const w = this.#words = form.words;
    const { agreement, edition, annex, sha256 } = form.about;
    this.#key = `clausule:${agreement}/${edition}/${annex}:${sha256.slice(0, 16)}`;
    this.said = make("p", { className: "said", role: "status" });
    this.asked = make("div", { className: "asked-first", hidden: true, role: "group", "aria-label": w.in_file });
    this.changes = make("p", { className: "since", role: "status", hidden: true });
    this.undo = button(w.undo, "tool", () => this.#undo(), { hidden: true });
    this.box = make("input", { type: "checkbox", id: "concept-bewaren", "aria-describedby": "concept-uitleg" });
    this.box.addEventListener("change", () => this.#toggle());
    const file = fileField({ id: "bestand-lezen", "aria-describedby": "bestand-uitleg" }, (text) => readFileText(text, form.about, form.asks), (found) => this.#open(found));
    this.element = make("div", { className: "start" },
      make("div", { className: "choice-of-file" },
        make("label", { htmlFor: file.id, className: "name" }, w.open), file,
        make("p", { className: "hint", id: "bestand-uitleg" }, w.open_hint)),
      make("div", { className: "choice-of-draft" },
        make("label", { className: "tick" }, this.box, " ", w.draft),
        make("p", { className: "hint", id: "concept-uitleg" }, w.draft_hint)),
      this.asked, this.said, make("p", { className: "undo" }, this.undo), this.changes,
      make("p", { className: "hint keys" }, w.keys));
    addEventListener("storage", ({ key, newValue }) => {
      if (key === this.#key && newValue !== null && this.box.checked) this.#say(w.draft_elsewhere);
    });
    addEventListener("pagehide", () => this.#flush());
  }

  /** Puts back the draft that this browser keeps, if it was asked to keep one. */
  restore() {
    const words = load(this.#key);
    if (words === undefined || words === null) return;
    const form = this.#form, w = this.#words;
    const found = readFileText(words, form.about, form.asks);
    if (found.fault) {
      this.#say(fill(w.draft_bad, this.#sentence(found.fault)));
      return;
    }
    form.state = found.state;
    this.box.checked = true;
    this.#say(fill(w.draft_back, form.moment(readStamp(found.state.saved))));
  }

  /** Something was typed: the draft follows, when one is kept. */
  changed() {
    if (!this.box.checked) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keep(), WAIT);
  }

  /** Says how much is new since the earlier report; `number` is undefined when there is none. */
  since(number) {
    this.changes.hidden = number === undefined;
    if (number === undefined) return;
    const form = this.#form;
    const { report, saved } = form.previous;
    const when = form.moment(readStamp(saved));
    const words = number ? fill(this.#words.since, form.called(report), when, form.count(number)) : fill(this.#words.nothing_new, form.called(report), when);
    if (this.changes.textContent !== words) this.changes.textContent = words;
  }

  /** Begins again, and offers the way back. */
  startOver() {
    this.#remember();
    this.#form.empty();
    this.#form.changed();
    this.#say(this.#words.started_over);
    this.undo.focus();
  }

  #toggle() {
    clearTimeout(this.#timer);
    if (this.box.checked) this.#keep();
    else if (remove(this.#key)) {
      this.#say(this.#words.draft_removed);
      this.#form.unsaved = this.#form.values.size > 0;
    } else this.#say(this.#words.draft_refused);
  }

  #keep() {
    const form = this.#form;
    const saved = stamp(Date.now());
    const fault = keep(this.#key, JSON.stringify(makeFile(form.about, form.asks, form.stamped, saved)));
    this.#timer = undefined;
    if (!fault) {
      form.unsaved = false;
      this.#say(fill(this.#words.draft_kept, saved.slice(11, 16)));
      return;
    }
    if (fault === "refused") this.box.checked = false;
    this.#say(this.#words[`draft_${fault}`]);
  }

  #flush() {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#keep();
  }

  #open({ fault, state }) {
    const form = this.#form;
    this.asked.hidden = true;
    if (fault) {
      this.#say(this.#sentence(fault));
      const [key, edition] = fault;
      // Where the file does belong, if that is an address at all; an unknown one leads to the page for lost readers.
      if (key === "other_edition" && /^[0-9a-z]+(?:[.-][0-9a-z]+)*$/.test(edition)) {
        this.said.append(" ", make("a", { href: `../../../${edition}/${form.about.annex}/invullen/` }, fill(this.#words.go_there, edition)));
      }
      return;
    }
    this.#ask(state);
  }

  /* What is in the file, and what to do with it: nothing is replaced before that. */
  #ask(state) {
    const form = this.#form, w = this.#words;
    const here = form.values.size;
    const name = form.called(state.report);
    const choose = (words, act) => button(words, "tool", () => {
      this.asked.hidden = true;
      if (!act) return this.#say("");
      this.#remember();
      act();
      form.changed();
      this.#say(fill(w.read_in, form.count(state.values.size)));
      this.undo.focus();
    });
    const { saved, values, report } = state;
    const first = choose(w.continue, () => { form.state = state; });
    this.asked.replaceChildren(
      make("p", {}, fill(w.found, name, form.moment(readStamp(saved)), form.count(values.size))),
      here ? make("p", {}, fill(w.replaces, form.count(here))) : "",
      make("p", { className: "buttons" }, first,
        choose(w.supplement, () => { form.state = { ...state, report: report + 1, previous: { report, saved, values } }; }),
        choose(w.cancel)),
      make("p", { className: "hint" }, w.supplement_hint));
    this.asked.hidden = false;
    this.#say("");
    first.focus();
  }

  #remember() {
    this.#before = this.#form.state;
    this.undo.hidden = false;
  }

  #undo() {
    this.#form.state = this.#before;
    this.#form.changed();
    this.undo.hidden = true;
    this.#say(this.#words.undone);
  }

  #sentence([key, ...values]) {
    const w = this.#words;
    return fill(w[key], ...values.map((value) => (Array.isArray(value) ? value.join(` ${w.or} `) : value)));
  }

  #say(words) {
    this.said.textContent = words;
  }
}
