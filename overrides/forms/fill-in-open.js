/* A questionnaire as a file: made, opened, and the way back to what stood there before. */

import { button, fill, make } from "../kit/dom.js";
import { readStamp } from "./clock-core.js";
import { makeFile, readFileText } from "./file.js";
import { readField } from "./file-field.js";

export class Opening {
  #form;
  #words;
  #start;
  #before;

  constructor(form) {
    this.#form = form;
    this.#words = form.words;
    this.#start = form.start;
  }

  /** The answers as they are, as a file of the moment `saved`. */
  file(saved) {
    const form = this.#form;
    return makeFile(form.about, form.asks, form.stamped, saved);
  }

  /** Reads the file that was chosen in `field`, and asks what to do with it. */
  async open(field) {
    this.#opened(await readField(field, (text) => this.#read(text)));
  }

  /** Puts back a draft; whether it could be read. */
  restore(words) {
    const form = this.#form, w = this.#words;
    const found = this.#read(words);
    if (found.fault) {
      this.#say(fill(w.draft_bad, this.#sentence(found.fault)));
      return false;
    }
    form.state = found.state;
    this.#say(fill(w.draft_back, form.moment(readStamp(found.state.saved))));
    return true;
  }

  /** Begins again, and offers the way back. */
  startOver() {
    this.#remember();
    this.#form.empty();
    this.#form.changed();
    this.#say(this.#words.started_over);
    this.#start.undo.focus();
  }

  /** Back to what stood here. */
  undo() {
    this.#form.state = this.#before;
    this.#form.changed();
    this.#start.undo.hidden = true;
    this.#say(this.#words.undone);
  }

  #read(text) {
    return readFileText(text, this.#form.about, this.#form.asks);
  }

  #opened({ fault, state }) {
    const form = this.#form;
    this.#start.asked.hidden = true;
    if (fault) {
      this.#say(this.#sentence(fault));
      const [key, edition] = fault;
      // Where the file does belong, if that is an address at all; an unknown one leads to the page for lost readers.
      if (key === "other_edition" && /^[0-9a-z]+(?:[.-][0-9a-z]+)*$/.test(edition)) {
        this.#start.said.append(" ", make("a", { href: `../../../${edition}/${form.about.annex}/invullen/` }, fill(this.#words.go_there, edition)));
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
      this.#start.asked.hidden = true;
      if (!act) return this.#say("");
      this.#remember();
      act();
      form.changed();
      this.#say(fill(w.read_in, form.count(state.values.size)));
      this.#start.undo.focus();
    });
    const { saved, values, report } = state;
    const first = choose(w.continue, () => { form.state = state; });
    this.#start.asked.replaceChildren(
      make("p", {}, fill(w.found, name, form.moment(readStamp(saved)), form.count(values.size))),
      here ? make("p", {}, fill(w.replaces, form.count(here))) : "",
      make("p", { className: "buttons" }, first,
        choose(w.supplement, () => { form.state = { ...state, report: report + 1, previous: { report, saved, values } }; }),
        choose(w.cancel)),
      make("p", { className: "hint" }, w.supplement_hint));
    this.#start.asked.hidden = false;
    this.#say("");
    first.focus();
  }

  #remember() {
    this.#before = this.#form.state;
    this.#start.undo.hidden = false;
  }

  #sentence([key, ...values]) {
    const w = this.#words;
    return fill(w[key], ...values.map((value) => (Array.isArray(value) ? value.join(` ${w.or} `) : value)));
  }

  #say(words) {
    this.#start.say(words);
  }
}
