/* What stands above a questionnaire: go on with a file, keep a draft, and what is new since an earlier report. What makes
   and reads files comes later (fill-in-open.js). */

import { button, fill, make } from "../kit/dom.js";
import { readStamp, stamp } from "./clock-core.js";
import { keep, load, remove } from "./draft.js";

const WAIT = 400;

export class Start {
  #form;
  #words;
  #key;
  #timer;

  constructor(form) {
    this.#form = form;
    const w = this.#words = form.words;
    const { agreement, edition, annex, sha256 } = form.about;
    this.#key = `clausule:${agreement}/${edition}/${annex}:${sha256.slice(0, 16)}`;
    this.said = make("p", { className: "said", role: "status" });
    this.asked = make("div", { className: "asked-first", hidden: true, role: "group", "aria-label": w.in_file });
    this.changes = make("p", { className: "since", role: "status", hidden: true });
    this.undo = button(w.undo, "tool", () => form.opening.undo(), { hidden: true });
    this.box = make("input", { type: "checkbox", id: "concept-bewaren", "aria-describedby": "concept-uitleg" });
    this.box.addEventListener("change", () => this.#toggle());
    const file = make("input", { type: "file", accept: ".json,application/json", id: "bestand-lezen", "aria-describedby": "bestand-uitleg" });
    file.addEventListener("change", async () => {
      if (!file.value) return;
      if (await form.complete()) form.opening.open(file);
      else this.say(w.missing);
    });
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
      if (key === this.#key && newValue !== null && this.box.checked) this.say(w.draft_elsewhere);
    });
    addEventListener("pagehide", () => this.#flush());
  }

  /** Puts back the draft that this browser keeps, if it was asked to keep one. */
  async restore() {
    const words = load(this.#key), form = this.#form;
    if (words === undefined || words === null) return;
    this.say("\u00a0"); // its line is there before its words, so that nothing moves
    form.inert = true;
    if (await form.complete()) this.box.checked = form.opening.restore(words);
    else this.say(this.#words.missing);
    form.inert = false;
  }

  /** Something was typed: the draft follows, when one is kept. */
  changed() {
    if (!this.box.checked || !this.#form.opening) return;
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

  async #toggle() {
    clearTimeout(this.#timer);
    if (this.box.checked && !(await this.#form.complete())) {
      this.box.checked = false;
      this.say(this.#words.missing);
    } else if (this.box.checked) this.#keep();
    else if (remove(this.#key)) {
      this.say(this.#words.draft_removed);
      this.#form.unsaved = this.#form.values.size > 0;
    } else this.say(this.#words.draft_refused);
  }

  #keep() {
    const form = this.#form;
    const saved = stamp(Date.now());
    const fault = keep(this.#key, JSON.stringify(form.opening.file(saved)));
    this.#timer = undefined;
    if (!fault) {
      form.unsaved = false;
      this.say(fill(this.#words.draft_kept, saved.slice(11, 16)));
      return;
    }
    if (fault === "refused") this.box.checked = false;
    this.say(this.#words[`draft_${fault}`]);
  }

  #flush() {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#keep();
  }

  /** Tells what became of a file or a draft. */
  say(words) {
    this.said.textContent = words;
  }
}
